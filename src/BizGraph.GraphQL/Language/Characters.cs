using System.Globalization;

namespace BizGraph.GraphQL.Language;

/// <summary>Character classes of the lexical grammar (spec 2.1).</summary>
static class Characters
{
    public static bool IsDigit(int c) => c is >= '0' and <= '9';

    public static bool IsNameStart(int c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_';

    public static bool IsNameContinue(int c) => IsNameStart(c) || IsDigit(c);

    public static bool IsUnicodeScalar(int c) => c is >= 0 and <= 0xD7FF or >= 0xE000 and <= 0x10FFFF;

    public static bool IsSurrogatePair(string text, int i) =>
        i + 1 < text.Length && char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]);

    /// <summary>How many UTF-16 units the source character at <paramref name="i"/> takes; 0 where there is none.</summary>
    public static int Width(string text, int i)
    {
        if (i >= text.Length)
            return 0;
        if (IsUnicodeScalar(text[i]))
            return 1;
        return IsSurrogatePair(text, i) ? 2 : 0;
    }

    public static int HexValue(int c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'A' and <= 'F' => c - 'A' + 10,
            >= 'a' and <= 'f' => c - 'a' + 10,
            _ => -1,
        };

    /// <summary>A code point as an error names it: printable ASCII in quotes, anything else as U+XXXX.</summary>
    public static string Describe(string text, int i)
    {
        if (i >= text.Length)
            return "<EOF>";
        var code = IsSurrogatePair(text, i) ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
        return code switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)code}\"",
            _ => "U+" + code.ToString("X4", CultureInfo.InvariantCulture),
        };
    }
}
