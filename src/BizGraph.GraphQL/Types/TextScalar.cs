using System.Globalization;
using System.Text.Json;
using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>A scalar of one C# type that reads from text (or from a number's text).</summary>
sealed class TextScalar<T>(string name, string? specifiedBy) : ScalarType(name, specifiedBy)
    where T : notnull
{
    public required Func<string, T> Parse { get; init; }

    public required Action<Utf8JsonWriter, T> WriteValue { get; init; }

    /// <summary>Converts other C# types on output; null where it cannot.</summary>
    public Func<object, object?> From { get; init; } = _ => null;

    public bool AcceptsNumbers { get; init; }

    public override object? ParseLiteral(ValueNode value, IReadOnlyDictionary<string, object?>? variables) =>
        value switch
        {
            StringValueNode text when !AcceptsNumbers => Read(text.Value, value),
            IntValueNode number when AcceptsNumbers => Read(number.Text, value),
            FloatValueNode number when AcceptsNumbers => Read(number.Text, value),
            _ => throw Misfit(ValuePrinter.Print(value)),
        };

    public override object? ParseJson(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String when !AcceptsNumbers => Read(value.GetString()!, null),
            JsonValueKind.Number when AcceptsNumbers => Read(value.GetRawText(), null),
            _ => throw Misfit(Scalars.Shorten(value)),
        };

    public override object Serialize(object value)
    {
        if (value is T)
            return value;
        if (From(value) is { } converted)
            return converted;
        try
        {
            return Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException)
        {
            throw Misfit(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }
    }

    public override void Write(Utf8JsonWriter writer, object value) => WriteValue(writer, (T)value);

    object Read(string text, ValueNode? node)
    {
        try
        {
            return Parse(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw Misfit(node is null ? $"\"{text}\"" : ValuePrinter.Print(node));
        }
    }

    CoercionException Misfit(string found) =>
        new($"{Name} cannot represent value: {(found.Length <= 100 ? found : found[..97] + "...")}");
}
