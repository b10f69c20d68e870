using BizGraph.Ingest.Csv;

namespace BizGraph.Ingest.EdgeLists;

/// <summary>A list of ties without a header: the two ends, and a weight or a word for the relation.</summary>
/// <param name="rows">The text; disposed in the end.</param>
/// <param name="columns">What its cells are.</param>
sealed class EdgeListRowReader(CsvRowReader rows, string[] columns) : IRowReader
{
    List<string> _cells = [];

    /// <inheritdoc/>
    public long Row { get; private set; }

    /// <inheritdoc/>
    public RowFault? Fault => Row == 0 ? null : rows.Fault;

    /// <inheritdoc/>
    public int Count => _cells.Count;

    /// <inheritdoc/>
    public int Length => rows.Length;

    /// <inheritdoc/>
    public bool IsBlank => _cells.Count == 0;

    /// <inheritdoc/>
    public string this[int column] => column < _cells.Count ? _cells[column] : string.Empty;

    /// <inheritdoc/>
    public bool Read()
    {
        if (Row == 0 && _cells.Count == 0)
        {
            _cells = [.. columns];
            return true;
        }

        while (rows.Read())
        {
            if (!TextGraph.IsComment(rows))
            {
                Row = rows.Row;
                _cells = rows.Fault is null ? TextGraph.CellsOf(rows) : [];
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => rows.Dispose();
}
