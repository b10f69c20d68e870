using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Layouts;

/// <summary>Columns that people named by hand, as <c>field=header</c>.</summary>
sealed class NamedColumns
{
    readonly Dictionary<string, string> _fieldOf = [];
    readonly Dictionary<string, string> _unused = [];

    /// <summary>Takes them apart.</summary>
    /// <param name="columns">Each as <c>field=header</c>.</param>
    /// <param name="problems">Told in one sentence each what cannot be.</param>
    public NamedColumns(IReadOnlyList<string> columns, List<string> problems)
    {
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

    /// <summary>The headers that no file has.</summary>
    public IEnumerable<string> Unused => _unused.Values;

    /// <summary>The field that a header was named for, if any.</summary>
    public string? FieldOf(string header)
    {
        var key = WordForm.KeyOf(header);
        _unused.Remove(key);
        return _fieldOf.GetValueOrDefault(key);
    }
}
