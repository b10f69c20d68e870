namespace BizGraph.Analysis.Suggestions;

/// <summary>Phrases, as their words, as vectors of trigrams, weighted by rarity among the phrases and of length 1; found again through an inverted index.</summary>
sealed class PhraseVectors
{
    readonly (int Trigram, double Weight)[][] _vectors;
    readonly List<(int Phrase, double Weight)>[] _postings;

    public PhraseVectors(IReadOnlyList<IReadOnlyList<string>> phrases)
    {
        var numberOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new List<int>();
        var trigrams = phrases.Select(phrase => Trigrams(phrase, numberOf)).ToArray();
        foreach (var of in trigrams)
        {
            foreach (var (trigram, _) in of)
            {
                while (counts.Count <= trigram)
                {
                    counts.Add(0);
                }

                counts[trigram]++;
            }
        }

        _postings = [.. counts.Select(_ => new List<(int, double)>())];
        _vectors = new (int, double)[phrases.Count][];
        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            _vectors[phrase] = Unit([
                .. trigrams[phrase].Select(t => (t.Trigram, t.Times * Math.Log(1 + ((double)phrases.Count / counts[t.Trigram])))),
            ]);
            foreach (var (trigram, weight) in _vectors[phrase])
            {
                _postings[trigram].Add((phrase, weight));
            }
        }
    }

    /// <summary>Adds the cosine with every phrase that shares a trigram.</summary>
    public void Around(int phrase, SparseSums sums)
    {
        foreach (var (trigram, weight) in _vectors[phrase])
        {
            foreach (var (other, otherWeight) in _postings[trigram])
            {
                sums.Add(other, weight * otherWeight);
            }
        }
    }

    static (int Trigram, double Weight)[] Unit((int Trigram, double Weight)[] vector)
    {
        var length = Math.Sqrt(vector.Sum(part => part.Weight * part.Weight));
        return [.. vector.Select(part => (part.Trigram, part.Weight / length))];
    }

    static (int Trigram, int Times)[] Trigrams(IReadOnlyList<string> words, Dictionary<string, int> numberOf)
    {
        var times = new SortedDictionary<int, int>();
        foreach (var word in words)
        {
            var padded = $" {word} ";
            for (var start = 0; start + 3 <= padded.Length; start++)
            {
                var text = padded.Substring(start, 3);
                var number = numberOf.TryGetValue(text, out var known) ? known : numberOf[text] = numberOf.Count;
                times[number] = times.GetValueOrDefault(number) + 1;
            }
        }

        return [.. times.Select(pair => (pair.Key, pair.Value))];
    }
}
