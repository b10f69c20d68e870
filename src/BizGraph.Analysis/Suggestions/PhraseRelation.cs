namespace BizGraph.Analysis.Suggestions;

/// <summary>Which of the phrases that nodes say on one side are about phrases that nodes say on the other.</summary>
/// <remarks>Words decide (<see cref="PhraseWords.IsAbout"/>), the cosine of trigrams says how well. Time O(postings of the trigrams).</remarks>
sealed class PhraseRelation
{
    const double LeastLikeness = 0.2; // of trigrams; below it the word in common is one of many

    readonly int[][] _startsOf; // by node
    readonly int[][] _endsOf;
    readonly int[][] _starting; // by phrase
    readonly int[][] _ending;
    readonly (int Phrase, double Likeness)[][] _ahead;
    readonly (int Phrase, double Likeness)[][] _back;

    public PhraseRelation(int[][] startsOf, int[][] endsOf, PhraseVectors vectors, PhraseWords[] words)
    {
        (_startsOf, _endsOf) = (startsOf, endsOf);
        (_starting, _ending) = (Owners(startsOf, words.Length), Owners(endsOf, words.Length));
        _ahead = new (int, double)[words.Length][];
        using (var team = ThreadTeam.Take(threads: null))
        {
            var sums = new SparseSums?[team.Size];
            team.For(
                words.Length,
                16,
                (thread, first, end) =>
                {
                    var own = sums[thread] ??= new SparseSums(words.Length);
                    for (var phrase = first; phrase < end; phrase++)
                    {
                        _ahead[phrase] = _starting[phrase].Length == 0 ? [] : Compare(phrase, vectors, words, own);
                    }
                }
            );
        }

        _back = Turned(_ahead);
    }

    public IReadOnlyList<int> StartsOf(int node) => _startsOf[node];

    public IReadOnlyList<int> EndsOf(int node) => _endsOf[node];

    /// <summary>Phrases of the other side that a phrase of the first is about.</summary>
    public IEnumerable<int> Alike(int phrase) => _ahead[phrase].Select(alike => alike.Phrase);

    /// <summary>Raises each node of the other side to how well it is met from this one, 0 to 1.</summary>
    public void Ahead(int node, SparseSums score) => Meet(_startsOf[node], _ahead, _ending, score);

    /// <summary>Raises each node of the first side to how well it meets this one, 0 to 1.</summary>
    public void Back(int node, SparseSums score) => Meet(_endsOf[node], _back, _starting, score);

    /// <summary>All others that a node meets or that meet it.</summary>
    public IEnumerable<int> Partners(int node) =>
        _startsOf[node]
            .SelectMany(phrase => _ahead[phrase].SelectMany(alike => _ending[alike.Phrase]))
            .Concat(_endsOf[node].SelectMany(phrase => _back[phrase].SelectMany(alike => _starting[alike.Phrase])));

    /// <summary>The most alike phrases of two nodes; null where none are.</summary>
    public (int Start, int End)? Best(int from, int to)
    {
        (int, int)? best = null;
        var most = 0.0;
        foreach (var start in _startsOf[from])
        {
            foreach (var (end, likeness) in _ahead[start])
            {
                if (likeness > most && _endsOf[to].Contains(end))
                {
                    (most, best) = (likeness, (start, end));
                }
            }
        }

        return best;
    }

    (int, double)[] Compare(int phrase, PhraseVectors vectors, PhraseWords[] words, SparseSums sums)
    {
        vectors.Around(phrase, sums);
        (int, double)[] alike =
        [
            .. sums
                .Touched.Where(other =>
                    sums[other] >= LeastLikeness && _ending[other].Length > 0 && words[phrase].IsAbout(words[other])
                )
                .Order()
                .Select(other => (other, Math.Min(1, sums[other]))),
        ];
        sums.Clear();
        return alike;
    }

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
