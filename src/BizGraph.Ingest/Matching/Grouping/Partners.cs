using BizGraph.Ingest.Matching.Comparing;

namespace BizGraph.Ingest.Matching.Grouping;

/// <summary>One-to-one assignment between sources: an entry is at most one of the entries to which the other source gave ids of their own.</summary>
/// <remarks>
/// A source's ids say that its entries are different businesses, so the ways in which an entry may be one of them exclude each other: the odds of each are divided by
/// one plus the odds of all others, from both ends. Of two that fit alike neither is sure; the one that fits less is as good as out.
/// </remarks>
sealed class Partners
{
    readonly PairScores _scores;
    readonly double[] _penalties;

    /// <summary>Time O(p) for p pairs.</summary>
    public Partners(PairScores scores)
    {
        _scores = scores;
        _penalties = new double[scores.Pairs.Length];
        var odds = new Dictionary<(int Entry, string Source), double>();
        for (var pair = 0; pair < _penalties.Length; pair++)
        {
            foreach (var side in Sides(pair))
            {
                odds[side] = odds.GetValueOrDefault(side) + OddsOf(pair);
            }
        }

        for (var pair = 0; pair < _penalties.Length; pair++)
        {
            foreach (var side in Sides(pair))
            {
                _penalties[pair] -= Math.Log(1 + Math.Max(0, odds[side] - OddsOf(pair)));
            }
        }
    }

    /// <summary>What the rivals of a pair take from its logit, 0 or less.</summary>
    public double PenaltyOf(int pair) => _penalties[pair];

    /// <summary>The logit of a pair, its rivals considered.</summary>
    public double LogitOf(int pair) => _scores.Logits[pair] + _penalties[pair];

    // An entry and the source in which only one entry can be it; none where the source gave no ids.
    IEnumerable<(int Entry, string Source)> Sides(int pair)
    {
        var (first, second) = ((int)(_scores.Pairs[pair] >> 32), (int)_scores.Pairs[pair]);
        if (_scores.AreTwoIds(first, second))
        {
            yield break;
        }

        var (one, other) = (_scores.Data.Entries[first].Entry, _scores.Data.Entries[second].Entry);
        if (other.HasOwnId)
        {
            yield return (first, other.Source);
        }

        if (one.HasOwnId)
        {
            yield return (second, one.Source);
        }
    }

    double OddsOf(int pair) => Math.Exp(Math.Min(50, _scores.Logits[pair]));
}
