using BizGraph.Ingest.Mappings;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Layouts;

/// <summary>Columns that people named by hand, as <c>field=header</c> or in a mapping; the former go first.</summary>
sealed class NamedColumns
{
    readonly Dictionary<string, string> _fieldOf;
    readonly Dictionary<string, string> _unused = [];
    readonly Dictionary<(string List, string Key), MappedColumn> _mapped = [];

    NamedColumns(NamedColumns from, Dictionary<string, string> fieldOf) =>
        (_fieldOf, _unused, _mapped, Kinds, Expected) = (fieldOf, from._unused, from._mapped, from.Kinds, from.Expected);

    /// <summary>Takes them apart.</summary>
    /// <param name="columns">Each as <c>field=header</c>.</param>
    /// <param name="mapping">What a mapping says.</param>
    /// <param name="problems">Told in one sentence each what cannot be.</param>
    public NamedColumns(IReadOnlyList<string> columns, ImportMapping mapping, List<string> problems)
    {
        _fieldOf = [];
        foreach (var column in mapping.Columns)
        {
            _mapped[(column.List, WordForm.KeyOf(column.Header))] = column;
        }

        foreach (var column in columns)
        {
            var parts = column.Split('=', 2, StringSplitOptions.TrimEntries);
            var field = WordForm.Fold(parts[0]);
            if (parts.Length < 2 || parts[1].Length == 0)
            {
                problems.Add($"\"{column}\" names no column: write field=header, such as from=buyer.");
            }
            else if (!LayoutKind.FieldNames.TryGetValue(field, out var name))
            {
                problems.Add($"\"{parts[0]}\" is no field; the fields are {string.Join(", ", LayoutKind.FieldNames.Values)}.");
            }
            else
            {
                _fieldOf[WordForm.KeyOf(parts[1])] = name;
                _unused[WordForm.KeyOf(parts[1])] = parts[1];
            }
        }
    }

    /// <summary>The kinds of list that are looked for, the most telling first.</summary>
    public IReadOnlyList<LayoutKind> Kinds { get; private init; } = LayoutKind.All;

    /// <summary>What would make a file one of them.</summary>
    public string Expected { get; private init; } = LayoutKind.Expected;

    /// <summary>Nothing is named by hand, and only lists of one kind are looked for.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="expected">What would make a file such a list.</param>
    public static NamedColumns Only(LayoutKind kind, string expected) =>
        new([], ImportMapping.None, []) { Kinds = [kind], Expected = expected };

    /// <summary>The same, and the headers of a tie's two ends.</summary>
    public NamedColumns WithEnds(string from, string to) =>
        new(this, new(_fieldOf) { [WordForm.KeyOf(from)] = "from", [WordForm.KeyOf(to)] = "to" });

    /// <summary>The headers named one by one that no file has.</summary>
    public IEnumerable<string> Unused => _unused.Values;

    /// <summary>Whether a header was named.</summary>
    /// <param name="header">The header.</param>
    /// <param name="list">What the rows of its list are.</param>
    /// <param name="field">The field that it was named for; null where it is to be kept as an attribute.</param>
    public bool TryFieldOf(string header, LayoutKind list, out string? field)
    {
        var key = WordForm.KeyOf(header);
        _unused.Remove(key);
        if (_fieldOf.TryGetValue(key, out field))
        {
            return true;
        }

        var isMapped = _mapped.TryGetValue((list.Name, key), out var column);
        field = column?.Field;
        return isMapped;
    }

    /// <summary>What a mapping names for a field and no list of the kind has. A mapping may also serve other files, with lists that are not here.</summary>
    public IEnumerable<MappedColumn> MissingIn(IReadOnlyList<Layout> lists) =>
        _mapped
            .Where(mapped => mapped.Value.Field is not null && lists.Any(list => list.Kind.Name == mapped.Key.List))
            .Where(mapped =>
                !lists.Any(list =>
                    list.Kind.Name == mapped.Key.List
                    && list.Columns.Any(column => WordForm.KeyOf(column.Title) == mapped.Key.Key)
                )
            )
            .Select(mapped => mapped.Value);
}
