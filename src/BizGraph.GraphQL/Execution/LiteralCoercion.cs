using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>
/// Input coercion of literals (spec 3.5 to 3.12). Values come out in one form for each type of the schema: leaf values as the leaf type
/// reads them, lists as <c>object?[]</c>, input objects as <see cref="InputObject"/> with only the fields that were given or have a default.
/// </summary>
static class LiteralCoercion
{
    /// <exception cref="CoercionException">The value does not fit the type.</exception>
    public static object? Coerce(ValueNode value, GraphType type, IReadOnlyDictionary<string, object?>? variables)
    {
        if (value is VariableNode variable)
            return FromVariable(variable, type, variables);
        if (type is NonNullType nonNull)
            return Coerce(value, nonNull.Inner, variables)
                ?? throw new CoercionException($"Expected value of non-null type \"{type}\" not to be null.");
        if (value is NullValueNode)
            return null;
        return type switch
        {
            ListType list => CoerceList(value, list, variables),
            InputObjectType input => CoerceObject(value, input, variables),
            LeafType leaf => leaf.ParseLiteral(value, variables),
            _ => throw new CoercionException($"\"{type}\" is no input type."),
        };
    }

    static object? FromVariable(VariableNode variable, GraphType type, IReadOnlyDictionary<string, object?>? variables)
    {
        object? value = null;
        variables?.TryGetValue(variable.Name, out value);
        if (value is null && type.IsNonNull)
            throw new CoercionException(
                $"Expected variable \"${variable.Name}\" provided to non-null type \"{type}\" not to be null.",
                variable
            );
        return value;
    }

    static object?[] CoerceList(ValueNode value, ListType type, IReadOnlyDictionary<string, object?>? variables)
    {
        if (value is not ListValueNode list)
            return [Coerce(value, type.Item, variables)];
        return Array.ConvertAll(list.Items, item => Coerce(item, type.Item, variables));
    }

    static InputObject CoerceObject(ValueNode value, InputObjectType type, IReadOnlyDictionary<string, object?>? variables)
    {
        if (value is not ObjectValueNode node)
            throw new CoercionException(
                $"Expected value of type \"{type}\" to be an object, found: {ValuePrinter.Print(value)}."
            );
        var result = new InputObject(type);
        foreach (var field in node.Fields)
        {
            var definition =
                type.Field(field.Name.Value)
                ?? throw new CoercionException($"Field \"{field.Name.Value}\" is not defined by type \"{type}\".");
            if (!IsAbsentVariable(field.Value, variables))
                result.Set(definition, Coerce(field.Value, definition.Type, variables));
        }
        result.Complete();
        return result;
    }

    public static bool IsAbsentVariable(ValueNode value, IReadOnlyDictionary<string, object?>? variables) =>
        value is VariableNode variable && (variables is null || !variables.ContainsKey(variable.Name));
}
