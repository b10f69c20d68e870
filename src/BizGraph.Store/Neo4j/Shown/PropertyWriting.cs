using System.Globalization;
using System.Text.Json;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>Writes the properties of nodes and relationships; what is not said is left out.</summary>
static class PropertyWriting
{
    /// <summary>Ends the name of the exact text of an amount that a floating-point number does not write the same.</summary>
    public const string Exact = "Exact";

    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Word<T>(this Utf8JsonWriter json, string name, T? value)
        where T : struct, Enum => json.Text(name, value?.ToString());

    public static void Whole(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Flag(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    /// <summary>Always a FLOAT, so that Cypher never divides whole numbers.</summary>
    public static void Float(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            Span<char> text = stackalloc char[40];
            number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
            if (!text[..length].ContainsAny(".E"))
            {
                ".0".CopyTo(text[length..]);
                length += 2;
            }

            json.WritePropertyName(name);
            json.WriteRawValue(text[..length], skipInputValidation: true);
        }
    }

    /// <summary>A FLOAT to reckon with, and the exact text beside it where that writes otherwise.</summary>
    public static void Money(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } amount)
        {
            var number = (double)amount;
            json.Float(name, number);
            var exact = amount.ToString(CultureInfo.InvariantCulture);
            if (number.ToString("R", CultureInfo.InvariantCulture) != exact)
            {
                json.WriteString(name + Exact, exact);
            }
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>As JSON text: columns that nobody knows would be property names without end.</summary>
    public static void Attributes(this Utf8JsonWriter json, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count > 0)
        {
            json.WriteString("attributes", FactsJson.Write(values));
        }
    }
}
