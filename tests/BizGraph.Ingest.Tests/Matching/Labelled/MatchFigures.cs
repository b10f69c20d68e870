using BizGraph.Ingest.Matching;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>How well the matcher does on a labelled set. Shares are of pairs, 0 to 1.</summary>
/// <param name="Precision">Of the pairs merged by itself, those that are one business.</param>
/// <param name="Recall">Of the pairs that are one business, those merged by itself.</param>
/// <param name="RecallWithQueue">Of the pairs that are one business, those merged or put to a person.</param>
/// <param name="Questions">Number of pairs put to a person.</param>
/// <param name="BestF1">The best harmonic mean of precision and recall over all thresholds of the score.</param>
/// <param name="RecallAt99">The best recall over the thresholds with precision 0.99 or more.</param>
sealed record MatchFigures(
    double Precision,
    double Recall,
    double RecallWithQueue,
    int Questions,
    double BestF1,
    double RecallAt99
)
{
    public static MatchFigures Of(LabelledSet set)
    {
        var pairs = BusinessMatcher.Find(set.Entries, new MatchOptions { ReportAt = 0.001 }).Pairs;
        var merged = pairs.Where(pair => pair.Verdict == MatchVerdict.Same).ToArray();
        var asked = pairs.Where(pair => pair.Verdict == MatchVerdict.Unsure).ToArray();
        var rightlyMerged = merged.Count(pair => set.AreOne(pair.First, pair.Second));
        var rightlyAsked = asked.Count(pair => set.AreOne(pair.First, pair.Second));
        var (bestF1, recallAt99) = Sweep(set, pairs);
        return new MatchFigures(
            merged.Length == 0 ? 1 : (double)rightlyMerged / merged.Length,
            (double)rightlyMerged / set.TruePairs,
            (double)(rightlyMerged + rightlyAsked) / set.TruePairs,
            asked.Length,
            bestF1,
            recallAt99
        );
    }

    // The pairs come by falling score; those of one score count together.
    static (double BestF1, double RecallAt99) Sweep(LabelledSet set, IReadOnlyList<MatchPair> pairs)
    {
        var (right, bestF1, recallAt99) = (0, 0.0, 0.0);
        for (var at = 0; at < pairs.Count; at++)
        {
            right += set.AreOne(pairs[at].First, pairs[at].Second) ? 1 : 0;
            if (at + 1 < pairs.Count && pairs[at + 1].Score == pairs[at].Score)
            {
                continue;
            }

            var (precision, recall) = ((double)right / (at + 1), (double)right / set.TruePairs);
            bestF1 = right == 0 ? bestF1 : Math.Max(bestF1, 2 * precision * recall / (precision + recall));
            recallAt99 = precision >= 0.99 ? recall : recallAt99;
        }

        return (bestF1, recallAt99);
    }
}
