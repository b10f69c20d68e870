using BizGraph.Analysis.Paths;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Paths;

public sealed class PathTests
{
    [Theory]
    [OracleData("distances from 0")]
    public void Distances_are_those_of_networkx_3_6_1(string name)
    {
        var graph = Expected.Graphs[name];
        if (graph.NodeCount == 0)
        {
            return;
        }
        var nodes = Enumerable.Range(0, graph.NodeCount).ToArray();
        var tree = Dijkstra.From(graph, 0);

        Expected.AreEqual("distances from 0", name, [.. nodes.Select(tree.DistanceTo)]);
        Assert.All(nodes, node => IsPath(graph, tree.To(node), 0, node, tree.DistanceTo(node)));
        if (!graph.IsWeighted)
        {
            Expected.AreEqual("distances from 0", name, [.. nodes.Select(BreadthFirst.From(graph, 0).DistanceTo)]);
        }
    }

    [Theory]
    [OracleData("three paths from 0")]
    public void The_first_three_simple_paths_are_as_long_as_those_of_networkx_3_6_1(string name)
    {
        var graph = Expected.Graphs[name];
        var last = graph.NodeCount - 1;
        var paths = last < 1 ? [] : SimplePaths.Find(graph, 0, last, count: 3);

        Expected.AreEqual("three paths from 0", name, [.. paths.Select(path => (double?)path.Length)]);
        Assert.All(paths, path => IsPath(graph, path, 0, last, path.Length));
        Assert.Equal(paths.Count, paths.Select(path => string.Join(' ', path.Nodes)).Distinct().Count());
    }

    [Fact]
    public void All_simple_paths_come_in_order_and_then_no_more()
    {
        // A square with one diagonal: 0 – 1 – 2 – 3 – 0 and 1 – 3
        var graph = CsrGraph.FromPairs(4, [(0, 1), (1, 2), (2, 3), (3, 0), (1, 3)]);

        var paths = SimplePaths.Find(graph, 0, 2, count: 10);

        Assert.Equal(["0 1 2", "0 3 2", "0 1 3 2", "0 3 1 2"], paths.Select(path => string.Join(' ', path.Nodes)));
    }

    [Fact]
    public void Every_shortest_chain_of_introductions_is_listed_up_to_the_limit()
    {
        // 0 – {1, 2} – 3 – {4, 5} – 6
        var graph = CsrGraph.FromPairs(8, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (3, 5), (4, 6), (5, 6)]);

        var all = Introductions.Between(graph, 0, 6)!;
        var two = Introductions.Between(graph, 0, 6, limit: 2)!;

        Assert.Equal((4, 4.0), (all.Steps, all.Count));
        Assert.Equal(["0 1 3 4 6", "0 1 3 5 6", "0 2 3 4 6", "0 2 3 5 6"], all.Chains.Select(chain => string.Join(' ', chain)));
        Assert.Equal((2, 4.0), (two.Chains.Count, two.Count));
        Assert.Null(Introductions.Between(graph, 0, 7));
        Assert.Equal(
            [
                [3],
            ],
            Introductions.Between(graph, 3, 3)!.Chains
        );
    }

    [Fact]
    public void Introductions_follow_the_direction_of_ties()
    {
        var graph = CsrGraph.FromPairs(3, [(0, 1), (1, 2)], directed: true);

        Assert.Equal(
            [
                [0, 1, 2],
            ],
            Introductions.Between(graph, 0, 2)!.Chains
        );
        Assert.Null(Introductions.Between(graph, 2, 0));
    }

    [Fact]
    public void A_node_at_several_tiers_counts_at_its_nearest()
    {
        // 0 → 1 → 2 → 3, 0 → 2, 3 → 0
        var graph = CsrGraph.FromPairs(5, [(0, 1), (1, 2), (2, 3), (0, 2), (3, 0)], directed: true);

        Assert.Equal(
            [
                [1, 2],
                [3],
            ],
            Tiers.From(graph, [0])
        );
        Assert.Equal(
            [
                [1, 2],
            ],
            Tiers.From(graph, [0], maxTiers: 1)
        );
        Assert.Equal(
            [
                [3],
                [2],
                [1],
            ],
            Tiers.From(graph.Reversed(), [0])
        );
        Assert.Empty(Tiers.From(graph, [4]));
    }

    [Fact]
    public void Steps_can_be_bounded()
    {
        var tree = BreadthFirst.From(Expected.Graphs["path"], 0, maxSteps: 2);

        Assert.Equal([0, 1, 2, null, null], Enumerable.Range(0, 5).Select(tree.DistanceTo));
        Assert.Equal(3, tree.ReachedCount);
        Assert.Null(tree.To(4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Distances_from_many_sources_at_once_are_those_from_each(int threads)
    {
        var options = new RunOptions { Threads = threads };
        for (var seed = 0; seed < 40; seed++)
        {
            // Small graphs of every kind, long paths among them; every tenth is large enough for threads and for pulling.
            var graph = seed % 10 == 9 ? Drawn.Communities(seed, groups: 60, size: 50) : Drawn.Graph(seed);
            int[] sources = [.. Enumerable.Range(0, graph.NodeCount).Where(node => node % 20 != 19).Take(130), 0];
            var hops = BreadthFirst.Distances(graph, sources, options);
            var lengths = Dijkstra.Distances(graph, sources, options);

            Assert.Equal((sources.Length, graph.NodeCount), (hops.SourceCount, hops.NodeCount));
            for (var source = 0; source < sources.Length; source++)
            {
                var (steps, paths) = (BreadthFirst.From(graph, sources[source]), Dijkstra.From(graph, sources[source]));
                for (var node = 0; node < graph.NodeCount; node++)
                {
                    Assert.Equal(steps.DistanceTo(node), hops[source, node]);
                    Assert.Equal(paths.DistanceTo(node), lengths[source][node]);
                }
            }
        }
    }

    [Fact]
    public void Far_sources_are_found_along_a_long_path()
    {
        var graph = CsrGraph.FromPairs(1000, Enumerable.Range(0, 999).Select(node => (node, node + 1)));

        Assert.Equal(
            (999, 499),
            (BreadthFirst.Distances(graph, [0, 500])[0, 999], BreadthFirst.Distances(graph, [0, 500])[1, 999])
        );
    }

    [Fact]
    public void A_node_that_is_not_there_is_refused()
    {
        var graph = CsrGraph.FromPairs(2, [(0, 1)]);

        Assert.Throws<ArgumentException>(() => BreadthFirst.From(graph, 2));
        Assert.Throws<ArgumentException>(() => Dijkstra.From(graph, -1));
        Assert.Throws<ArgumentException>(() => BreadthFirst.Distances(graph, [0, 2]));
        Assert.Throws<ArgumentException>(() => Dijkstra.Distances(graph, [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BreadthFirst.Distances(graph, [0])[1, 0]);
        Assert.Throws<ArgumentException>(() => SimplePaths.Find(graph, 0, 2, 1));
        Assert.Throws<ArgumentException>(() => Introductions.Between(graph, 0, 1, limit: 0));
        Assert.Throws<ArgumentException>(() => Tiers.From(graph, [7]));
    }

    static void IsPath(CsrGraph graph, Route? path, int from, int to, double? length)
    {
        Assert.Equal(length is null, path is null);
        if (path is not null)
        {
            Assert.Equal((from, to), (path.Nodes[0], path.Nodes[^1]));
            Assert.Equal(path.Nodes.Count, path.Nodes.Distinct().Count());
            Assert.Equal(length!.Value, path.Nodes.Zip(path.Nodes.Skip(1), (a, b) => 1 / graph.WeightOf(a, b)).Sum(), 1e-9);
        }
    }
}
