using BizGraph.Ingest.Files;
using BizGraph.Model;

namespace BizGraph.Ingest.GraphFiles;

/// <summary>The columns of the nodes, or of the edges, of a graph file: the attributes of their tags, and those that the file declares.</summary>
/// <param name="item">The tag of one of them.</param>
sealed class GraphTable(string item)
{
    /// <summary>The column that says whether an edge is directed.</summary>
    public const string Direction = "directed";

    const int MostColumns = 16_384;

    readonly List<string> _names = [];
    readonly List<string?> _defaults = [];
    readonly Dictionary<string, int> _byAttribute = [];
    readonly Dictionary<string, int> _byKey = [];

    /// <summary>The tag of one of them.</summary>
    public string Item => item;

    /// <summary>How many of them there are.</summary>
    public long ItemCount { get; set; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>What a cell holds where the file does not say.</summary>
    public IReadOnlyList<string?> Defaults => _defaults;

    /// <summary>The column of an attribute of the tag, made where it is new.</summary>
    public int ColumnOfAttribute(string attribute) => Column(_byAttribute, attribute, attribute);

    /// <summary>The column of a declared attribute, made where it was not declared.</summary>
    public int ColumnOfKey(string key) => Column(_byKey, key, key);

    /// <summary>Declares an attribute.</summary>
    public int Declare(string key, string name) => Column(_byKey, key, name);

    /// <summary>Says what a declared attribute is where an item does not have it.</summary>
    public void SetDefault(string key, string value)
    {
        if (_byKey.TryGetValue(key, out var column))
        {
            _defaults[column] = value;
        }
    }

    int Column(Dictionary<string, int> columns, string key, string name)
    {
        if (columns.TryGetValue(key, out var column))
        {
            return column;
        }

        if (_names.Count == MostColumns)
        {
            throw new UnreadableFileException(
                $"a graph with more than {MostColumns:N0} attributes",
                $"at most {MostColumns:N0}",
                ImportProblemKind.OverLimit
            );
        }

        columns.Add(key, _names.Count);
        _names.Add(name);
        _defaults.Add(null);
        return _names.Count - 1;
    }
}
