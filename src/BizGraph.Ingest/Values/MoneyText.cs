namespace BizGraph.Ingest.Values;

/// <summary>Amounts of money as people write them: a number with a currency's sign or code before or behind it, or without.</summary>
static class MoneyText
{
    /// <summary>Reads an amount, and the ISO 4217 code of its currency where it says one.</summary>
    public static bool TryParse(string text, DecimalMark mark, out decimal amount, out string? currency)
    {
        currency = null;
        return NumberText.TryParse(text, mark, out amount) || TryParseWithUnit(text, mark, out amount, out currency);
    }

    /// <summary>Reads the name of a currency: an ISO 4217 code, a sign or a word.</summary>
    public static string? CurrencyOf(ReadOnlySpan<char> text)
    {
        var name = text.Trim().ToString();
        return SignOf(name) is { } code ? code
            : name.Length == 3 && name.All(char.IsAsciiLetter) ? name.ToUpperInvariant()
            : BusinessWords.Currencies.TryGet(name, out var known) ? known
            : null;
    }

    /// <summary>The number without its unit, for a look at how its column writes numbers.</summary>
    public static string NumberOf(string text)
    {
        Split(text, out var number, out _);
        return number;
    }

    static string? SignOf(string name) =>
        name switch
        {
            "£" => "GBP",
            "€" => "EUR",
            "$" => "USD",
            "¥" => "JPY",
            _ => null,
        };

    static bool TryParseWithUnit(string text, DecimalMark mark, out decimal amount, out string? currency)
    {
        Split(text, out var number, out var unit);
        currency = unit.Length == 0 ? null : CurrencyOf(unit);
        amount = 0;
        return currency is not null && NumberText.TryParse(number, mark, out amount);
    }

    // "-£5", "(£5)" and "5,- €" put signs around the unit, so the unit is whatever no number holds.
    static void Split(string text, out string number, out string unit)
    {
        var first = 0;
        while (first < text.Length && !IsUnit(text[first]))
        {
            first++;
        }

        var last = text.Length;
        while (last > first && !IsUnit(text[last - 1]))
        {
            last--;
        }

        unit = text[first..last];
        number = string.Concat(text.AsSpan(0, first), text.AsSpan(last));
    }

    static bool IsUnit(char letter) =>
        char.IsLetter(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.CurrencySymbol;
}
