using BizGraph.Ingest.Csv;

namespace BizGraph.Ingest.EdgeLists;

/// <summary>An adjacency list: each row names a business and then those that it has a tie to.</summary>
/// <param name="rows">The text; disposed in the end.</param>
/// <param name="areAlone">Whether the rows that name no other are read, as businesses; otherwise those that do, as ties.</param>
sealed class AdjacencyRowReader(CsvRowReader rows, bool areAlone) : IRowReader
{
    static readonly string[] Businesses = ["name"];
    static readonly string[] Ties = ["from", "to"];

    string[] _cells = [];
    int _part = -1;
    List<string> _row = [];

    /// <inheritdoc/>
    public long Row { get; private set; }

    /// <inheritdoc/>
    public int Part => Math.Max(0, _part);

    /// <inheritdoc/>
    public bool EndsRow => _part + 2 >= _row.Count;

    /// <inheritdoc/>
    public RowFault? Fault => Row == 0 ? null : rows.Fault;

    /// <inheritdoc/>
    public int Count => _cells.Length;

    /// <inheritdoc/>
    public int Length => Part == 0 ? rows.Length : 0;

    /// <inheritdoc/>
    public bool IsBlank => _cells.Length == 0;

    /// <inheritdoc/>
    public string this[int column] => column < _cells.Length ? _cells[column] : string.Empty;

    /// <inheritdoc/>
    public bool Read()
    {
        if (Row == 0 && _cells.Length == 0)
        {
            _cells = areAlone ? Businesses : Ties;
            return true;
        }

        if (!areAlone && _part >= 0 && !EndsRow)
        {
            _part++;
            _cells = [_row[0], _row[_part + 1]];
            return true;
        }

        return NextRow();
    }

    /// <inheritdoc/>
    public void Dispose() => rows.Dispose();

    bool NextRow()
    {
        while (rows.Read())
        {
            var isFault = rows.Fault is not null;
            _row = isFault || TextGraph.IsComment(rows) ? [] : TextGraph.CellsOf(rows);
            if (isFault && areAlone)
            {
                continue;
            }

            if (isFault || (_row.Count > 0 && _row.Count == 1 == areAlone))
            {
                Row = rows.Row;
                _part = 0;
                _cells =
                    isFault ? []
                    : areAlone ? [_row[0]]
                    : [_row[0], _row[1]];
                return true;
            }
        }

        return false;
    }
}
