using BizGraph.Analysis.Centrality;

namespace BizGraph.Analysis.Tests;

public sealed class NodeScoresTests
{
    // 1 – 0 – 2, 3
    static readonly CsrGraph Graph = CsrGraph.FromPairs(4, [(0, 1), (0, 2)]);

    [Fact]
    public void The_highest_come_first_and_ties_go_by_id()
    {
        Assert.Equal([(0, 2.0), (1, 1.0), (2, 1.0)], Strength.Total(Graph).Top(3));
        Assert.Equal([(0, 2), (1, 1)], Degree.Total(Graph).Top(2));
    }

    [Fact]
    public void The_mean_is_over_all_nodes() => Assert.Equal(1.0, Strength.Total(Graph).Mean());

    [Fact]
    public void Without_nodes_there_is_no_mean() => Assert.Null(Strength.Total(CsrGraph.FromPairs(0, [])).Mean());
}
