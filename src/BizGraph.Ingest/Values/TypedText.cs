using System.Globalization;

namespace BizGraph.Ingest.Values;

/// <summary>Numbers and dates that a file holds as such, as text that can be read one way only.</summary>
static class TypedText
{
    const double MostWhole = 1e15; // above it a double skips whole numbers

    /// <summary>A number; in the format <c>00000</c>, as a postal code is, with its leading zeros.</summary>
    public static string Of(double number, string? format = null)
    {
        if (Math.Abs(number) < MostWhole && Math.Truncate(number) == number)
        {
            var whole = ((long)number).ToString(CultureInfo.InvariantCulture);
            var isPadded = format is { Length: > 1 and <= 20 } && format.All(letter => letter == '0');
            return isPadded ? whole.PadLeft(format!.Length, '0') : whole;
        }

        return OfNumber(number.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>A number as JSON and XML write it. 1.234 has decimals there: a fourth one says so.</summary>
    public static string OfNumber(string number)
    {
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        return dot >= 0 && number.Length - dot == 4 && !number.Contains('e', StringComparison.OrdinalIgnoreCase)
            ? number + "0"
            : number;
    }

    /// <summary>A date, with its time unless it is midnight.</summary>
    public static string Of(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Yes or no.</summary>
    public static string Of(bool isTrue) => isTrue ? "true" : "false";
}
