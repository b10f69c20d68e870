using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>CoerceArgumentValues (spec 6.4.1).</summary>
static class ArgumentCoercion
{
    /// <returns>One slot per definition; <see cref="Absent"/> where nothing was given and there is no default.</returns>
    /// <exception cref="CoercionException">An argument does not fit; the message names it.</exception>
    public static object?[] Coerce(
        IReadOnlyList<InputValue> definitions,
        ArgumentNode[] nodes,
        IReadOnlyDictionary<string, object?>? variables
    )
    {
        if (definitions.Count == 0)
            return [];
        var values = new object?[definitions.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = CoerceOne(definitions[i], Array.Find(nodes, node => node.Name.Value == definitions[i].Name), variables);
        return values;
    }

    /// <summary>Whether a value has a variable anywhere in it.</summary>
    public static bool HasVariable(ValueNode value) =>
        value switch
        {
            VariableNode => true,
            ListValueNode list => Array.Exists(list.Items, HasVariable),
            ObjectValueNode input => Array.Exists(input.Fields, field => HasVariable(field.Value)),
            _ => false,
        };

    static object? CoerceOne(InputValue definition, ArgumentNode? node, IReadOnlyDictionary<string, object?>? variables)
    {
        if (node is null || LiteralCoercion.IsAbsentVariable(node.Value, variables))
        {
            if (definition.Default is not null)
                return LiteralCoercion.Coerce(definition.Default, definition.Type, null);
            return definition.Type.IsNonNull
                ? throw new CoercionException(
                    $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided."
                )
                : Absent.Value;
        }
        try
        {
            return LiteralCoercion.Coerce(node.Value, definition.Type, variables);
        }
        catch (CoercionException e)
        {
            throw new CoercionException(
                $"Argument \"{definition.Name}\" has an invalid value: {e.Message}",
                e.Node ?? node.Value
            );
        }
    }
}
