using System.Reflection;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Enums of the schema from C# enums, the same one for input and output.</summary>
sealed class EnumBinder(BindingContext context)
{
    readonly Dictionary<Type, EnumType> _types = [];

    public EnumType TypeOf(Type type)
    {
        if (_types.TryGetValue(type, out var known))
            return known;
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !field.IsDefined(typeof(GraphQLIgnoreAttribute)));
        var made = new EnumType(Names.OfType(type), [.. fields.Select(Member)]) { Description = context.Docs.Of(type) };
        _types.Add(type, made);
        return made;
    }

    EnumMember Member(FieldInfo field) =>
        new(Names.OfEnumMember(field), field.GetValue(null)!)
        {
            Description = context.Docs.Of(field),
            DeprecationReason = BindingContext.DeprecationOf(field),
        };
}
