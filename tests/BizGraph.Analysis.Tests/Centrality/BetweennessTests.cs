using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Centrality;

public sealed class BetweennessTests
{
    [Theory]
    [OracleData("betweenness")]
    public void Scores_are_those_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual("betweenness", graph, Betweenness.Compute(Expected.Graphs[graph]));

    [Theory]
    [OracleData("edge betweenness")]
    public void Scores_of_edges_are_those_of_igraph_1_0_0(string graph)
    {
        var scores = EdgeBetweenness.Compute(Expected.Graphs[graph]);

        Assert.Equal(Expected.Graphs[graph].Edges(), Enumerable.Range(0, scores.Count).Select(number => scores[number].Edge));
        Expected.AreEqual(
            "edge betweenness",
            graph,
            [.. Enumerable.Range(0, scores.Count).Select(number => (double?)scores[number].Score)]
        );
    }

    [Fact]
    public void The_bridge_is_the_edge_with_most_paths() =>
        Assert.Equal([(new Edge(2, 3), 9.0)], EdgeBetweenness.Compute(Expected.Graphs["two triangles and a bridge"]).Top(1));

    [Fact]
    public void The_middle_of_a_star_is_between_every_pair_of_leaves()
    {
        // Four leaves: 4 · 3 / 2 unordered pairs.
        var scores = Betweenness.Compute(CsrGraph.FromPairs(5, [(0, 1), (0, 2), (0, 3), (0, 4)]));

        Assert.Equal([6, 0, 0, 0, 0], scores.ToArray());
    }

    [Fact]
    public void Two_shortest_paths_share_the_pair()
    {
        // 0 – 1 – 3 and 0 – 2 – 3
        Assert.Equal(
            [0.5, 0.5, 0.5, 0.5],
            Betweenness.Compute(CsrGraph.FromPairs(4, [(0, 1), (1, 3), (0, 2), (2, 3)])).ToArray()
        );
    }

    [Fact]
    public void A_strong_tie_is_a_short_one()
    {
        // 0 ═ 1 ═ 2 of weight 4 is 1/4 + 1/4 long, the direct tie of weight 1 is 1 long.
        Assert.Equal([0, 1, 0], Betweenness.Compute(CsrGraph.FromTriples(3, [(0, 1, 4), (1, 2, 4), (0, 2, 1)])).ToArray());
    }

    [Fact]
    public void Lengths_that_differ_by_rounding_alone_are_equal()
    {
        // 1/10 + 1/5 is not 1/(10/3) in binary: 0 – 1 – 2 and 0 – 2 both count.
        Assert.Equal(
            [0, 0.5, 0],
            Betweenness.Compute(CsrGraph.FromTriples(3, [(0, 1, 10), (1, 2, 5), (0, 2, 10.0 / 3)])).ToArray()
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Eight_sources_at_once_give_what_one_after_another_does(bool directed)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            // All weights one: the plain form, by Dijkstra's algorithm.
            var graph = Drawn.Graph(seed, directed, weighted: false);
            var plain = CsrGraph.FromTriples(graph.NodeCount, graph.Edges().Select(edge => (edge.From, edge.To, 1.0)), directed);
            var pairs = Betweenness.Compute(graph).ToArray().Zip(Betweenness.Compute(plain).ToArray());

            Assert.All(pairs, pair => Assert.Equal(pair.Second!.Value, pair.First!.Value, 1e-9));
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var graph = Drawn.Communities(seed: 8, groups: 20, size: 30);
        var one = Betweenness.Compute(graph, new RunOptions { Threads = 1 }).ToArray();

        Assert.Equal(one, Betweenness.Compute(graph, new RunOptions { Threads = 2 }).ToArray());
        Assert.Equal(one, Betweenness.Compute(graph, new RunOptions { Threads = 8 }).ToArray());
    }

    [Fact]
    public void Trees_are_folded_without_changing_a_score()
    {
        // Random trees fold to one node.
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var tree = Enumerable.Range(1, 40).Select(node => (node, random.Next(node), 1.0)).ToArray();
            var folded = Betweenness.Compute(CsrGraph.FromTriples(41, tree).WithoutWeights()).ToArray();
            var plain = Betweenness.Compute(CsrGraph.FromTriples(41, tree)).ToArray();

            Assert.All(folded.Zip(plain), pair => Assert.Equal(pair.Second!.Value, pair.First!.Value, 1e-9));
        }
    }

    [Fact]
    public void Relabelling_the_nodes_changes_no_score() =>
        Drawn.RelabellingChangesNothing(graph => Betweenness.Compute(graph), seed => Drawn.Graph(seed));

    [Fact]
    public void A_cancelled_run_stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            Betweenness.Compute(Expected.Graphs["star"], cancellation: new CancellationToken(canceled: true))
        );

    [Fact]
    public void All_nodes_as_sources_give_the_exact_values_and_so_does_the_mean_over_parts()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var graph = Drawn.Graph(seed);
            var nodes = Enumerable.Range(0, graph.NodeCount).ToArray();
            var exact = Betweenness.Compute(graph);
            var all = Betweenness.FromSources(graph, nodes);
            var parts = nodes.Chunk(11).Select(part => (part.Length, Scores: Betweenness.FromSources(graph, part))).ToArray();
            foreach (var node in nodes)
            {
                Assert.Equal(exact[node]!.Value, all[node]!.Value, 1e-9);
                Assert.Equal(
                    exact[node]!.Value,
                    parts.Sum(part => part.Length * part.Scores[node]!.Value) / graph.NodeCount,
                    1e-9
                );
            }
        }
    }

    [Fact]
    public void One_source_counts_for_as_many_as_there_are()
    {
        // 0 – 1 – 2 – 3 from node 0: two pairs through 1, one through 2; four nodes to one source, and each pair from one of its ends.
        var graph = CsrGraph.FromPairs(4, [(0, 1), (1, 2), (2, 3)]);

        Assert.Equal([0, 4, 2, 0], Betweenness.FromSources(graph, [0]).ToArray());
    }

    [Fact]
    public void Sources_must_be_there_and_different()
    {
        var graph = CsrGraph.FromPairs(4, [(0, 1), (1, 2), (2, 3)]);

        Assert.Throws<ArgumentException>(() => Betweenness.FromSources(graph, []));
        Assert.Throws<ArgumentException>(() => Betweenness.FromSources(graph, [4]));
        Assert.Throws<ArgumentException>(() => Betweenness.FromSources(graph, [1, 1]));
    }
}
