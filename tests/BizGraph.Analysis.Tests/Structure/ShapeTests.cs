using BizGraph.Analysis.Structure;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Structure;

public sealed class ShapeTests
{
    [Theory]
    [OracleData("biconnected components")]
    public void Biconnected_components_are_those_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual(
            "biconnected components",
            graph,
            BiconnectedComponents
                .Find(Expected.Graphs[graph])
                .Select(nodes => nodes.ToArray())
                .OrderBy(nodes => nodes, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
        );

    [Fact]
    public void A_star_is_fully_centralized_and_a_cycle_not_at_all()
    {
        Assert.Equal(1, Centralization.Compute(Expected.Graphs["star"]));
        Assert.Equal(0, Centralization.Compute(Expected.Graphs["cycle"]));
        // A path of five: (0 · 3 + 1 · 2) / (4 · 3)
        Assert.Equal(2.0 / 12, Centralization.Compute(Expected.Graphs["path"])!.Value, 1e-12);
        Assert.Null(Centralization.Compute(Expected.Graphs["one edge"]));
    }

    [Fact]
    public void The_core_of_a_clique_with_a_tail_is_the_clique()
    {
        // 0, 1, 2 all tied, 3 tied to 0, 4 tied to 1: no error at all.
        var division = CorePeriphery.Find(CsrGraph.FromPairs(5, [(0, 1), (1, 2), (2, 0), (0, 3), (1, 4)]));

        Assert.Equal([0, 1, 2], division.Core);
        Assert.Equal(0, division.Errors);
        Assert.Equal(1, division.Fit!.Value, 1e-12);
    }

    [Fact]
    public void No_other_core_makes_fewer_errors()
    {
        // Brute force over all cores of up to 12 nodes.
        for (var seed = 0; seed < 60; seed++)
        {
            var graph = Small(seed);
            var errors = Enumerable
                .Range(0, 1 << graph.NodeCount)
                .Select(core => (Core: core, Errors: ErrorsOf(graph, core)))
                .ToArray();
            var fewest = errors.Min(one => one.Errors);
            var best = CorePeriphery.Find(graph);

            Assert.Equal(fewest, best.Errors);
            Assert.Equal(fewest, ErrorsOf(graph, best.Core.Sum(node => 1 << node)));
            Assert.Equal(errors.Where(one => one.Errors == fewest).Max(one => int.PopCount(one.Core)), best.Core.Count);
        }
    }

    [Fact]
    public void Without_nodes_the_core_is_empty_and_without_variation_there_is_no_fit()
    {
        Assert.Empty(CorePeriphery.Find(Expected.Graphs["empty"]).Core);
        Assert.Null(CorePeriphery.Find(Expected.Graphs["clique"]).Fit);
    }

    [Theory]
    [InlineData("two nodes apart", null)]
    [InlineData("path and isolated nodes", NetworkStage.HubAndSpoke)]
    [InlineData("disconnected", NetworkStage.Fragments)]
    [InlineData("star", NetworkStage.HubAndSpoke)]
    [InlineData("cycle", NetworkStage.MultiHub)]
    [InlineData("florentine families", NetworkStage.MultiHub)]
    public void A_network_has_a_stage(string graph, NetworkStage? stage) =>
        Assert.Equal(stage, NetworkStages.Of(Expected.Graphs[graph]));

    [Fact]
    public void A_dense_core_with_a_periphery_is_the_last_stage()
    {
        // Five nodes all tied, each with two of its own.
        var core = Enumerable.Range(0, 5).SelectMany(a => Enumerable.Range(0, a).Select(b => (a, b)));
        var periphery = Enumerable.Range(0, 10).Select(k => (k / 2, 5 + k));

        Assert.Equal(NetworkStage.CorePeriphery, NetworkStages.Of(CsrGraph.FromPairs(15, [.. core, .. periphery])));
    }

    static CsrGraph Small(int seed)
    {
        var random = new Random(seed);
        var nodes = random.Next(1, 13);
        var ties = Enumerable.Range(0, random.Next(2 * nodes)).Select(_ => (random.Next(nodes), random.Next(nodes)));
        return CsrGraph.FromPairs(nodes, ties.ToArray());
    }

    static long ErrorsOf(CsrGraph graph, int core)
    {
        var errors = 0L;
        for (var a = 0; a < graph.NodeCount; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var (inCore, inPeriphery) = ((core >> a & core >> b & 1) == 1, (~core >> a & ~core >> b & 1) == 1);
                errors += (inCore && !graph.HasEdge(a, b)) || (inPeriphery && graph.HasEdge(a, b)) ? 1 : 0;
            }
        }
        return errors;
    }
}
