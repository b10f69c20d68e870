using System.Globalization;
using System.Text;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Offers, needs and titles as they are compared.</summary>
static class PhraseText
{
    /// <summary>The words: lower case, without accents, parted by whatever is no letter or digit.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
                && letter is not ('\'' or '’')
                && word.Length > 0
            )
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>The words with each known phrase put into the first of its group; the longest phrase first.</summary>
    public static IEnumerable<string> Canonical(string text, Synonyms synonyms)
    {
        string[] words = [.. Words(text)];
        for (var start = 0; start < words.Length; )
        {
            var length = Math.Min(synonyms.LongestPhrase, words.Length - start);
            while (length > 1 && !synonyms.Has(string.Join(' ', words, start, length)))
            {
                length--;
            }

            var phrase = string.Join(' ', words, start, length);
            foreach (var word in synonyms.FirstOf(phrase).Split(' '))
            {
                yield return word;
            }

            start += length;
        }
    }
}
