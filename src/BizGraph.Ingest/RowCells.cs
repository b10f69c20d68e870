using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Goes over the cells of a row and gives each to its field; what no field takes is an attribute.</summary>
sealed class RowCells<TDraft>
{
    static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    readonly Layout _layout;
    readonly Action<TDraft, Cell>?[] _take;
    readonly string _file;
    readonly ProblemLog _problems;
    readonly bool _mayHoldBadText;

    /// <summary>The cells of one list.</summary>
    public RowCells(Layout layout, string file, bool mayHoldBadText, ProblemLog problems)
    {
        _layout = layout;
        _take = [.. layout.Columns.Select(column => (column.Field as Field<TDraft>)?.Take)];
        _file = file;
        _problems = problems;
        _mayHoldBadText = mayHoldBadText;
        // A newer list of businesses leaves what it does not say as it was; of a tie the newest list speaks alone.
        var fate = layout.Kind == Layouts.LayoutKind.Businesses ? "what was known before stays" : "the row counts without it";
        Cell = new Cell(file, problems, $"kept as an attribute, and {fate}");
    }

    /// <summary>The cell in hand, with the attributes of its row.</summary>
    public Cell Cell { get; }

    /// <summary>Where to write a hash of each cell of the row, 0 where it is empty; null where nobody asks for it.</summary>
    public uint[]? Prints { get; set; }

    /// <summary>Reads a row.</summary>
    public void Read(IRowReader row, TDraft draft)
    {
        Cell.StartRow(row.Row);
        var columns = _layout.Columns;
        var count = Math.Min(row.Count, columns.Count);
        for (var i = 0; i < count; i++)
        {
            var text = row[i];
            if (text.Length == 0)
            {
                continue;
            }

            // As exports write it, so that no spreadsheet takes it for a formula.
            if (text is ['\'', '=' or '+' or '-' or '@', ..])
            {
                text = text[1..];
            }

            Cell.MoveTo(columns[i], text);
            if (Prints is { } prints)
            {
                prints[i] = PrintOf(text);
            }

            if (text[0] is '=' or '@' or '+' or '-' && IsFormulaLike(text))
            {
                Cell.Say(ImportProblemKind.FormulaLike, "text or a number; kept as it is, and exports make it harmless");
            }

            if (_mayHoldBadText && text.AsSpan().ContainsAny('\uFFFD', '\0'))
            {
                Cell.MoveTo(columns[i], text.Replace('\0', '\uFFFD'));
                Cell.Say(ImportProblemKind.BadEncoding, "text in the encoding of the rest of the file");
            }

            if (_take[i] is { } take)
            {
                take(draft, Cell);
            }
            else
            {
                Cell.Keep();
            }
        }

        if (row.Count > columns.Count || (row.Count < columns.Count && !row.MayBeShort))
        {
            SayCellCount(row);
        }

        if (row.CellFaults.Count > 0)
        {
            SayCellFaults(row.CellFaults);
        }
    }

    /// <summary>Says what is wrong with the row in hand.</summary>
    public void Say(ImportProblemKind kind, string? column, string found, string expected) =>
        _problems.Add(new ImportProblem(kind, _file, Cell.Row, column, found, expected));

    /// <summary>Says something once for its column, or for each word; how often it is there is counted.</summary>
    public void SayOnce(ImportProblemKind kind, string? column, string found, string expected, string? word = null) =>
        _problems.AddOnce(new ImportProblem(kind, _file, Cell.Row, column, found, expected), word);

    /// <summary>A hash of a cell; 0 for an empty one.</summary>
    public static uint PrintOf(string text) =>
        text.Length == 0 ? 0 : (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan())) | 1;

    // A number or a telephone number may begin with a sign.
    static bool IsFormulaLike(string text) => text.Length > 1 && (text[0] is '=' or '@' || text.AsSpan(1).ContainsAny(Letters));

    /// <summary>What a column is called.</summary>
    public string HeaderOf(int column) =>
        column < _layout.Columns.Count ? _layout.Columns[column].Header : $"column {column + 1}";

    void SayCellFaults(IReadOnlyList<CellFault> faults)
    {
        foreach (var fault in faults)
        {
            SayOnce(fault.Kind, HeaderOf(fault.Column), fault.Found, fault.Expected);
        }
    }

    void SayCellCount(IRowReader row)
    {
        var width = _layout.Columns.Count;
        for (var i = width; i < row.Count; i++)
        {
            if (row[i] is { Length: > 0 } text)
            {
                Cell.KeepAs($"column {i + 1}", text);
            }
        }

        Say(ImportProblemKind.CellCount, null, $"{row.Count} cells", $"{width} cells, as in the header");
    }
}
