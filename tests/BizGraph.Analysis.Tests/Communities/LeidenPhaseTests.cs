using BizGraph.Analysis.Communities;

namespace BizGraph.Analysis.Tests.Communities;

public sealed class LeidenPhaseTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_phase_lowers_the_quality_and_aggregation_keeps_it(bool directed)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var graph = Drawn.Graph(seed, directed);
            if (graph.ArcCount > 0)
            {
                PhasesOf(graph, seed);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nodes_that_move_in_batches_do_not_lower_the_quality_either(int seed) =>
        PhasesOf(Drawn.Communities(seed, groups: 60, size: 50), seed);

    [Fact]
    public void Aggregated_weights_are_what_runs_between_the_parts()
    {
        using var team = ThreadTeam.Take(1);
        // Two triangles and a bridge become two nodes and an edge of weight 1.
        var level = LeidenLevel.Of(Oracle.Expected.Graphs["two triangles and a bridge"], new LeidenOptions());
        var aggregated = Aggregate.Run(
            level,
            [0, 0, 0, 1, 1, 1],
            2,
            new CommunityRun(6, 1, team, new Progress(null, 1), default)
        );

        Assert.Equal([0, 1, 2], aggregated.Offsets);
        Assert.Equal([1, 0], aggregated.Targets);
        Assert.Equal([1.0, 1.0], aggregated.Weights);
        Assert.Equal([7.0, 7.0], aggregated.Mass);
    }

    static void PhasesOf(CsrGraph graph, int seed)
    {
        using var team = ThreadTeam.Take(1);
        var run = new CommunityRun(graph.NodeCount, (ulong)seed, team, new Progress(null, 1), default);
        var level = LeidenLevel.Of(graph, new LeidenOptions());
        var nodeOf = Enumerable.Range(0, graph.NodeCount).ToArray();
        var communities = nodeOf.ToArray();
        var quality = QualityOf(graph, communities, nodeOf);
        for (var parts = graph.NodeCount; ; )
        {
            LocalMove.Run(level, communities, run);
            quality = AtLeast(quality, QualityOf(graph, communities, nodeOf));
            var refined = Refine.Run(level, communities, Labels.Compact(communities), run);
            var count = Labels.Compact(refined);
            if (count == parts)
            {
                return;
            }
            parts = count;
            communities = Aggregate.Communities(refined, count, communities);
            level = Aggregate.Run(level, refined, count, run);
            nodeOf = Labels.Composed(nodeOf, refined);
            Assert.Equal(quality, QualityOf(graph, communities, nodeOf), 1e-12);
        }
    }

    static double AtLeast(double before, double after)
    {
        Assert.True(after >= before - 1e-12, $"Quality fell from {before} to {after}.");
        return after;
    }

    static double QualityOf(CsrGraph graph, int[] communities, int[] nodeOf) =>
        Modularity.Compute(graph, Partition.FromLabels(Array.ConvertAll(nodeOf, node => communities[node])))!.Value;
}
