namespace BizGraph.Analysis.Tests;

/// <summary>Small graphs for property tests, drawn from a seed.</summary>
static class Drawn
{
    /// <summary>About 1 to 60 nodes and up to three ties a node, of any kind.</summary>
    public static CsrGraph Graph(int seed, bool? directed = null, bool? weighted = null)
    {
        var random = new Random(seed);
        var nodeCount = random.Next(1, 60);
        var builder = new CsrGraphBuilder(nodeCount, directed ?? random.Next(2) == 0, weighted ?? random.Next(2) == 0);
        for (var tie = random.Next(3 * nodeCount); tie > 0; tie--)
        {
            builder.Add(random.Next(nodeCount), random.Next(nodeCount), random.Next(1, 9) / 2.0);
        }
        return builder.Build();
    }

    /// <summary>Groups of nodes with most ties inside their own: what community detection is for.</summary>
    public static CsrGraph Communities(int seed, int groups, int size)
    {
        var random = new Random(seed);
        var builder = new CsrGraphBuilder(groups * size, directed: false, weighted: false);
        for (var node = 0; node < groups * size; node++)
        {
            for (var tie = 0; tie < 4; tie++)
            {
                var inside = random.Next(10) < 8;
                builder.Add(node, inside ? node / size * size + random.Next(size) : random.Next(groups * size));
            }
        }
        return builder.Build();
    }

    /// <summary>The same graph with other ids, and the new id of each node.</summary>
    public static (CsrGraph Graph, int[] IdOf) Relabelled(CsrGraph graph, int seed)
    {
        var idOf = Enumerable.Range(0, graph.NodeCount).ToArray();
        new Random(seed).Shuffle(idOf);
        var builder = new CsrGraphBuilder(graph.NodeCount, graph.IsDirected, graph.IsWeighted);
        foreach (var edge in graph.Edges())
        {
            builder.Add(idOf[edge.From], idOf[edge.To], edge.Weight);
        }
        return (builder.Build(), idOf);
    }

    /// <summary>Fails when a measure says something else of a node once it has another id.</summary>
    public static void RelabellingChangesNothing(Func<CsrGraph, NodeScores> measure, Func<int, CsrGraph> draw)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var graph = draw(seed);
            var (other, idOf) = Relabelled(graph, seed + 1);
            var (before, after) = (measure(graph), measure(other));
            for (var node = 0; node < graph.NodeCount; node++)
            {
                var (x, y) = (before[node], after[idOf[node]]);
                Assert.True(
                    x is null ? y is null : y is not null && Math.Abs(x.Value - y.Value) <= 1e-9 * Math.Max(1, Math.Abs(x.Value)),
                    $"Seed {seed}, node {node}: {x} became {y}."
                );
            }
        }
    }
}
