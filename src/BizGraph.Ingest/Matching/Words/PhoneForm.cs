namespace BizGraph.Ingest.Matching.Words;

/// <summary>A telephone number as it is compared: its digits without the zeros, country and extension before and after.</summary>
static class PhoneForm
{
    const int FewestDigits = 6;
    const int MostNumbers = 3;

    /// <summary>The numbers in a cell. Several are parted by a comma, a semicolon, "or" or a slash between two whole numbers.</summary>
    public static string[] Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        text = text.Length > 120 ? text[..120] : text;
        var numbers = new List<string>();
        foreach (var part in text.Split([";", ",", " or ", "|"], StringSplitOptions.RemoveEmptyEntries).SelectMany(CutAtSlash))
        {
            if (numbers.Count < MostNumbers && ReadOne(part) is { } number && !numbers.Contains(number))
            {
                numbers.Add(number);
            }
        }

        return [.. numbers];
    }

    // "310/246-1501" is one number, "020 7946 0001 / 020 7946 0002" are two.
    static string[] CutAtSlash(string text)
    {
        var parts = text.Split('/');
        return parts.Length > 1 && parts.All(part => Lettering.Digits(part, 20).Length >= FewestDigits) ? parts : [text];
    }

    static string? ReadOne(string text)
    {
        var lower = text.ToLowerInvariant();
        foreach (var mark in (ReadOnlySpan<string>)["ext", "x", "durchwahl", "#"])
        {
            var at = lower.IndexOf(mark, StringComparison.Ordinal);
            if (at > FewestDigits)
            {
                lower = lower[..at];
            }
        }

        lower = lower.Replace("(0)", string.Empty, StringComparison.Ordinal);
        var digits = Lettering.Digits(lower, 18).TrimStart('0');
        if (digits.Length == 11 && digits[0] == '1')
        {
            digits = digits[1..]; // North America's own code
        }

        return digits.Length >= FewestDigits && digits.Distinct().Count() > 2 ? digits : null;
    }
}
