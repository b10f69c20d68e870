namespace BizGraph.Ingest.Matching.Comparing;

/// <summary>The candidate pairs and their logits.</summary>
sealed class PairScores
{
    PairScores(Preparation data, PairScorer scorer, ulong[] pairs, double[] logits)
    {
        (Data, Scorer, Pairs, Logits) = (data, scorer, pairs, logits);
        Prior = Weights.Prior + Weights.PerTenfold * Math.Clamp(Math.Log10((data.Entries.Length + 1) / 5000.0), 0, 2);
    }

    /// <summary>The entries.</summary>
    public Preparation Data { get; }

    /// <summary>The logit of a pair of which nothing is known: the more entries, the more of them are alike by chance.</summary>
    public double Prior { get; }

    /// <summary>Scores any pair, before the prior.</summary>
    public PairScorer Scorer { get; }

    /// <summary>Smaller index &lt;&lt; 32 | larger index, in order.</summary>
    public ulong[] Pairs { get; }

    /// <summary>The logit of each pair, the prior included.</summary>
    public double[] Logits { get; }

    /// <summary>The logit of two entries, candidates or not.</summary>
    public double Between(int a, int b) => Scorer.Score(a, b) + Prior + (AreTwoIds(a, b) ? Weights.TwoIdsInOneSource : 0);

    /// <summary>Whether their source gave both an id of its own.</summary>
    public bool AreTwoIds(int a, int b)
    {
        var (one, other) = (Data.Entries[a].Entry, Data.Entries[b].Entry);
        return one.HasOwnId && other.HasOwnId && one.Source == other.Source;
    }

    /// <summary>Scores all pairs. Time O(pairs).</summary>
    public static PairScores Of(Preparation data, ulong[] pairs, CancellationToken cancellation)
    {
        var scorer = new PairScorer(data);
        var logits = new double[pairs.Length];
        for (var at = 0; at < pairs.Length; at++)
        {
            if ((at & 1023) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            logits[at] = scorer.Score((int)(pairs[at] >> 32), (int)pairs[at]);
        }

        var scores = new PairScores(data, scorer, pairs, logits);
        for (var at = 0; at < pairs.Length; at++)
        {
            logits[at] +=
                scores.Prior + (scores.AreTwoIds((int)(pairs[at] >> 32), (int)pairs[at]) ? Weights.TwoIdsInOneSource : 0);
        }

        return scores;
    }
}
