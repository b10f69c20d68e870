namespace BizGraph.Analysis.Suggestions;

/// <summary>What each node offers and needs, and which offers meet which needs: trigrams of words weighted by rarity (TF-IDF), by cosine.</summary>
/// <remarks>A business's trade counts among its offers. Phrases are compared once each, however many businesses say them. Time O(postings of the trigrams).</remarks>
sealed class PhraseIndex
{
    const double LeastLikeness = 0.55; // below it phrases share one common word, or an ending

    readonly string[] _phrases;
    readonly (int Phrase, double Likeness)[][] _alike; // by phrase, for offers: needs that it meets
    readonly (int Phrase, double Likeness)[][] _metBy; // the same from the needs
    readonly int[][] _offers;
    readonly int[][] _needs;
    readonly int[][] _offering;
    readonly int[][] _needing;

    public PhraseIndex(NetworkSnapshot snapshot, Synonyms synonyms)
    {
        var numberOf = new Dictionary<string, int>(StringComparer.Ordinal);
        (_offers, _needs) = (new int[snapshot.NodeCount][], new int[snapshot.NodeCount][]);
        for (var node = 0; node < snapshot.NodeCount; node++)
        {
            var facts = snapshot.BusinessOf(node).Facts;
            _offers[node] = Numbers(facts.Industry?.Title is { } title ? facts.Offers.Append(title) : facts.Offers, numberOf);
            _needs[node] = Numbers(facts.Needs, numberOf);
        }

        _phrases = [.. numberOf.Keys];
        _offering = Owners(_offers, _phrases.Length);
        _needing = Owners(_needs, _phrases.Length);
        _alike = Compare(new PhraseVectors(_phrases, synonyms));
        _metBy = Turned(_alike);
    }

    /// <summary>How well the node's offers meet each other node's needs, 0 to 1.</summary>
    public void OffersMeet(int node, SparseSums score) => Meet(_offers[node], _alike, _needing, score);

    /// <summary>How well each other node's offers meet the node's needs, 0 to 1.</summary>
    public void NeedsMetBy(int node, SparseSums score) => Meet(_needs[node], _metBy, _offering, score);

    /// <summary>The best pair of what one offers and the other needs; null where none meet.</summary>
    public (string Offer, string Need)? BestMatch(int from, int to)
    {
        (string, string)? best = null;
        var most = 0.0;
        foreach (var offer in _offers[from])
        {
            foreach (var (need, likeness) in _alike[offer])
            {
                if (likeness > most && _needs[to].Contains(need))
                {
                    (most, best) = (likeness, (_phrases[offer], _phrases[need]));
                }
            }
        }

        return best;
    }

    /// <summary>Nodes with a need like one of these phrases.</summary>
    public IReadOnlyList<int> NeedsOf(int node) => _needs[node];

    /// <summary>The phrase of a number.</summary>
    public string Phrase(int number) => _phrases[number];

    static void Meet(int[] own, (int Phrase, double Likeness)[][] alike, int[][] owners, SparseSums score)
    {
        foreach (var phrase in own)
        {
            foreach (var (other, likeness) in alike[phrase])
            {
                foreach (var owner in owners[other])
                {
                    score.RaiseTo(owner, likeness);
                }
            }
        }
    }

    (int, double)[][] Compare(PhraseVectors vectors)
    {
        var alike = new (int, double)[_phrases.Length][];
        var sums = new SparseSums(_phrases.Length);
        for (var phrase = 0; phrase < _phrases.Length; phrase++)
        {
            alike[phrase] = [];
            if (_offering[phrase].Length > 0)
            {
                vectors.Around(phrase, sums);
                alike[phrase] =
                [
                    .. sums
                        .Touched.Where(other => sums[other] >= LeastLikeness && _needing[other].Length > 0)
                        .Order()
                        .Select(other => (other, Math.Min(1, sums[other]))),
                ];
                sums.Clear();
            }
        }

        return alike;
    }

    static (int, double)[][] Turned((int Phrase, double Likeness)[][] alike)
    {
        var turned = alike.Select(_ => new List<(int, double)>()).ToArray();
        for (var phrase = 0; phrase < alike.Length; phrase++)
        {
            foreach (var (other, likeness) in alike[phrase])
            {
                turned[other].Add((phrase, likeness));
            }
        }

        return [.. turned.Select(list => list.ToArray())];
    }

    static int[] Numbers(IEnumerable<string> texts, Dictionary<string, int> numberOf) =>
        [
            .. texts
                .Select(text => text.Trim())
                .Where(text => text.Length > 0)
                .Select(text => numberOf.TryGetValue(text, out var number) ? number : numberOf[text] = numberOf.Count)
                .Distinct(),
        ];

    static int[][] Owners(int[][] phrasesOf, int count)
    {
        var owners = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        for (var node = 0; node < phrasesOf.Length; node++)
        {
            foreach (var phrase in phrasesOf[node])
            {
                owners[phrase].Add(node);
            }
        }

        return [.. owners.Select(list => list.ToArray())];
    }
}
