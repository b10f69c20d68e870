using BizGraph.Analysis.Communities;
using BizGraph.Analysis.Structure;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Communities;

public sealed class LeidenTests
{
    [Theory]
    [InlineData("karate club", 0.4197896120973046)] // igraph 1.0.0, community_optimal_modularity: the best there is
    [InlineData("florentine families", 0.39875)] // igraph 1.0.0, community_leiden until nothing changes, best of 50
    [InlineData("two triangles and a bridge", 0.35714285714285715)] // 2 · (3/7 − (7/14)²)
    public void Modularity_reaches_that_of_igraph_1_0_0(string graph, double best)
    {
        var found = Enumerable
            .Range(1, 10)
            .Select(seed => QualityOf(Expected.Graphs[graph], new LeidenOptions { Seed = (ulong)seed }));

        Assert.Equal(best, found.Max(), 1e-9);
    }

    [Fact]
    public void The_default_seed_finds_the_best_division_of_the_karate_club() =>
        Assert.InRange(QualityOf(Expected.Graphs["karate club"], new LeidenOptions()), 0.4155, 0.4198);

    [Fact]
    public void Groups_that_were_planted_are_found()
    {
        var graph = Drawn.Communities(seed: 3, groups: 8, size: 25);
        var planted = Partition.FromLabels([.. Enumerable.Range(0, 200).Select(node => node / 25)]);

        Assert.Equal(8, Leiden.Compute(graph).Count);
        Assert.True(QualityOf(graph, new LeidenOptions()) >= Modularity.Compute(graph, planted));
    }

    [Fact]
    public void Isolated_nodes_are_communities_of_their_own()
    {
        Assert.Equal(0, Leiden.Compute(CsrGraph.FromPairs(0, [])).Count);
        Assert.Equal(2, Leiden.Compute(CsrGraph.FromPairs(2, [])).Count);
        Assert.Equal(3, Leiden.Compute(CsrGraph.FromPairs(4, [(1, 2)])).Count);
    }

    [Fact]
    public void Every_community_is_connected()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var graph = Drawn.Graph(seed, directed: false);
            var communities = Leiden.Compute(graph, new LeidenOptions { Seed = (ulong)seed, Resolution = 0.5 + seed % 4 * 0.5 });
            var inside = graph
                .Edges()
                .Where(edge => communities[edge.From] == communities[edge.To])
                .Select(edge => (edge.From, edge.To));

            Assert.Equal(communities.Count, WeakComponents.Find(CsrGraph.FromPairs(graph.NodeCount, inside)).Count);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_communities()
    {
        var graph = Drawn.Communities(seed: 5, groups: 20, size: 20);
        var options = new LeidenOptions { Seed = 42 };

        Assert.Equal(Leiden.Compute(graph, options).Groups.ToArray(), Leiden.Compute(graph, options).Groups.ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void More_threads_give_the_same_communities(int threads)
    {
        var graph = Drawn.Communities(seed: 5, groups: 150, size: 60);
        var alone = Leiden.Compute(graph, new LeidenOptions { Threads = 1 });

        Assert.Equal(alone.Groups.ToArray(), Leiden.Compute(graph, new LeidenOptions { Threads = threads }).Groups.ToArray());
    }

    [Fact]
    public void More_iterations_never_lower_the_quality()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var graph = Drawn.Communities(seed, groups: 6, size: 10);
            var (once, often) = (new LeidenOptions { Iterations = 1 }, new LeidenOptions { Iterations = 5 });

            Assert.True(QualityOf(graph, often) >= QualityOf(graph, once) - 1e-12);
        }
    }

    [Fact]
    public void A_higher_resolution_divides_further()
    {
        var graph = Expected.Graphs["karate club"];

        Assert.Equal(1, Leiden.Compute(graph, new LeidenOptions { Resolution = 0.01 }).Count);
        Assert.Equal(34, Leiden.Compute(graph, new LeidenOptions { Resolution = 50 }).Count);
    }

    [Fact]
    public void The_constant_potts_model_keeps_groups_denser_than_the_resolution()
    {
        // Two triangles and a bridge: at density 1/2 a triangle gains 3 − 3/2, both together 7 − 15/2.
        var options = new LeidenOptions { Quality = CommunityQuality.ConstantPotts, Resolution = 0.5 };
        var communities = Leiden.Compute(Expected.Graphs["two triangles and a bridge"], options);

        Assert.Equal([0, 0, 0, 1, 1, 1], communities.Groups.ToArray());
    }

    [Theory]
    [InlineData("directed random", 0.3676470588235293)] // leidenalg 0.12.0, find_partition(ModularityVertexPartition, n_iterations=-1), best of 200 seeds
    [InlineData("directed weighted random", 0.43927802384412035)]
    public void Directed_modularity_reaches_that_of_leidenalg_0_12_0(string graph, double best)
    {
        var found = Enumerable
            .Range(1, 200)
            .Select(seed => QualityOf(Expected.Graphs[graph], new() { Seed = (ulong)seed, Iterations = 10 }));

        Assert.Equal(best, found.Max(), 1e-9);
    }

    [Fact]
    public void Scaling_all_weights_changes_nothing()
    {
        var graph = Expected.Graphs["weighted random"];
        var scaled = CsrGraph.FromTriples(
            graph.NodeCount,
            graph.Edges().Select(edge => (edge.From, edge.To, edge.Weight * 1024))
        );

        Assert.Equal(Leiden.Compute(graph).Groups.ToArray(), Leiden.Compute(scaled).Groups.ToArray());
    }

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        var graph = CsrGraph.FromPairs(2, [(0, 1)]);

        Assert.Throws<ArgumentException>(() => Leiden.Compute(graph, new LeidenOptions { Resolution = 0 }));
        Assert.Throws<ArgumentException>(() => Leiden.Compute(graph, new LeidenOptions { Iterations = 0 }));
        Assert.Throws<OperationCanceledException>(() =>
            Leiden.Compute(graph, cancellation: new CancellationToken(canceled: true))
        );
    }

    static double QualityOf(CsrGraph graph, LeidenOptions options) =>
        Modularity.Compute(graph, Leiden.Compute(graph, options))!.Value;
}
