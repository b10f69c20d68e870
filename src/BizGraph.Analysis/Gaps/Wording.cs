using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>What short texts such as "bookkeeping" or "van repairs" are about: their words, cut so that endings make no difference.</summary>
/// <remarks>A word longer than six letters counts by its first six, a shorter one without a last <c>s</c>; filler words are left out. The rule is BizGraph's own.</remarks>
static class Wording
{
    const int Letters = 6;

    static readonly HashSet<string> Fillers =
    [
        .. "a an and at by for from in local of on our the to with".Split(' '),
        .. "am auf aus bei das der die ein eine für im in lokale lokaler mit und von vor zu zum zur".Split(' '),
    ];

    /// <summary>The stems of a text, distinct and in order; empty where it has no word.</summary>
    public static string[] Stems(string text) =>
        [
            .. new string([.. BusinessId.Normalize(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !Fillers.Contains(word))
                .Select(Stem)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    static string Stem(string word) =>
        word.Length > Letters ? word[..Letters]
        : word.Length > 3 && word[^1] == 's' ? word[..^1]
        : word;
}
