using System.Text;

namespace BizGraph.Ingest.Values;

/// <summary>Headers and words as they are compared: letters and digits only, lower case, without diacritics.</summary>
/// <remarks>A table of its own: with invariant globalization the runtime takes no letter apart.</remarks>
static class WordForm
{
    // Each letter of the second string stands for the letters of the first at its place.
    const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżž";
    const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijkllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzz";

    static readonly Dictionary<char, char> Folds = Accented.Zip(Plain).ToDictionary(p => p.First, p => p.Second);

    /// <summary>The form in which two spellings of one word are the same text.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var lower = char.ToLowerInvariant(letter);
            if (lower == 'ß')
            {
                folded.Append("ss");
            }
            else if (char.IsLetterOrDigit(lower))
            {
                folded.Append(Folds.GetValueOrDefault(lower, lower));
            }
        }

        return folded.ToString();
    }

    /// <summary>What two headers are compared by; one of nothing but signs stands for itself.</summary>
    public static string KeyOf(string header) => Fold(header) is { Length: > 0 } folded ? folded : header.Trim();
}
