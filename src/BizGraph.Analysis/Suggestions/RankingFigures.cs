namespace BizGraph.Analysis.Suggestions;

/// <summary>How good a ranking is against what is known.</summary>
static class RankingFigures
{
    /// <summary>Area under the precision–recall curve by steps (average precision, as scikit-learn has it): pairs of one score count at once.</summary>
    /// <returns>0 to 1; null where there is nothing to find.</returns>
    public static double? AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<bool> isTrue)
    {
        var (keys, labels) = (scores.ToArray(), isTrue.ToArray());
        Array.Sort(keys, labels);
        var total = labels.Count(label => label);
        if (total == 0)
        {
            return null;
        }

        var (found, seen, area) = (0, 0, 0.0);
        for (int end = keys.Length - 1, next; end >= 0; end = next)
        {
            var before = found;
            for (next = end; next >= 0 && keys[next] == keys[end]; next--)
            {
                found += labels[next] ? 1 : 0;
                seen++;
            }

            area += (double)(found - before) / total * found / seen;
        }

        return Math.Min(1, area); // sums of shares may end an ulp above
    }

    /// <summary>The place of one score among others, 1 the best; equal ones share their middle place.</summary>
    public static double Rank(double score, ReadOnlySpan<double> others)
    {
        var (above, same) = (0, 0);
        foreach (var other in others)
        {
            above += other > score ? 1 : 0;
            same += other == score ? 1 : 0;
        }

        return 1 + above + (same / 2.0);
    }
}
