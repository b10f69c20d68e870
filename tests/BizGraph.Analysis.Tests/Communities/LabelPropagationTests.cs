using BizGraph.Analysis.Communities;

namespace BizGraph.Analysis.Tests.Communities;

public sealed class LabelPropagationTests
{
    [Fact]
    public void Label_propagation_finds_cliques_and_leaves_isolated_nodes_alone()
    {
        // Two cliques of four and an isolated node.
        (int, int)[] clique = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
        var graph = CsrGraph.FromPairs(9, [.. clique, .. clique.Select(pair => (pair.Item1 + 4, pair.Item2 + 4))]);

        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, 2], LabelPropagation.Compute(graph).Groups.ToArray());
        Assert.Equal(0, LabelPropagation.Compute(CsrGraph.FromPairs(0, [])).Count);
    }

    [Fact]
    public void Label_propagation_gives_the_same_for_the_same_seed()
    {
        var graph = Drawn.Communities(seed: 9, groups: 10, size: 20);

        Assert.Equal(
            LabelPropagation.Compute(graph, new() { Seed = 5 }).Groups.ToArray(),
            LabelPropagation.Compute(graph, new() { Seed = 5 }).Groups.ToArray()
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_other_label_weighs_more_around_a_node_than_its_own(bool weighted)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var graph = Drawn.Graph(seed, directed: false, weighted);
            var communities = LabelPropagation.Compute(graph, new() { Seed = (ulong)seed });
            Assert.All(
                Enumerable.Range(0, graph.NodeCount).Where(node => graph.OutDegree(node) > 0),
                node =>
                {
                    var around = new double[communities.Count];
                    foreach (var neighbor in graph.OutNeighbors(node))
                    {
                        around[communities[neighbor]] += graph.WeightOf(node, neighbor);
                    }
                    Assert.Equal(around.Max(), around[communities[node]], 1e-12);
                }
            );
        }
    }

    [Fact]
    public void Nodes_that_are_visited_at_once_do_not_swap_their_labels_for_ever()
    {
        // 200 pairs, far more than there are batches of nodes.
        var graph = CsrGraph.FromPairs(400, Enumerable.Range(0, 200).Select(pair => (2 * pair, 2 * pair + 1)));

        Assert.Equal(200, LabelPropagation.Compute(graph).Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void More_threads_give_the_same_communities(int threads)
    {
        var graph = Drawn.Communities(seed: 6, groups: 150, size: 60);
        var alone = LabelPropagation.Compute(graph, new() { Threads = 1 });

        Assert.Equal(alone.Groups.ToArray(), LabelPropagation.Compute(graph, new() { Threads = threads }).Groups.ToArray());
    }

    [Fact]
    public void It_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() =>
            LabelPropagation.Compute(CsrGraph.FromPairs(2, [(0, 1)]), cancellation: new CancellationToken(canceled: true))
        );
}
