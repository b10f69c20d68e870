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
    readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);

    public IndustryTable Table => table;

    public int Count => _numberOf.Count;

    public Trade Of(Industry? industry)
    {
        var digits = industry?.Code is { } code ? new string([.. code.Where(char.IsAsciiLetterOrDigit)]) : string.Empty;
        if (digits.Length >= 2)
        {
            var scheme = industry!.Scheme ?? string.Empty;
            return new Trade(
                Number($"{scheme}:{digits[..2]}"),
                Number($"{scheme}:{digits[..Math.Min(4, digits.Length)]}"),
                table.SectorOf(industry) ?? -1
            );
        }

        if (string.IsNullOrWhiteSpace(industry?.Title))
        {
            return Trade.Unknown;
        }

        var title = Number("title:" + string.Join(' ', PhraseText.Words(industry.Title)));
        return new Trade(title, title, -1);
    }

    int Number(string key) => _numberOf.TryGetValue(key, out var number) ? number : _numberOf[key] = _numberOf.Count;
}
