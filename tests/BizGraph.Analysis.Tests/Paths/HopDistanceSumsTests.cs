using BizGraph.Analysis.Paths;

namespace BizGraph.Analysis.Tests.Paths;

public sealed class HopDistanceSumsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Sums_over_all_searches_at_once_are_those_of_each(int threads)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var graph = seed switch
            {
                < 20 => Drawn.Graph(seed, weighted: false),
                < 25 => Drawn.Communities(seed, groups: 24, size: 50), // several times 512 sources: steps are pulled
                < 28 => WithTail(Drawn.Communities(seed, groups: 12, size: 50), 300), // pulled, then pushed
                _ => WithTail(CsrGraph.FromPairs(1, [], directed: true), 700), // pushed
            };
            var sums = DistanceSums.Of(graph, new RunOptions { Threads = threads }, default);
            for (var node = 0; node < graph.NodeCount; node++)
            {
                var tree = BreadthFirst.From(graph, node);
                var distances = Enumerable.Range(0, graph.NodeCount).Where(other => other != node).Select(tree.DistanceTo);
                double[] reached = [.. distances.OfType<double>()];
                Assert.Equal(reached.Length, sums.Reached[node]);
                Assert.Equal(reached.Sum(), sums.Sum[node]);
                Assert.Equal(reached.Sum(distance => 1 / distance), sums.InverseSum[node], 1e-9);
                Assert.Equal(reached.DefaultIfEmpty(0).Max(), sums.Farthest[node]);
            }
        }
    }

    // A chain that starts at the last node.
    static CsrGraph WithTail(CsrGraph graph, int length)
    {
        var last = graph.NodeCount - 1;
        var tail = Enumerable.Range(last, length).Select(node => (node, node + 1));
        return CsrGraph.FromPairs(
            graph.NodeCount + length,
            [.. graph.Edges().Select(edge => (edge.From, edge.To)), .. tail],
            graph.IsDirected
        );
    }
}
