namespace BizGraph.Analysis.Suggestions;

/// <summary>The words that names are made of, such as "council", "taxis" or "Ltd", where several businesses have them.</summary>
sealed class NameWords
{
    const int LeastHolders = 3; // a word of one or two businesses tells no more than who they are
    const int MostWords = 6; // of one name: the rarest

    readonly int[][] _of;

    public NameWords(IReadOnlyList<string> names)
    {
        var words = names.Select(name => PhraseText.Words(name).Where(IsWord).ToHashSet(StringComparer.Ordinal)).ToArray();
        var holders = words
            .SelectMany(of => of)
            .CountBy(word => word, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var kept = holders
            .Where(word => word.Value >= LeastHolders)
            .OrderBy(word => word.Value)
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key)
            .ToArray();
        var numberOf = kept.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
        Holders = [.. kept.Select(word => holders[word])];
        _of =
        [
            .. words.Select(of =>
                of.Where(numberOf.ContainsKey).Select(word => numberOf[word]).Order().Take(MostWords).ToArray()
            ),
        ];
    }

    /// <summary>How many businesses have each word; the rarest words have the lowest numbers.</summary>
    public int[] Holders { get; }

    /// <summary>The words of a node's name, the rarest first.</summary>
    public int[] Of(int node) => _of[node];

    static bool IsWord(string word) => word.Length > 1 && word.Any(char.IsLetter);
}
