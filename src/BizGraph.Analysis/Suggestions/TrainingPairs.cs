using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>A pair whose tie is known to be there or not.</summary>
readonly record struct LabelledPair(RelationshipType Type, int From, int To, bool IsTied);

/// <summary>Draws hidden ties, and pairs without a tie beside them.</summary>
static class TrainingPairs
{
    /// <summary>Pairs without a tie, for each tie.</summary>
    public const int NonTies = 10;

    /// <summary>Ties in random order, parted into folds of one size (within one); at most so many in all.</summary>
    public static TypedTie[][] Folds(TieTable ties, RelationshipType type, int folds, ulong seed)
    {
        var all = ties.Of(type).ToArray();
        int[] order = [.. Enumerable.Range(0, all.Length)];
        new SeededRandom(seed ^ ((ulong)type * 0x9E37_79B9)).Shuffle(order);
        return [.. Enumerable.Range(0, folds).Select(fold => Slice(order, fold, folds).Select(place => all[place]).ToArray())];
    }

    static IEnumerable<int> Slice(int[] order, int fold, int folds) => order.Where((_, place) => place % folds == fold);

    /// <summary>Distinct pairs that the type does not tie, uniformly; as many as asked for, or as tries find in a dense network.</summary>
    /// <param name="ties">All ties, hidden ones too.</param>
    /// <param name="type">The type.</param>
    /// <param name="count">How many.</param>
    /// <param name="inRow">How many in a row have one start: looking around a node costs more than one more pair.</param>
    /// <param name="seed">Seed.</param>
    public static IReadOnlyList<LabelledPair> Untied(TieTable ties, RelationshipType type, int count, int inRow, ulong seed)
    {
        var random = new SeededRandom(seed);
        var found = new List<LabelledPair>(count);
        var seen = new HashSet<(int, int)>();
        if (ties.NodeCount < 2)
        {
            return found;
        }

        var from = 0;
        for (var tries = 0; found.Count < count && tries < 4 * count; tries++)
        {
            from = tries % inRow == 0 ? random.Below(ties.NodeCount) : from;
            var to = random.Below(ties.NodeCount);
            var key = ties.Key(type, from, to);
            if (from != to && !ties.Has(type, from, to) && seen.Add((key.From, key.To)))
            {
                found.Add(new LabelledPair(type, from, to, IsTied: false));
            }
        }

        return found;
    }
}
