using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Excel;

/// <summary>The rows of a sheet, numbered as Excel shows them.</summary>
sealed class ExcelRowReader : IRowReader
{
    readonly Stream _bytes;
    readonly OpenWorkbook _workbook;
    readonly IReadOnlyDictionary<long, List<CellFault>> _faults;
    readonly string[] _cells;

    /// <summary>Opens a sheet.</summary>
    /// <param name="bytes">The workbook; disposed in the end.</param>
    /// <param name="sheet">The sheet's number, from 0.</param>
    /// <param name="faultyPart">The part of the workbook that holds the sheet, where cells of it have errors.</param>
    public ExcelRowReader(Stream bytes, int sheet, string? faultyPart)
    {
        _bytes = WorkbookBytes.Open(bytes);
        try
        {
            _faults = faultyPart is null ? new Dictionary<long, List<CellFault>>() : SheetFaults.Of(_bytes, faultyPart);
            _workbook = new OpenWorkbook(_bytes);
            while (_workbook.SheetNumber < sheet && _workbook.NextSheet()) { }
            _cells = new string[_workbook.Width];
        }
        catch
        {
            _workbook?.Dispose();
            _bytes.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public long Row { get; private set; }

    /// <inheritdoc/>
    public RowFault? Fault => null;

    /// <inheritdoc/>
    public IReadOnlyList<CellFault> CellFaults => _faults.GetValueOrDefault(Row) ?? (IReadOnlyList<CellFault>)[];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public bool MayBeShort => true;

    /// <inheritdoc/>
    public int Length { get; private set; }

    /// <inheritdoc/>
    public bool IsBlank => Count == 0 && CellFaults.Count == 0;

    /// <inheritdoc/>
    public string this[int column] => column < Count ? _cells[column] : string.Empty;

    /// <inheritdoc/>
    public bool Read()
    {
        if (!_workbook.NextRow())
        {
            return false;
        }

        Row++;
        (Count, Length) = (0, 0);
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = TextOf(_workbook.Cell(i, out var format), format);
            Count = _cells[i].Length > 0 ? i + 1 : Count;
            Length += _cells[i].Length;
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _workbook.Dispose();
        _bytes.Dispose();
    }

    static string TextOf(object? value, string? format) =>
        value switch
        {
            null => string.Empty,
            string text => text.Trim(),
            double number => TypedText.Of(number, format),
            int number => TypedText.Of(number, format),
            DateTime date => TypedText.Of(date),
            bool isTrue => TypedText.Of(isTrue),
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty,
        };
}
