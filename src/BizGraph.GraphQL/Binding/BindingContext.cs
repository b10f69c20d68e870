using System.Reflection;
using BizGraph.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Binding;

/// <summary>What the binders share while a schema is built.</summary>
sealed class BindingContext(GraphQLOptions options, IServiceCollection services)
{
    readonly Dictionary<Type, ServiceLifetime> _lifetimes = services
        .Where(service => !service.IsKeyedService)
        .GroupBy(service => service.ServiceType)
        .ToDictionary(group => group.Key, group => group.Last().Lifetime);

    public GraphQLOptions Options { get; } = options;

    public NullabilityInfoContext Nullability { get; } = new();

    public XmlDocs Docs { get; } = new();

    /// <summary>C# types that a host bound to scalars, beside the ones known.</summary>
    public Dictionary<Type, ScalarBinding> Scalars { get; } = [];

    /// <summary>What is wrong with the classes; all of it is told at once.</summary>
    public List<string> Problems { get; } = [];

    public bool IsService(Type type) =>
        _lifetimes.ContainsKey(type) || (type.IsGenericType && _lifetimes.ContainsKey(type.GetGenericTypeDefinition()));

    public bool IsScoped(Type type) => _lifetimes.TryGetValue(type, out var lifetime) && lifetime == ServiceLifetime.Scoped;

    /// <summary>Whether an instance of an annotated class needs a service scope: it is a scoped service, or takes one.</summary>
    public bool NeedsScope(Type type) =>
        IsScoped(type)
        || type.GetConstructors().SelectMany(made => made.GetParameters()).Any(parameter => IsScoped(parameter.ParameterType));

    public static string? DeprecationOf(ICustomAttributeProvider member)
    {
        if (
            member.GetCustomAttributes(typeof(GraphQLDeprecatedAttribute), false).FirstOrDefault()
            is GraphQLDeprecatedAttribute given
        )
            return given.Reason;
        if (member.GetCustomAttributes(typeof(ObsoleteAttribute), false).FirstOrDefault() is ObsoleteAttribute obsolete)
            return obsolete.Message ?? SpecifiedDirectives.NoLongerSupported;
        return null;
    }

    public static bool IsId(ICustomAttributeProvider member) =>
        member.IsDefined(typeof(IDAttribute), false) || NodeOf(member) is not null;

    /// <summary>The class whose global identifier a parameter takes, by <c>[ID&lt;T&gt;]</c>.</summary>
    public static Type? NodeOf(ICustomAttributeProvider member) =>
        member
            .GetCustomAttributes(false)
            .Select(attribute => attribute.GetType())
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDAttribute<>))
            ?.GetGenericArguments()[0];
}

/// <summary>A C# type that stands for a scalar: how its values become the scalar's and back.</summary>
/// <param name="Scalar">The scalar.</param>
/// <param name="Serialize">From the C# type to what the scalar writes.</param>
/// <param name="Parse">From what the scalar reads to the C# type.</param>
sealed record ScalarBinding(ScalarType Scalar, Func<object, object> Serialize, Func<object, object> Parse);
