using BizGraph.Model;

namespace BizGraph.Ingest.GraphFiles;

/// <summary>The nodes, or the edges, of a graph file as rows, numbered from 1; the names of their attributes are row 0.</summary>
/// <param name="items">All of them; disposed in the end.</param>
/// <param name="table">Which of them, as the survey found them.</param>
sealed class GraphRowReader(GraphItems items, GraphTable table) : IRowReader
{
    readonly string[] _cells = [.. table.Names];
    bool _isBegun;

    /// <inheritdoc/>
    public long Row { get; private set; }

    /// <inheritdoc/>
    public RowFault? Fault { get; private set; }

    /// <inheritdoc/>
    public int Count => _cells.Length;

    /// <inheritdoc/>
    public int Length => items.Length;

    /// <inheritdoc/>
    public bool IsBlank => false;

    /// <inheritdoc/>
    public string this[int column] => column < _cells.Length ? _cells[column] : string.Empty;

    /// <inheritdoc/>
    public bool Read()
    {
        if (!_isBegun)
        {
            return _isBegun = true;
        }

        while (items.Read())
        {
            if (items.Table.Item == table.Item)
            {
                Row++;
                Fault = items.IsTooLong
                    ? new RowFault(
                        ImportProblemKind.TooLarge,
                        $"{items.Length:N0} characters",
                        "a node or edge of at most 1,048,576"
                    )
                    : null;
                Fill();
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => items.Dispose();

    void Fill()
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = table.Defaults[i] ?? string.Empty;
        }

        foreach (var (column, text) in items.Values)
        {
            _cells[column] = text;
        }
    }
}
