namespace BizGraph.Analysis.Suggestions;

/// <summary>Lists of words, such as tags, and what two businesses have in common; rare words count more.</summary>
sealed class SharedWords
{
    readonly int[][] _of; // sorted
    readonly double[] _rarity;
    readonly string[] _words;

    public SharedWords(IReadOnlyList<IReadOnlyList<string>> lists)
    {
        var numberOf = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        _of =
        [
            .. lists.Select(list =>
                list.Select(word => word.Trim())
                    .Where(word => word.Length > 0)
                    .Select(word => numberOf.TryGetValue(word, out var number) ? number : numberOf[word] = numberOf.Count)
                    .Distinct()
                    .Order()
                    .ToArray()
            ),
        ];
        _words = [.. numberOf.Keys];
        var counts = new int[_words.Length];
        foreach (var word in _of.SelectMany(words => words))
        {
            counts[word]++;
        }

        _rarity = [.. counts.Select(count => Math.Log(1 + ((double)lists.Count / count)))];
    }

    public bool IsSaid(int node) => _of[node].Length > 0;

    /// <summary>Sum over shared words of ln(1 + n / how many have it); NaN where one of the two says none.</summary>
    public double Shared(int a, int b)
    {
        if (_of[a].Length == 0 || _of[b].Length == 0)
        {
            return double.NaN;
        }

        var sum = 0.0;
        foreach (var word in _of[a])
        {
            sum += Array.IndexOf(_of[b], word) >= 0 ? _rarity[word] : 0;
        }

        return sum;
    }

    public IReadOnlyList<string> Words(int a, int b) => [.. _of[a].Intersect(_of[b]).Select(word => _words[word])];
}
