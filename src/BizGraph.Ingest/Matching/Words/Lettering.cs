using System.Globalization;
using System.Text;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Matching.Words;

/// <summary>Cuts text into words of plain lower-case letters and digits.</summary>
static class Lettering
{
    /// <summary>What lies beyond is not compared, so that a megabyte in a cell costs no more than a name.</summary>
    const int LongestText = 240;

    const int LongestWord = 32;

    /// <summary>The words of a text; letters and digits stay together, "&amp;" and "#" are words of their own. Time O(length).</summary>
    /// <remarks>An apostrophe joins ("Joe's"), and so does a full stop between initials ("U.K."); every other sign parts.</remarks>
    public static List<string> Split(string? text)
    {
        var words = new List<string>();
        if (text is null)
        {
            return words;
        }

        var word = new StringBuilder();
        var afterStop = 0; // the length of the word at its last full stop
        foreach (var sign in text.AsSpan(0, Math.Min(text.Length, LongestText)))
        {
            var letter = Narrow(sign);
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (letter == '.' && word.Length == afterStop + 1)
            {
                afterStop = word.Length;
            }
            else if (!Joins(letter))
            {
                Close(word, words);
                afterStop = 0;
                if (letter is '&' or '+' or '#')
                {
                    words.Add(letter == '#' ? "#" : "&");
                }
            }
        }

        Close(word, words);
        return words;
    }

    /// <summary>The digits of a text, at most <paramref name="longest"/> of them.</summary>
    public static string Digits(string text, int longest)
    {
        var digits = new StringBuilder();
        foreach (var sign in text)
        {
            if (digits.Length < longest && char.IsAsciiDigit(Narrow(sign)))
            {
                digits.Append(Narrow(sign));
            }
        }

        return digits.ToString();
    }

    static void Close(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
        {
            var plain = WordForm
                .Fold(word.ToString())
                .Replace("æ", "ae", StringComparison.Ordinal)
                .Replace("œ", "oe", StringComparison.Ordinal);
            words.Add(plain.Length > LongestWord ? plain[..LongestWord] : plain);
            word.Clear();
        }
    }

    // Full-width forms of ASCII, as East Asian keyboards write them.
    static char Narrow(char sign) => sign is >= '！' and <= '～' ? (char)(sign - 0xFEE0) : sign;

    static bool Joins(char sign) =>
        sign is '\'' or '’' or '‘' or '`' or '´'
        || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
