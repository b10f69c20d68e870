using System.Buffers;
using System.Globalization;

namespace BizGraph.Ingest.Values;

/// <summary>Which part comes first in a column's dates such as 03/04/2024.</summary>
enum DateOrder
{
    /// <summary>Its values do not tell.</summary>
    Undecided,

    /// <summary>Day, month, year.</summary>
    DayFirst,

    /// <summary>Month, day, year.</summary>
    MonthFirst,
}

/// <summary>What a date's text covers: a day, a month or a year.</summary>
readonly record struct DateSpan(DateOnly First, DateOnly Last);

/// <summary>Dates as people write them: ISO, day or month first, with months in words; a month or a year alone.</summary>
static class DateText
{
    // 1954-10-03 and 2119-01-10: a number between them in a column of dates is hardly anything else.
    const int FirstSerial = 20_000;
    const int LastSerial = 80_000;

    static readonly SearchValues<char> Figures = SearchValues.Create("0123456789/-");
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    static readonly Dictionary<string, int> German = new()
    {
        ["mär"] = 3,
        ["mrz"] = 3,
        ["mai"] = 5,
        ["okt"] = 10,
        ["dez"] = 12,
    };

    /// <summary>Reads a date. <paramref name="order"/> settles what can be read as two days; undecided, the day comes first and it is <paramref name="isAmbiguous"/>.</summary>
    public static bool TryParse(string text, DateOrder order, out DateSpan span, out bool isAmbiguous)
    {
        isAmbiguous = false;
        span = default;
        Span<Range> ranges = stackalloc Range[4];
        var date = WithoutTime(text.AsSpan().Trim());
        var count = date.SplitAny(ranges, "-/. ,", StringSplitOptions.RemoveEmptyEntries);
        return count switch
        {
            1 => TryYear(date[ranges[0]], out span)
                || TryCompact(date[ranges[0]], out span)
                || TrySerial(date[ranges[0]], out span),
            2 when TrySerial(date, out span) => true,
            2 => TryMonth(date[ranges[0]], date[ranges[1]], out span),
            3 => TryDay(date, date[ranges[0]], date[ranges[1]], date[ranges[2]], order, out span, out isAmbiguous),
            _ => false,
        };
    }

    /// <summary>Whether a text is a spreadsheet's count of days.</summary>
    public static bool IsSerial(string text) => TrySerial(text.AsSpan().Trim(), out _);

    /// <summary>What one value tells of its column's order.</summary>
    public static DateOrder OrderOf(string text)
    {
        var date = WithoutTime(text.AsSpan().Trim());
        var mark = date.IndexOfAny('/', '-');
        if (mark is not (1 or 2) || date.ContainsAnyExcept(Figures) || !IsOneDay(text, out var day))
        {
            return DateOrder.Undecided;
        }

        var first = Number(date[..mark]);
        return first > 12 ? DateOrder.DayFirst
            : first == day.Month && day.Day > 12 ? DateOrder.MonthFirst
            : DateOrder.Undecided;
    }

    static bool IsOneDay(string text, out DateOnly day)
    {
        var isOne = TryParse(text, DateOrder.Undecided, out var span, out var isAmbiguous) && !isAmbiguous;
        day = span.First;
        return isOne && span.First == span.Last;
    }

    static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            return text;
        }

        var before = text[..colon].LastIndexOfAny(' ', 'T');
        return before < 0 ? text : text[..before];
    }

    static bool TryYear(ReadOnlySpan<char> text, out DateSpan span) =>
        TryCover(text.Length == 4 ? Number(text) : 0, 0, 0, out span);

    static bool TryCompact(ReadOnlySpan<char> text, out DateSpan span)
    {
        span = default;
        return text.Length == 8 && TryCoverDay(Number(text[..4]), Number(text[4..6]), Number(text[6..]), out span);
    }

    // A cell of Excel that holds a date and lost its format: days since 1899-12-30, of which the first 60 are off by one.
    static bool TrySerial(ReadOnlySpan<char> text, out DateSpan span)
    {
        var days = text.Length is 5 or > 6 && (text.Length == 5 || text[5] is '.') ? Number(text[..5]) : -1;
        var isSerial = days is >= FirstSerial and <= LastSerial && (text.Length == 5 || Number(text[6..]) >= 0);
        var day = new DateOnly(1899, 12, 30).AddDays(isSerial ? days : 0);
        span = new DateSpan(day, day);
        return isSerial;
    }

    static bool TryMonth(ReadOnlySpan<char> first, ReadOnlySpan<char> second, out DateSpan span)
    {
        var yearIsFirst = first.Length == 4 && Number(first) > 0;
        var year = yearIsFirst ? first : second;
        var month = yearIsFirst ? second : first;
        span = default;
        return year.Length == 4 && MonthOf(month) > 0 && TryCover(Number(year), MonthOf(month), 0, out span);
    }

    static bool TryDay(
        ReadOnlySpan<char> whole,
        ReadOnlySpan<char> a,
        ReadOnlySpan<char> b,
        ReadOnlySpan<char> c,
        DateOrder order,
        out DateSpan span,
        out bool isAmbiguous
    )
    {
        isAmbiguous = false;
        if (a.Length == 4)
        {
            return TryCoverDay(Number(a), MonthOf(b), Number(c), out span);
        }

        var year =
            c.Length == 4 ? Number(c)
            : c.Length == 2 ? Century(Number(c))
            : -1;
        if (char.IsLetter(a[0]) || char.IsLetter(b[0]))
        {
            return char.IsLetter(a[0])
                ? TryCoverDay(year, MonthOf(a), Number(b), out span)
                : TryCoverDay(year, MonthOf(b), Number(a), out span);
        }

        var (first, second) = (Number(a), Number(b));
        var isOpen = first <= 12 && second <= 12 && first != second && !whole.Contains('.');
        isAmbiguous = isOpen && order == DateOrder.Undecided;
        var monthFirst = second > 12 || (isOpen && order == DateOrder.MonthFirst);
        return monthFirst ? TryCoverDay(year, first, second, out span) : TryCoverDay(year, second, first, out span);
    }

    static bool TryCoverDay(int year, int month, int day, out DateSpan span)
    {
        span = default;
        return month > 0 && day > 0 && TryCover(year, month, day, out span);
    }

    // A part that is 0 is not said.
    static bool TryCover(int year, int month, int day, out DateSpan span)
    {
        span = default;
        if (year is < 1000 or > 9999 || month is < 0 or > 12 || day < 0 || (month > 0 && day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        var lastMonth = month == 0 ? 12 : month;
        var lastDay = day == 0 ? DateTime.DaysInMonth(year, lastMonth) : day;
        span = new DateSpan(new DateOnly(year, Math.Max(month, 1), Math.Max(day, 1)), new DateOnly(year, lastMonth, lastDay));
        return true;
    }

    static int Century(int year) =>
        year < 0 ? -1
        : year < 50 ? 2000 + year
        : 1900 + year;

    static int MonthOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsLetter(text[0]))
        {
            return Number(text);
        }

        var start = text[..Math.Min(3, text.Length)].ToString().ToLowerInvariant();
        return German.TryGetValue(start, out var month) ? month
            : Array.IndexOf(Months, start) + 1 is var m and > 0 ? m
            : -1;
    }

    static int Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
