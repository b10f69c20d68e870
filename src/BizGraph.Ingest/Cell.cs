using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>The cell in hand: its text, and what it says as a number, a date or a word.</summary>
/// <remarks>A value that does not fit is kept as an attribute of its row and said once for the column. One cell is used for all rows of a list.</remarks>
/// <param name="file">What problems call the list.</param>
/// <param name="problems">Told of what does not fit.</param>
/// <param name="fate">What becomes of a value that does not fit.</param>
sealed class Cell(string file, ProblemLog problems, string fate)
{
    // More than any economy's yearly output in any currency, and billions of such rows still add up.
    const decimal MostMoney = 1_000_000_000_000_000_000;

    static readonly Column NoColumn = new(-1, string.Empty, string.Empty, null);
    readonly char[] _partMarks = ['|', ';'];
    Column _column = NoColumn;
    Dictionary<string, string>? _attributes;

    /// <summary>The text, trimmed and never empty.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>The number of its row.</summary>
    public long Row { get; private set; }

    /// <summary>Whether all cells of its column say a direction.</summary>
    public bool SaysDirections => _column.SaysDirections;

    /// <summary>What no field took of the row so far.</summary>
    public IReadOnlyDictionary<string, string> Attributes => _attributes ?? BusinessFacts.NoAttributes;

    /// <summary>Begins a row.</summary>
    public void StartRow(long row)
    {
        Row = row;
        _attributes = null;
    }

    /// <summary>Goes to a cell of the row.</summary>
    public void MoveTo(Column column, string text)
    {
        _column = column;
        Text = text;
    }

    /// <summary>Keeps the text as an attribute.</summary>
    public void Keep() => KeepAs(_column.Header, Text);

    /// <summary>Keeps the text as an attribute, unless it says why the row was refused before it was mended.</summary>
    public void KeepUnlessReason()
    {
        if (!RefusedRow.IsReason(Text))
        {
            Keep();
        }
    }

    /// <summary>Keeps a text as an attribute.</summary>
    public void KeepAs(string name, string text) => (_attributes ??= [])[name] = text;

    /// <summary>Several short texts in one cell.</summary>
    public IReadOnlyList<string> Several() =>
        Text.AsSpan().IndexOfAny(_partMarks) < 0
            ? [Text]
            : Text.Split(_partMarks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public double? Number(double least, double most, string expected)
    {
        if (!NumberText.TryParse(Text, _column.Mark, out var number))
        {
            return Refuse<double>(ImportProblemKind.NotAValue, expected);
        }

        var value = (double)number;
        return value >= least && value <= most ? value : Refuse<double>(ImportProblemKind.OutOfRange, expected);
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int? Whole(int least, int most, string expected) =>
        !NumberText.TryParse(Text, _column.Mark, out var number) || decimal.Truncate(number) != number
            ? Refuse<int>(ImportProblemKind.NotAValue, expected)
        : number < least || number > most ? Refuse<int>(ImportProblemKind.OutOfRange, expected)
        : (int)number;

    /// <summary>An amount of money; its currency where the cell says one.</summary>
    public decimal? Money(decimal least, string expected, out string? currency) =>
        !MoneyText.TryParse(Text, _column.Mark, out var amount, out currency)
            ? Refuse<decimal>(ImportProblemKind.NotAValue, expected)
        : amount < least || Math.Abs(amount) > MostMoney ? Refuse<decimal>(ImportProblemKind.OutOfRange, expected)
        : amount;

    /// <summary>The code of a currency.</summary>
    public string? Currency()
    {
        var code = MoneyText.CurrencyOf(Text);
        if (code is null)
        {
            Refuse<int>(ImportProblemKind.NotAValue, "a currency's ISO 4217 code, such as GBP, or its sign");
        }

        return code;
    }

    /// <summary>A day, a month or a year.</summary>
    public DateSpan? Date()
    {
        if (!DateText.TryParse(Text, _column.Order, out var span, out var isAmbiguous))
        {
            return Refuse<DateSpan>(ImportProblemKind.NotAValue, "a date such as 2024-03-31, 31/03/2024, 2024-03 or 2024");
        }

        if (DateText.IsSerial(Text))
        {
            Say(ImportProblemKind.AmbiguousDate, "a date such as 2024-03-31; read as a spreadsheet's count of days");
        }

        if (isAmbiguous)
        {
            Say(ImportProblemKind.AmbiguousDate, "a date that is one day only, such as 2024-03-31; read with the day first");
        }

        return span;
    }

    /// <summary>One of the words of a table.</summary>
    public T? Word<T>(WordTable<T> table, string expected)
        where T : struct => table.TryGet(Text, out var meaning) ? meaning : Refuse<T>(ImportProblemKind.NotAValue, expected);

    /// <summary>How a tie runs.</summary>
    public TieDirection? Direction() =>
        DirectionWords.TryGet(Text, out var direction)
            ? direction
            : Refuse<TieDirection>(ImportProblemKind.NotAValue, "directed, undirected, mutual, yes or no");

    /// <summary>Says something of the cell's column, once.</summary>
    public void Say(ImportProblemKind kind, string expected, string? word = null) =>
        problems.AddOnce(new ImportProblem(kind, file, Row, _column.Header, Text, expected), word);

    T? Refuse<T>(ImportProblemKind kind, string expected)
        where T : struct
    {
        Keep();
        Say(kind, $"{expected}; {fate}");
        return null;
    }
}
