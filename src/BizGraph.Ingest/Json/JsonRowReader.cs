using BizGraph.Model;

namespace BizGraph.Ingest.Json;

/// <summary>The items of one list of a JSON file as rows; the names of their values are row 0.</summary>
/// <param name="items">All items of the file; disposed in the end.</param>
/// <param name="list">What the survey found.</param>
sealed class JsonRowReader(JsonItems items, JsonList list) : IRowReader
{
    readonly string[] _cells = [.. list.Cells.Names];
    bool _isBegun;

    /// <inheritdoc/>
    public long Row { get; private set; }

    /// <inheritdoc/>
    public RowFault? Fault { get; private set; }

    /// <inheritdoc/>
    public int Count => _cells.Length;

    /// <inheritdoc/>
    public int Length { get; private set; }

    /// <inheritdoc/>
    public bool IsBlank => Array.TrueForAll(_cells, cell => cell.Length == 0);

    /// <inheritdoc/>
    public string this[int column] => column < _cells.Length ? _cells[column] : string.Empty;

    /// <inheritdoc/>
    public bool Read()
    {
        if (!_isBegun)
        {
            _isBegun = true;
            return _cells.Length > 0;
        }

        while (items.Read())
        {
            if (items.List == list.Name)
            {
                (Row, Length, Fault) = (items.Row, items.Length, items.Fault);
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
        if (Fault is not null)
        {
            return;
        }

        try
        {
            list.Cells.Fill(items.Item, _cells);
            list.Complete(_cells);
        }
        catch (InvalidOperationException)
        {
            (Length, Fault) = (0, new RowFault(ImportProblemKind.DamagedRow, "half a character", "text in Unicode"));
        }
    }
}
