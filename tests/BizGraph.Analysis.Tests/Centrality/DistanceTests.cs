using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Paths;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Centrality;

public sealed class DistanceTests
{
    [Theory]
    [OracleData("closeness")]
    public void Closeness_is_that_of_networkx_3_6_1(string graph) =>
        Expected.AreEqual("closeness", graph, Closeness.Compute(Expected.Graphs[graph]));

    [Theory]
    [OracleData("harmonic")]
    public void Harmonic_centrality_is_that_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual("harmonic", graph, Harmonic.Compute(Expected.Graphs[graph]));

    [Theory]
    [OracleData("reach in 2")]
    public void Reach_in_two_steps_is_that_of_networkx_3_6_1(string graph) =>
        Expected.AreEqual("reach in 2", graph, Reach.Compute(Expected.Graphs[graph], steps: 2));

    [Theory]
    [OracleData("average path")]
    public void The_average_path_and_the_diameter_are_those_of_networkx_3_6_1(string graph)
    {
        var summary = PathSummary.Of(Expected.Graphs[graph]);

        Expected.IsEqual("average path", graph, summary.AveragePath);
        Expected.IsEqual("diameter", graph, summary.Diameter);
    }

    [Fact]
    public void The_summary_says_how_many_nodes_it_is_about()
    {
        // 0 – 1 – 2, 3: three of four
        Assert.Equal(new PathSummary(0.75, 4.0 / 3, 2), PathSummary.Of(CsrGraph.FromPairs(4, [(0, 1), (1, 2)])));
        Assert.Equal(new PathSummary(null, null, null), PathSummary.Of(CsrGraph.FromPairs(0, [])));
        Assert.Equal(new PathSummary(0.5, null, null), PathSummary.Of(CsrGraph.FromPairs(2, [])));
    }

    [Fact]
    public void Closeness_follows_outgoing_ties_and_weighs_the_share_reached()
    {
        // 0 → 1 → 2, 3: node 0 reaches two of three others at distances 1 and 2: 2/3 · 2/3.
        var scores = Closeness.Compute(CsrGraph.FromPairs(4, [(0, 1), (1, 2)], directed: true));

        Assert.Equal([4.0 / 9, 1.0 / 3, null, null], scores.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Any_number_of_threads_gives_the_same_bits_as_a_plain_search(int threads)
    {
        var graph = Drawn.Communities(seed: 1, groups: 30, size: 40); // 1,200 nodes: three batches of searches
        var (reached, sum, inverse) = PlainSums(graph);

        var sums = DistanceSums(graph, threads);

        Assert.Equal(reached.Select((count, node) => count / 1199.0 * (count / sum[node])), sums.Closeness);
        Assert.All(inverse.Zip(sums.Harmonic), pair => Assert.Equal(pair.First / 1199, pair.Second!.Value, 1e-12));
        Assert.Equal(DistanceSums(graph, 1).Harmonic, sums.Harmonic);
    }

    [Fact]
    public void Relabelling_the_nodes_changes_no_score()
    {
        Drawn.RelabellingChangesNothing(graph => Closeness.Compute(graph), seed => Drawn.Graph(seed));
        Drawn.RelabellingChangesNothing(graph => Harmonic.Compute(graph), seed => Drawn.Graph(seed));
        Drawn.RelabellingChangesNothing(graph => Reach.Compute(graph, 3), seed => Drawn.Graph(seed));
    }

    static (IEnumerable<double> Closeness, double?[] Harmonic) DistanceSums(CsrGraph graph, int threads)
    {
        var options = new RunOptions { Threads = threads };
        return (
            Closeness.Compute(graph, options).ToArray().Select(score => score!.Value),
            Harmonic.Compute(graph, options).ToArray()
        );
    }

    // One breadth-first search after another.
    static (int[] Reached, double[] Sum, double[] Inverse) PlainSums(CsrGraph graph)
    {
        var (reached, sum, inverse) = (new int[graph.NodeCount], new double[graph.NodeCount], new double[graph.NodeCount]);
        for (var source = 0; source < graph.NodeCount; source++)
        {
            var distance = new Dictionary<int, int> { [source] = 0 };
            var queue = new Queue<int>([source]);
            while (queue.TryDequeue(out var node))
            {
                foreach (var target in graph.OutNeighbors(node))
                {
                    if (distance.TryAdd(target, distance[node] + 1))
                    {
                        reached[source]++;
                        sum[source] += distance[target];
                        inverse[source] += 1.0 / distance[target];
                        queue.Enqueue(target);
                    }
                }
            }
        }
        return (reached, sum, inverse);
    }
}
