using System.Globalization;

namespace BizGraph.Ingest.Values;

/// <summary>Which mark parts the decimals in a column.</summary>
enum DecimalMark
{
    /// <summary>Its values do not tell.</summary>
    Undecided,

    /// <summary>1,234.5.</summary>
    Dot,

    /// <summary>1.234,5.</summary>
    Comma,
}

/// <summary>Numbers as people write them: 1,234.56 and 1.234,56 and 1234,5, with spaces, signs and brackets for credits.</summary>
static class NumberText
{
    /// <summary>Reads a number without unit. <paramref name="mark"/> settles what 1,234 means; a value that can be read one way only is read so.</summary>
    public static bool TryParse(string text, DecimalMark mark, out decimal value)
    {
        if (IsPlain(text))
        {
            return decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        }

        Span<char> digits = stackalloc char[64];
        value = 0;
        if (!TryClean(text, digits, out var length, out var isCredit))
        {
            return false;
        }

        var cleaned = digits[..length];
        var own = MarkOf(cleaned);
        var effective = own == DecimalMark.Undecided ? mark : own;
        if (!TrySettle(cleaned, effective == DecimalMark.Comma ? ',' : '.', out length))
        {
            return false;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var read = decimal.TryParse(cleaned[..length], Style, CultureInfo.InvariantCulture, out value);
        value = isCredit ? -value : value;
        return read;
    }

    /// <summary>What one value tells of its column's decimal mark.</summary>
    public static DecimalMark MarkOf(string text)
    {
        Span<char> digits = stackalloc char[64];
        return !IsPlain(text) && TryClean(text, digits, out var length, out _) ? MarkOf(digits[..length]) : DecimalMark.Undecided;
    }

    static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter) && letter != '-')
            {
                return false;
            }
        }

        return text.Length < 25;
    }

    static DecimalMark MarkOf(ReadOnlySpan<char> number)
    {
        var dot = number.LastIndexOf('.');
        var comma = number.LastIndexOf(',');
        if (dot >= 0 && comma >= 0)
        {
            return dot > comma ? DecimalMark.Dot : DecimalMark.Comma;
        }

        if (dot < 0 && comma < 0)
        {
            return DecimalMark.Undecided;
        }

        var place = Math.Max(dot, comma);
        var written = dot >= 0 ? DecimalMark.Dot : DecimalMark.Comma;
        if (number.Count(number[place]) > 1)
        {
            return written == DecimalMark.Dot ? DecimalMark.Comma : DecimalMark.Dot;
        }

        var before = number[..place].TrimStart("+-");
        var isGroup = number.Length - place - 1 == 3 && before.Length is >= 1 and <= 3 && before[0] != '0';
        return isGroup ? DecimalMark.Undecided : written;
    }

    // Drops what parts groups without doubt (spaces, apostrophes) and the brackets of a credit.
    static bool TryClean(string text, Span<char> into, out int length, out bool isCredit)
    {
        length = 0;
        var inner = text.AsSpan().Trim();
        isCredit = inner.Length > 2 && inner[0] == '(' && inner[^1] == ')';
        inner = isCredit ? inner[1..^1] : inner;
        foreach (var letter in inner)
        {
            if (char.IsWhiteSpace(letter) || letter is '\'' or '’')
            {
                continue;
            }

            var fits = char.IsAsciiDigit(letter) || letter is '.' or ',' or '-' or '+' or 'e' or 'E' or '−';
            if (!fits || length == into.Length)
            {
                return false;
            }

            into[length++] = letter == '−' ? '-' : letter;
        }

        return length > 0;
    }

    // Drops the marks of groups, checks that each stands before a group, and writes the decimal mark as a dot.
    static bool TrySettle(Span<char> number, char mark, out int length)
    {
        length = 0;
        var decimals = number.IndexOf(mark);
        var whole = decimals < 0 ? number.Length : decimals;
        for (var i = 0; i < number.Length; i++)
        {
            if (number[i] is not ('.' or ',') || i == decimals)
            {
                number[length++] = i == decimals ? '.' : number[i];
            }
            else if (i == 0 || i > whole || !IsBeforeGroup(number[(i + 1)..whole]))
            {
                return false;
            }
        }

        return true;
    }

    // The last group has three figures; elsewhere two will do, as in 12,34,567.
    static bool IsBeforeGroup(ReadOnlySpan<char> rest) =>
        rest.IndexOfAny('.', ',') is var next && next < 0 ? rest.Length == 3 : next is 2 or 3;
}
