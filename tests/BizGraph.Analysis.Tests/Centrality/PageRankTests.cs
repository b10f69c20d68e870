using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Centrality;

public sealed class PageRankTests
{
    static readonly PageRankOptions Exact = new() { Tolerance = 1e-14 };

    [Theory]
    [OracleData("pagerank")]
    public void Scores_are_those_of_igraph_1_0_0_at_damping_085(string graph) =>
        Expected.AreEqual("pagerank", graph, PageRank.Compute(Expected.Graphs[graph], Exact));

    [Fact]
    public void A_dangling_node_spreads_its_mass_evenly()
    {
        // 0 → 1, damping 1/2: r0 = 1/4 + r1/4 and r0 + r1 = 1, so r0 = 2/5.
        var scores = PageRank.Compute(CsrGraph.FromPairs(2, [(0, 1)], directed: true), Exact with { Damping = 0.5 });

        Assert.Equal(0.4, scores[0]!.Value, 1e-12);
        Assert.Equal(0.6, scores[1]!.Value, 1e-12);
    }

    [Fact]
    public void Jumps_and_dangling_mass_follow_the_personalization()
    {
        // networkx 3.6.1: pagerank(DiGraph([(0, 1), (1, 2), (2, 0), (2, 3)]), alpha=0.85, personalization={0: 3, 2: 1}, tol=1e-15)
        var graph = CsrGraph.FromPairs(4, [(0, 1), (1, 2), (2, 0), (2, 3)], directed: true);
        var options = Exact with
        {
            Personalization = new Dictionary<int, double> { [0] = 3, [2] = 1 },
        };

        var scores = PageRank.Compute(graph, options);

        Assert.Equal(
            [0.3156700211, 0.2683195180, 0.2919371655, 0.1240732954],
            scores.ToArray().Select(score => Math.Round(score!.Value, 10))
        );
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var graph = Drawn.Communities(seed: 1, groups: 250, size: 40);
        var one = PageRank.Compute(graph, new PageRankOptions { Threads = 1 }).ToArray();

        Assert.Equal(one, PageRank.Compute(graph, new PageRankOptions { Threads = 2 }).ToArray());
        Assert.Equal(one, PageRank.Compute(graph, new PageRankOptions { Threads = 8 }).ToArray());
    }

    [Fact]
    public void Scores_sum_to_one()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            Assert.Equal(1.0, PageRank.Compute(Drawn.Graph(seed)).ToArray().Sum()!.Value, 1e-12);
        }
    }

    [Fact]
    public void Relabelling_the_nodes_changes_no_score() =>
        Drawn.RelabellingChangesNothing(graph => PageRank.Compute(graph), seed => Drawn.Graph(seed));

    [Fact]
    public void Impossible_options_are_refused()
    {
        var graph = CsrGraph.FromPairs(2, [(0, 1)]);
        PageRankOptions[] impossible =
        [
            new() { Damping = 1 },
            new() { Damping = double.NaN },
            new() { Tolerance = 0 },
            new() { MaxIterations = 0 },
            new() { Personalization = new Dictionary<int, double> { [2] = 1 } },
            new() { Personalization = new Dictionary<int, double> { [0] = -1 } },
            new() { Personalization = new Dictionary<int, double> { [0] = 0 } },
        ];

        Assert.All(impossible, options => Assert.Throws<ArgumentException>(() => PageRank.Compute(graph, options)));
    }

    [Fact]
    public void A_cancelled_run_stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            PageRank.Compute(CsrGraph.FromPairs(2, [(0, 1)]), cancellation: new CancellationToken(canceled: true))
        );
}
