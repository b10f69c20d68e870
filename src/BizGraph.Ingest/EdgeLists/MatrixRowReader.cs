using BizGraph.Ingest.Csv;

namespace BizGraph.Ingest.EdgeLists;

/// <summary>The ties of a matrix: one for each cell that is not 0; several stand in one row of the file.</summary>
/// <param name="cells">The matrix; disposed in the end.</param>
sealed class MatrixRowReader(MatrixCells cells) : IRowReader
{
    string[] _cells = [];
    bool _isBegun;

    /// <inheritdoc/>
    public long Row => _isBegun ? cells.Row.Row : 0;

    /// <inheritdoc/>
    public int Part => cells.To;

    /// <inheritdoc/>
    public bool EndsRow => Fault is not null || !cells.HasMore;

    /// <inheritdoc/>
    public RowFault? Fault => _isBegun ? cells.Row.Fault : null;

    /// <inheritdoc/>
    public int Count => _cells.Length;

    /// <inheritdoc/>
    public int Length => cells.Text.Length;

    /// <inheritdoc/>
    public bool IsBlank => _cells.Length == 0;

    /// <inheritdoc/>
    public string this[int column] => column < _cells.Length ? _cells[column] : string.Empty;

    /// <inheritdoc/>
    public bool Read()
    {
        if (_cells.Length == 0)
        {
            _cells = ["from", "to", "weight", "directed"];
            return true;
        }

        _isBegun = true;
        if (!cells.Read())
        {
            return false;
        }

        var labels = cells.Shape.Labels;
        _cells = Fault is null
            ? [labels[cells.From], labels[cells.To], cells.Text, cells.Shape.IsSymmetric ? "undirected" : "directed"]
            : [string.Empty];
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => cells.Dispose();
}

/// <summary>The businesses of a matrix, those without a tie among them. Each has the number of its row.</summary>
/// <param name="rows">The text; disposed in the end.</param>
/// <param name="shape">What it looks like.</param>
sealed class MatrixLabelReader(CsvRowReader rows, MatrixShape shape) : IRowReader
{
    readonly int _firstRow = shape.HasLabels ? 2 : 1;
    int _next = -1;

    /// <inheritdoc/>
    public long Row => _next < 1 ? 0 : _next - 1 + _firstRow;

    /// <inheritdoc/>
    public RowFault? Fault => null;

    /// <inheritdoc/>
    public int Count => 1;

    /// <inheritdoc/>
    public int Length => this[0].Length;

    /// <inheritdoc/>
    public bool IsBlank => false;

    /// <inheritdoc/>
    public string this[int column] =>
        column > 0 ? string.Empty
        : _next < 1 ? "name"
        : shape.Labels[_next - 1];

    /// <inheritdoc/>
    public bool Read() => ++_next <= shape.Labels.Count;

    /// <inheritdoc/>
    public void Dispose() => rows.Dispose();
}
