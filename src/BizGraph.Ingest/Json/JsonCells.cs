using System.Text.Json;
using BizGraph.Ingest.Files;
using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest.Json;

/// <summary>The columns of a JSON list: every property that one of its items has, those of inner objects as <c>outer.inner</c>.</summary>
sealed class JsonCells
{
    const int MostColumns = 16_384;
    const int MostDepth = 8;

    // Where programs put what their users entered.
    static readonly WordTable<bool> Wrappers = new((true, ["attributes", "properties", "data", "attr", "attrs"]));
    static readonly WordTable<bool> Ends = new((true, ["source", "target", "from", "to"]));
    static readonly string[] Positions = ["source", "target", "weight"];

    readonly Dictionary<string, int> _columns = [];

    /// <summary>Their names, in the order in which they were met.</summary>
    public IReadOnlyCollection<string> Names => _columns.Keys;

    /// <summary>The place of a column, from 0; -1 where there is none.</summary>
    public int IndexOf(string name) => _columns.GetValueOrDefault(name, -1);

    /// <summary>Meets the properties of an item.</summary>
    public void Meet(JsonElement item)
    {
        foreach (var (name, _) in ValuesOf(item))
        {
            Meet(name);
        }
    }

    /// <summary>Adds a column.</summary>
    public void Meet(string name)
    {
        if (_columns.TryAdd(name, _columns.Count) && _columns.Count > MostColumns)
        {
            throw new UnreadableFileException(
                $"items with more than {MostColumns:N0} names for their values",
                $"at most {MostColumns:N0}",
                ImportProblemKind.OverLimit
            );
        }
    }

    /// <summary>Writes an item's values into cells.</summary>
    /// <exception cref="InvalidOperationException">A text of it is none.</exception>
    public void Fill(JsonElement item, string[] cells)
    {
        Array.Fill(cells, string.Empty);
        foreach (var (name, value) in ValuesOf(item))
        {
            if (_columns.TryGetValue(name, out var column) && TextOf(value) is { Length: > 0 } text)
            {
                cells[column] = text;
            }
        }
    }

    static IEnumerable<(string Name, JsonElement Value)> ValuesOf(JsonElement item) =>
        item.ValueKind switch
        {
            JsonValueKind.Object => ValuesOf(item, string.Empty, 1),
            // ["Oak", "Elm", 2] is a tie.
            JsonValueKind.Array => Positions.Zip(item.EnumerateArray()),
            _ => [("id", item)],
        };

    static IEnumerable<(string Name, JsonElement Value)> ValuesOf(JsonElement item, string outer, int depth)
    {
        foreach (var property in item.EnumerateObject())
        {
            var value = property.Value;
            var name = property.Name.Trim();
            if (value.ValueKind != JsonValueKind.Object || depth == MostDepth)
            {
                yield return (outer + name, value);
            }
            else if (outer.Length == 0 && Ends.TryGet(name, out _))
            {
                yield return (name, EndOf(value));
            }
            else
            {
                var inner = Wrappers.TryGet(name, out _) ? outer : $"{outer}{name}.";
                foreach (var pair in ValuesOf(value, inner, depth + 1))
                {
                    yield return pair;
                }
            }
        }
    }

    // d3 puts the node itself where its id was.
    static JsonElement EndOf(JsonElement node) =>
        node.TryGetProperty("id", out var id) ? id
        : node.TryGetProperty("name", out var name) ? name
        : node;

    static string TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => TypedText.OfNumber(value.GetRawText()),
            JsonValueKind.True or JsonValueKind.False => TypedText.Of(value.GetBoolean()),
            JsonValueKind.Array when value.EnumerateArray().All(IsPlain) => string.Join(
                '|',
                value.EnumerateArray().Select(TextOf)
            ),
            JsonValueKind.Array or JsonValueKind.Object => value.GetRawText(),
            _ => string.Empty,
        };

    static bool IsPlain(JsonElement value) => value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object);
}
