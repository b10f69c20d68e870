using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Binding;

/// <summary>Decides for each parameter of a resolver where its value comes from.</summary>
sealed class ParameterBinder(BindingContext context, InputBinder inputs)
{
    public static readonly ParameterExpression Parent = Expression.Parameter(typeof(object), "parent");
    public static readonly ParameterExpression Arguments = Expression.Parameter(typeof(object[]), "arguments");
    public static readonly ParameterExpression Request = Expression.Parameter(typeof(RequestContext), "request");
    public static readonly ParameterExpression Services = Expression.Parameter(typeof(IServiceProvider), "services");

    /// <summary>Whether the parameter is an argument of the field.</summary>
    public bool IsArgument(ParameterInfo parameter) =>
        !parameter.IsDefined(typeof(ParentAttribute))
        && !IsService(parameter)
        && !IsRequestPart(parameter.ParameterType)
        && !typeof(IBatch).IsAssignableFrom(parameter.ParameterType)
        && parameter.ParameterType != typeof(PagingArguments);

    public bool IsScoped(ParameterInfo parameter) => IsService(parameter) && context.IsScoped(parameter.ParameterType);

    public InputValue ArgumentOf(ParameterInfo parameter)
    {
        var type = inputs.TypeOf(ClrShape.Of(context.Nullability.Create(parameter)), BindingContext.IsId(parameter));
        return new InputValue(Names.OfArgument(parameter), type)
        {
            Description = context.Docs.Of(parameter),
            DeprecationReason = BindingContext.DeprecationOf(parameter),
            Cost = parameter.GetCustomAttribute<CostAttribute>()?.Weight,
            Default = parameter is { HasDefaultValue: true, DefaultValue: not null }
                ? LiteralWriter.Of(parameter.DefaultValue, type)
                : null,
        };
    }

    /// <param name="parameter">The parameter.</param>
    /// <param name="slot">Its slot among the coerced arguments, where it is one; or the first paging slot.</param>
    /// <param name="paging">The limits of the field's pages, where it has pages.</param>
    public Expression ValueOf(ParameterInfo parameter, int slot, PageLimits? paging)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(ParentAttribute)))
            return Expression.Convert(Parent, type);
        if (type == typeof(CancellationToken))
            return Expression.Property(Request, nameof(RequestContext.Cancellation));
        if (type == typeof(IServiceProvider))
            return Services;
        if (type == typeof(HttpContext))
            return Expression.Property(Request, nameof(RequestContext.Http));
        if (type == typeof(ClaimsPrincipal))
            return Expression.Property(Request, nameof(RequestContext.User));
        if (type == typeof(PagingArguments))
            return paging is null
                ? throw new SchemaException($"{Describe(parameter)} takes PagingArguments but has no [UsePaging].")
                : Expression.Call(Expression.Constant(paging), nameof(PageLimits.Read), null, Arguments);
        if (typeof(IBatch).IsAssignableFrom(type))
            return Expression.Call(Request, nameof(RequestContext.Loader), [type]);
        if (IsService(parameter))
            return Expression.Call(
                typeof(ServiceProviderServiceExtensions),
                nameof(ServiceProviderServiceExtensions.GetRequiredService),
                [type],
                Services
            );
        return IsUpload(type) ? Files(type, slot) : ArgumentValue(parameter, slot);
    }

    static bool IsUpload(Type type) =>
        type == typeof(IFormFile) || (type != typeof(object) && type.IsAssignableFrom(typeof(IFormFile[])));

    static MethodCallExpression Files(Type type, int slot)
    {
        var files = Expression.Call(
            Request,
            nameof(RequestContext.FilesOf),
            null,
            Expression.ArrayIndex(Arguments, Expression.Constant(slot))
        );
        if (type != typeof(IFormFile))
            return files;
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.FirstOrDefault), [typeof(IFormFile)], files);
    }

    MethodCallExpression ArgumentValue(ParameterInfo parameter, int slot)
    {
        var type = parameter.ParameterType;
        var convert = InputConverters.For(ClrShape.Of(context.Nullability.Create(parameter)), context);
        if (BindingContext.NodeOf(parameter) is { } node)
        {
            var inner = convert;
            convert = value => value is string text ? inner(GlobalIds.DecodeAs(Names.OfType(node), text)) : value;
        }
        var absent = parameter is { HasDefaultValue: true, DefaultValue: { } value } ? value : null;
        var read = typeof(ParameterBinder)
            .GetMethod(nameof(ReadArgument), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type);
        return Expression.Call(
            read,
            Expression.ArrayIndex(Arguments, Expression.Constant(slot)),
            Expression.Constant(convert),
            Expression.Constant(absent, typeof(object)),
            Expression.Constant(Names.OfArgument(parameter))
        );
    }

    static T? ReadArgument<T>(object? value, Func<object?, object?> convert, object? absent, string name)
    {
        try
        {
            var converted = value is Absent ? absent : convert(value);
            return converted is T typed ? typed : default;
        }
        catch (CoercionException e)
        {
            throw new CoercionException($"Argument \"{name}\" has an invalid value: {e.Message}");
        }
    }

    bool IsService(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ServiceAttribute)) || context.IsService(parameter.ParameterType);

    static bool IsRequestPart(Type type) =>
        type == typeof(CancellationToken)
        || type == typeof(IServiceProvider)
        || type == typeof(HttpContext)
        || type == typeof(ClaimsPrincipal);

    static string Describe(ParameterInfo parameter) => $"{parameter.Member.DeclaringType}.{parameter.Member.Name}";
}
