using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Ingest.Ocds;

/// <summary>What a release says, in rows.</summary>
delegate IEnumerable<(string?[] Cells, RowFault? Fault)> OcdsRows(JsonElement release);

/// <summary>The rows of one of the tables of a file of releases. A row has the number of its release's line; there are several in one.</summary>
/// <param name="releases">The file; disposed in the end.</param>
/// <param name="latest">The numbers of the releases that count.</param>
/// <param name="columns">What the cells are.</param>
/// <param name="rowsOf">The rows of one release.</param>
sealed class OcdsRowReader(OcdsReleases releases, HashSet<int> latest, IReadOnlyList<string> columns, OcdsRows rowsOf)
    : IRowReader
{
    readonly List<(string?[] Cells, RowFault? Fault)> _rows = [];
    int _next;
    bool _isBegun;
    string?[] _cells = [];

    /// <inheritdoc/>
    public long Row { get; private set; }

    /// <inheritdoc/>
    public int Part => _next - 1;

    /// <inheritdoc/>
    public bool EndsRow => _next >= _rows.Count;

    /// <inheritdoc/>
    public RowFault? Fault { get; private set; }

    /// <inheritdoc/>
    public int Count => columns.Count;

    /// <inheritdoc/>
    public int Length => _next == 1 ? releases.Length : 0;

    /// <inheritdoc/>
    public bool IsBlank => false;

    /// <inheritdoc/>
    public string this[int column] => column < _cells.Length ? _cells[column] ?? string.Empty : string.Empty;

    /// <inheritdoc/>
    public bool Read()
    {
        if (!_isBegun)
        {
            (_isBegun, _cells, _next) = (true, [.. columns], 1);
            return true;
        }

        while (_next >= _rows.Count)
        {
            if (!TryLine())
            {
                return false;
            }
        }

        (_cells, Fault) = _rows[_next++];
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => releases.Dispose();

    void Add(JsonElement release)
    {
        try
        {
            _rows.AddRange(rowsOf(release));
        }
        catch (InvalidOperationException)
        {
            _rows.Add(([], new RowFault(ImportProblemKind.DamagedRow, "half a character", "text in Unicode")));
        }
    }

    // All releases of one line, since the rows of a line are counted together.
    bool TryLine()
    {
        _rows.Clear();
        _next = 0;
        do
        {
            if (!releases.Read())
            {
                return false;
            }

            if (releases.Fault is { } fault)
            {
                _rows.Add(([], fault));
            }
            else if (latest.Contains(releases.Number))
            {
                Add(releases.Release);
            }
        } while (!releases.EndsRow);

        Row = releases.Row;
        return true;
    }
}
