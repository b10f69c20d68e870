using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>A coerced input object: what was given and what has a default, in the order of the type's fields.</summary>
sealed class InputObject(InputObjectType type)
{
    readonly object?[] _values = NewValues(type);

    public InputObjectType Type => type;

    /// <summary>The field's value, or <see cref="Absent"/>.</summary>
    public object? this[int field] => _values[field];

    public void Set(InputValue field, object? value)
    {
        for (var i = 0; i < type.Fields.Count; i++)
            if (ReferenceEquals(type.Fields[i], field))
                _values[i] = value;
    }

    /// <summary>Fills in defaults and checks what has to be there (spec 3.10).</summary>
    /// <exception cref="CoercionException">A required field is missing, or a OneOf has not exactly one value.</exception>
    public void Complete()
    {
        if (type.IsOneOf && (_values.Count(value => value is not Absent) != 1 || _values.Any(value => value is null)))
            throw new CoercionException(
                $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null."
            );
        for (var i = 0; i < _values.Length; i++)
        {
            var field = type.Fields[i];
            if (_values[i] is not Absent)
                continue;
            if (field.Default is not null)
                _values[i] = LiteralCoercion.Coerce(field.Default, field.Type, null);
            else if (field.Type.IsNonNull)
                throw new CoercionException($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }
    }

    static object?[] NewValues(InputObjectType type)
    {
        var values = new object?[type.Fields.Count];
        Array.Fill(values, Absent.Value);
        return values;
    }
}
