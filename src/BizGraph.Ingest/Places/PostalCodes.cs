using System.Text.RegularExpressions;

namespace BizGraph.Ingest.Places;

/// <summary>The forms in which one postal code is written.</summary>
static partial class PostalCodes
{
    /// <summary>How a table's own code is kept: capitals and figures only.</summary>
    public static string Plain(string code)
    {
        // What pandas makes of a column of figures with gaps.
        var text = code.EndsWith(".0", StringComparison.Ordinal) ? code[..^2] : code;
        return string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }

    /// <summary>What a code may be called in a table, the most exact first.</summary>
    /// <param name="code">As a row writes it.</param>
    /// <param name="country">The row's country as <see cref="CountryWords"/> writes it; null where it says none.</param>
    public static IEnumerable<string> FormsOf(string code, string? country)
    {
        var plain = Plain(code);
        yield return plain;
        if (British().Match(plain) is { Success: true } british)
        {
            yield return british.Groups["outward"].Value;
        }
        else if (Prefixed().Match(code.Trim()) is { Success: true } prefixed)
        {
            yield return prefixed.Groups["figures"].Value;
        }

        if (country is not (null or CountryWords.UnitedStates) || !plain.All(char.IsAsciiDigit))
        {
            // Germany has codes of five figures, too, some with a zero before them.
            if (country is CountryWords.Germany && plain.Length == 4 && plain.All(char.IsAsciiDigit))
            {
                yield return '0' + plain;
            }

            yield break;
        }

        // Spreadsheets take the zeros before a number away: 501 is 00501, and 13371234 is 01337-1234.
        if (plain.Length is 3 or 4)
        {
            yield return plain.PadLeft(5, '0');
        }
        else if (plain.Length is > 6 and <= 9)
        {
            yield return plain.PadLeft(9, '0')[..5];
        }
    }

    // SW1A 1AA: the inward code is a figure and two letters, and never without the outward one.
    [GeneratedRegex("^(?<outward>[A-Z]{1,2}[0-9][0-9A-Z]?)[0-9][A-Z]{2}$")]
    private static partial Regex British();

    // D-72070, A-1010, CH-8001.
    [GeneratedRegex("^[A-Za-z]{1,3}[- ](?<figures>[0-9]{4,5})$")]
    private static partial Regex Prefixed();
}
