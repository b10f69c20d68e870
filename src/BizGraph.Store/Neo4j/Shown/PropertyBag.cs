using System.Globalization;
using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>The properties of a node or relationship while they are read; used again for the next one. A value of an unexpected type, which only another program can have written, is as if it were not there.</summary>
sealed class PropertyBag
{
    const int LongestName = 64;

    readonly Dictionary<string, object> _values = [];

    // One text for each name, however many nodes have it.
    readonly HashSet<string> _names = [];
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _nameOf;

    public PropertyBag() => _nameOf = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes the object whose start the reader comes to next.</summary>
    public void Fill(ref Utf8JsonReader json)
    {
        _values.Clear();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref json);
            json.Read();
            if (ValueOf(ref json) is { } value)
            {
                _values[name] = value;
            }
        }
    }

    public string? Text(string name) => _values.GetValueOrDefault(name) as string;

    public bool? Flag(string name) => _values.GetValueOrDefault(name) as bool?;

    public double? Float(string name) => _values.GetValueOrDefault(name) as double?;

    public long? Whole(string name) => Float(name) is { } number ? (long)number : null;

    public IReadOnlyList<string> Texts(string name) => _values.GetValueOrDefault(name) as IReadOnlyList<string> ?? [];

    public T? Word<T>(string name)
        where T : struct, Enum => Text(name) is { } word && Enum.TryParse<T>(word, out var value) ? value : null;

    public DateOnly? Day(string name) =>
        Text(name) is { } text
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>The exact text where there is one, else what the number writes.</summary>
    public decimal? Money(string name)
    {
        var text = Text(name + PropertyWriting.Exact) ?? Float(name)?.ToString("R", CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    public IReadOnlyDictionary<string, string> Attributes() =>
        Text("attributes") is { } text ? FactsJson.Read<Dictionary<string, string>>(text) : BusinessFacts.NoAttributes;

    string NameOf(ref Utf8JsonReader json)
    {
        Span<char> letters = stackalloc char[LongestName];
        if (json.ValueSpan.Length > LongestName)
        {
            return json.GetString()!;
        }

        ReadOnlySpan<char> name = letters[..json.CopyString(letters)];
        if (!_nameOf.TryGetValue(name, out var known))
        {
            known = name.ToString();
            _names.Add(known);
        }

        return known;
    }

    static object? ValueOf(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return json.GetString();
            case JsonTokenType.Number:
                return json.GetDouble();
            case JsonTokenType.True or JsonTokenType.False:
                return json.GetBoolean();
            case JsonTokenType.StartArray:
                return ListOf(ref json);
            default:
                json.Skip();
                return null;
        }
    }

    static List<string>? ListOf(ref Utf8JsonReader json)
    {
        var texts = new List<string>();
        var others = false;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.String)
            {
                texts.Add(json.GetString()!);
            }
            else
            {
                json.Skip();
                others = true;
            }
        }

        return others ? null : texts;
    }
}
