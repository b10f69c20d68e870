using BizGraph.Analysis.Suggestions;

namespace BizGraph.Analysis.Tests.Suggestions;

public sealed class RankingFiguresTests
{
    [Fact]
    public void Average_precision_is_that_of_scikit_learns_example()
    {
        // scikit-learn's documentation of average_precision_score: y = 0 0 1 1, scores 0.1 0.4 0.35 0.8 give 0.83...
        Assert.Equal(5.0 / 6, RankingFigures.AveragePrecision([0.1, 0.4, 0.35, 0.8], [false, false, true, true])!.Value, 1e-12);
    }

    [Fact]
    public void Equal_scores_are_seen_at_once()
    {
        // All four at once: precision 1/4 at recall 1.
        Assert.Equal(0.25, RankingFigures.AveragePrecision([1, 1, 1, 1], [true, false, false, false])!.Value, 1e-12);
        Assert.Null(RankingFigures.AveragePrecision([1, 2], [false, false]));
    }

    [Fact]
    public void A_place_counts_the_better_ones_and_half_the_equal_ones()
    {
        Assert.Equal(1, RankingFigures.Rank(5, [1, 2, 3]));
        Assert.Equal(3, RankingFigures.Rank(2, [3, 4, 1]));
        Assert.Equal(2, RankingFigures.Rank(2, [2, 2, 1]));
    }
}
