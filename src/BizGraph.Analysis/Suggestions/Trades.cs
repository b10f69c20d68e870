using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>An industry as it is compared: numbers of its division (two digits), its class (four digits) and its sector; −1 where unknown.</summary>
readonly record struct Trade(int Division, int Class, int Sector)
{
    public static Trade Unknown { get; } = new(-1, -1, -1);

    public bool IsKnown => Class >= 0;
}

/// <summary>Numbers the industries of a network. A title without a code is a division and a class of its own.</summary>
sealed class Trades(IndustryTable table)
{
    readonly Dictionary<string, int> _divisions = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);

    public IndustryTable Table => table;

    /// <summary>How many divisions there are, so far.</summary>
    public int Divisions => _divisions.Count;

    /// <summary>How many classes.</summary>
    public int Classes => _classes.Count;

    public Trade Of(Industry? industry)
    {
        var digits = industry?.Code is { } code ? new string([.. code.Where(char.IsAsciiLetterOrDigit)]) : string.Empty;
        if (digits.Length >= 2)
        {
            var scheme = industry!.Scheme ?? string.Empty;
            return new Trade(
                Number(_divisions, $"{scheme}:{digits[..2]}"),
                Number(_classes, $"{scheme}:{digits[..Math.Min(4, digits.Length)]}"),
                table.SectorOf(industry) ?? -1
            );
        }

        if (string.IsNullOrWhiteSpace(industry?.Title))
        {
            return Trade.Unknown;
        }

        var title = "title:" + string.Join(' ', PhraseText.Words(industry.Title));
        return new Trade(Number(_divisions, title), Number(_classes, title), -1);
    }

    static int Number(Dictionary<string, int> numberOf, string key) =>
        numberOf.TryGetValue(key, out var number) ? number : numberOf[key] = numberOf.Count;
}
