using System.Globalization;

namespace BizGraph.Api.Reasons;

/// <summary>Numbers and days as German writes them. The invariant culture is all that is sure to be there: digits are grouped by points, and decimals follow a comma.</summary>
static class GermanFigures
{
    static readonly string[] Months =
    [
        .. "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".Split(' '),
    ];

    public static NumberFormatInfo Numbers { get; } = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>A whole number: "2.000".</summary>
    public static string Number(double number) => number.ToString("N0", Numbers);

    /// <summary>A number with its noun: "1 Verbindung", "2.000 Verbindungen".</summary>
    public static string Count(double number, string one, string many) => number == 1 ? $"1 {one}" : $"{Number(number)} {many}";

    /// <summary>How many more: "1 weitere", "2 weitere"; after words such as "mit" or "von" "2 weiteren".</summary>
    public static string More(long number, bool isDative) => $"{Number(number)} {(isDative ? "weiteren" : "weitere")}";

    /// <summary>A day: "1. Mai 2025".</summary>
    public static string Day(DateOnly day) => $"{day.Day}. {Month(day)}";

    /// <summary>A month: "Mai 2025".</summary>
    public static string Month(DateOnly day) => $"{Months[day.Month - 1]} {day.Year}";
}
