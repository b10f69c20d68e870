using System.Text.Json;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Json;

/// <summary>What a look through a JSON file tells of one of its lists.</summary>
/// <param name="name">Its name; empty where the file itself is the list.</param>
sealed class JsonList(string name)
{
    const int MostNames = 1_000_000;
    const string Direction = "directed";

    static readonly WordTable<bool> Names = new((true, ["name", "label", "title"]));
    static readonly WordTable<bool> Ids = new((true, ["id", "key", "identifier"]));

    readonly List<string> _names = [];
    List<string>? _ends;
    (int From, int To) _endColumns;
    int _greatestEnd;
    bool _endsAreNumbers = true;
    string? _direction;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its columns.</summary>
    public JsonCells Cells { get; } = new();

    /// <summary>Whether it is a list of ties by its name.</summary>
    public bool IsOfTies { get; } = JsonLists.IsOfTies(name);

    bool HasIds => Cells.Names.Any(column => Ids.TryGet(column, out _));

    /// <summary>Looks at an item.</summary>
    public void Look(JsonElement item)
    {
        Cells.Meet(item);
        if (IsOfTies)
        {
            LookAtEnd(item, "source");
            LookAtEnd(item, "target");
        }
        else if (_names.Count < MostNames && item.ValueKind == JsonValueKind.Object)
        {
            var named = item.EnumerateObject().FirstOrDefault(property => Names.TryGet(property.Name, out _)).Value;
            _names.Add(named.ValueKind == JsonValueKind.String ? named.GetString()!.Trim() : string.Empty);
        }
    }

    /// <summary>Takes in what the rest of the file says of the ties.</summary>
    /// <param name="nodes">The list of the businesses.</param>
    /// <param name="isDirected">Whether the file says that its ties run one way.</param>
    public void Conclude(JsonList? nodes, bool? isDirected)
    {
        // d3 numbers the ends from 0 where the nodes have no ids.
        _endColumns = (Cells.IndexOf("source"), Cells.IndexOf("target"));
        var isNumbered = _endsAreNumbers && _endColumns is (>= 0, >= 0) && nodes is { HasIds: false };
        _ends = isNumbered && _greatestEnd < nodes!._names.Count ? nodes._names : null;
        if (isDirected is { } directed && Cells.IndexOf(Direction) < 0)
        {
            Cells.Meet(Direction);
            _direction = TypedText.Of(directed);
        }
    }

    /// <summary>Writes what an item leaves to its file into its cells.</summary>
    public void Complete(string[] cells)
    {
        if (_direction is not null)
        {
            cells[Cells.IndexOf(Direction)] = _direction;
        }

        if (_ends is not null)
        {
            cells[_endColumns.From] = _ends[
                int.Parse(cells[_endColumns.From], System.Globalization.CultureInfo.InvariantCulture)
            ];
            cells[_endColumns.To] = _ends[int.Parse(cells[_endColumns.To], System.Globalization.CultureInfo.InvariantCulture)];
        }
    }

    void LookAtEnd(JsonElement item, string end)
    {
        var number = -1;
        _endsAreNumbers =
            _endsAreNumbers
            && item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty(end, out var value)
            && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out number)
            && number >= 0;
        _greatestEnd = Math.Max(_greatestEnd, number);
    }
}
