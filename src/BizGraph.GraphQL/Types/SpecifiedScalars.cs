using System.Globalization;
using System.Text.Json;
using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>Whole numbers of 32 bits (spec 3.5.1).</summary>
sealed class IntScalar : ScalarType
{
    public IntScalar()
        : base("Int") => Description = "A whole number of 32 bits.";

    public override object? ParseLiteral(ValueNode value, IReadOnlyDictionary<string, object?>? variables)
    {
        if (value is not IntValueNode number)
            throw new CoercionException($"Int cannot represent non-integer value: {ValuePrinter.Print(value)}");
        return int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : throw new CoercionException($"Int cannot represent non 32-bit signed integer value: {number.Text}");
    }

    public override object? ParseJson(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number == Math.Truncate(number))
            return Math.Abs(number) <= int.MaxValue || number == int.MinValue
                ? (int)number
                : throw new CoercionException($"Int cannot represent non 32-bit signed integer value: {Scalars.Shorten(value)}");
        throw new CoercionException($"Int cannot represent non-integer value: {Scalars.Shorten(value)}");
    }

    public override object Serialize(object value) =>
        value switch
        {
            int => value,
            short or byte or ushort or sbyte => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            bool boolean => boolean ? 1 : 0,
            long or uint or ulong or double or float or decimal => FromNumber(value),
            string text
                when text.Length > 0 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                FromNumber(number),
            _ => throw new CoercionException($"Int cannot represent non-integer value: {value}"),
        };

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue((int)value);

    static int FromNumber(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (number != Math.Truncate(number) || !double.IsFinite(number))
            throw new CoercionException(
                string.Create(CultureInfo.InvariantCulture, $"Int cannot represent non-integer value: {value}")
            );
        if (number is < int.MinValue or > int.MaxValue)
            throw new CoercionException(
                string.Create(CultureInfo.InvariantCulture, $"Int cannot represent non 32-bit signed integer value: {value}")
            );
        return (int)number;
    }
}

/// <summary>Finite double-precision numbers (spec 3.5.2).</summary>
sealed class FloatScalar : ScalarType
{
    public FloatScalar()
        : base("Float") => Description = "A number with a fraction, of double precision.";

    public override object? ParseLiteral(ValueNode value, IReadOnlyDictionary<string, object?>? variables)
    {
        var text = value switch
        {
            IntValueNode number => number.Text,
            FloatValueNode number => number.Text,
            _ => throw new CoercionException($"Float cannot represent non numeric value: {ValuePrinter.Print(value)}"),
        };
        return Finite(double.Parse(text, CultureInfo.InvariantCulture), text);
    }

    public override object? ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? Finite(number, Scalars.Shorten(value))
            : throw new CoercionException($"Float cannot represent non numeric value: {Scalars.Shorten(value)}");

    public override object Serialize(object value) =>
        value switch
        {
            double number when double.IsFinite(number) => value,
            int or long or short or byte or uint or ulong or ushort or sbyte or decimal or bool => Convert.ToDouble(
                value,
                CultureInfo.InvariantCulture
            ),
            float number when float.IsFinite(number) => double.Parse(
                number.ToString(CultureInfo.InvariantCulture),
                CultureInfo.InvariantCulture
            ),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Finite(
                number,
                text
            ),
            _ => throw new CoercionException(
                string.Create(CultureInfo.InvariantCulture, $"Float cannot represent non numeric value: {value}")
            ),
        };

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue((double)value);

    static double Finite(double number, string text) =>
        double.IsFinite(number) ? number : throw new CoercionException($"Float cannot represent non numeric value: {text}");
}

/// <summary>Text (spec 3.5.3).</summary>
sealed class StringScalar : ScalarType
{
    public StringScalar()
        : base("String") => Description = "Text.";

    public override object? ParseLiteral(ValueNode value, IReadOnlyDictionary<string, object?>? variables) =>
        value is StringValueNode text
            ? text.Value
            : throw new CoercionException($"String cannot represent a non string value: {ValuePrinter.Print(value)}");

    public override object? ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new CoercionException($"String cannot represent a non string value: {Scalars.Shorten(value)}");

    public override object Serialize(object value) =>
        value switch
        {
            string => value,
            bool boolean => boolean ? "true" : "false",
            char or IFormattable => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            _ => throw new CoercionException($"String cannot represent value: {value}"),
        };

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue((string)value);
}

/// <summary>True or false (spec 3.5.4).</summary>
sealed class BooleanScalar : ScalarType
{
    public BooleanScalar()
        : base("Boolean") => Description = "True or false.";

    public override object? ParseLiteral(ValueNode value, IReadOnlyDictionary<string, object?>? variables) =>
        value is BooleanValueNode boolean
            ? boolean.Value
            : throw new CoercionException($"Boolean cannot represent a non boolean value: {ValuePrinter.Print(value)}");

    public override object? ParseJson(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new CoercionException($"Boolean cannot represent a non boolean value: {Scalars.Shorten(value)}");

    public override object Serialize(object value) =>
        value switch
        {
            bool => value,
            int number => number != 0,
            double number when double.IsFinite(number) => number != 0,
            _ => throw new CoercionException($"Boolean cannot represent a non boolean value: {value}"),
        };

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteBooleanValue((bool)value);
}

/// <summary>Identifiers: text or whole numbers in, text out (spec 3.5.5).</summary>
sealed class IdScalar : ScalarType
{
    public IdScalar()
        : base("ID") => Description = "An identifier.";

    public override object? ParseLiteral(ValueNode value, IReadOnlyDictionary<string, object?>? variables) =>
        value switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Text,
            _ => throw new CoercionException(
                $"ID cannot represent a non-string and non-integer value: {ValuePrinter.Print(value)}"
            ),
        };

    public override object? ParseJson(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when IsWhole(value.GetRawText()) => value.GetRawText(),
            _ => throw new CoercionException($"ID cannot represent value: {Scalars.Shorten(value)}"),
        };

    public override object Serialize(object value) =>
        value switch
        {
            string => value,
            double number when number != Math.Truncate(number) => throw new CoercionException(
                $"ID cannot represent value: {value}"
            ),
            bool => throw new CoercionException($"ID cannot represent value: {value}"),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue((string)value);

    static bool IsWhole(string text) => !text.AsSpan().ContainsAny('.', 'e', 'E');
}
