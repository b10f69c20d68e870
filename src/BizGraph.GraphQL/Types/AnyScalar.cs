using System.Globalization;
using System.Text.Json;
using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>A scalar that takes any value; lists arrive as arrays, objects as dictionaries.</summary>
sealed class AnyScalar(string name, string? specifiedBy = null) : ScalarType(name, specifiedBy)
{
    public override object? ParseLiteral(ValueNode value, IReadOnlyDictionary<string, object?>? variables) =>
        value switch
        {
            VariableNode variable => variables?.GetValueOrDefault(variable.Name),
            StringValueNode text => text.Value,
            IntValueNode number => Number(number.Text),
            FloatValueNode number => double.Parse(number.Text, CultureInfo.InvariantCulture),
            BooleanValueNode boolean => boolean.Value,
            EnumValueNode constant => constant.Name,
            ListValueNode list => Array.ConvertAll(list.Items, item => ParseLiteral(item, variables)),
            ObjectValueNode input => ParseObject(input, variables),
            _ => null,
        };

    public override object? ParseJson(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => Number(value.GetRawText()),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => value.EnumerateArray().Select(ParseJson).ToArray(),
            JsonValueKind.Object => ParseObject(value),
            _ => null,
        };

    /// <summary>Made JSON at once, so that a value that cannot be is an error of its field and not of the whole response.</summary>
    public override object Serialize(object value)
    {
        try
        {
            return JsonSerializer.SerializeToElement(value);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException or JsonException)
        {
            throw new CoercionException($"{Name} cannot represent a value of {value.GetType()}.");
        }
    }

    public override void Write(Utf8JsonWriter writer, object value) => ((JsonElement)value).WriteTo(writer);

    /// <summary>Validation calls this before it finds that a name is there twice.</summary>
    Dictionary<string, object?> ParseObject(ObjectValueNode value, IReadOnlyDictionary<string, object?>? variables)
    {
        var fields = new Dictionary<string, object?>();
        foreach (var field in value.Fields)
            fields[field.Name.Value] = ParseLiteral(field.Value, variables);
        return fields;
    }

    Dictionary<string, object?> ParseObject(JsonElement value)
    {
        var fields = new Dictionary<string, object?>();
        foreach (var property in value.EnumerateObject())
            fields[property.Name] = ParseJson(property.Value);
        return fields;
    }

    static object Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole is >= int.MinValue and <= int.MaxValue
                ? (object)(int)whole
                : whole
            : double.Parse(text, CultureInfo.InvariantCulture);
}
