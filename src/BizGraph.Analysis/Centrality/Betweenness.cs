namespace BizGraph.Analysis.Centrality;

/// <summary>Betweenness of nodes by dependency accumulation (Brandes, 2001).</summary>
/// <remarks>
/// Time O(n·m), weighted O(n·m + n² log n); space O(n + m). Raw values: for every pair of other nodes, the share of their shortest
/// paths that pass through the node; unordered pairs when undirected, ordered when directed. A weight is a strength: an edge is
/// 1/weight long, and lengths within 1e-10 of each other, relatively, are equal (igraph's rule).
/// </remarks>
public static class Betweenness
{
    /// <summary>Exact betweenness of every node, 0 or more; 0 for a node that no shortest path passes through.</summary>
    public static NodeScores Compute(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var scores = new double[graph.NodeCount];
        var paths = ShortestPathCounts.For(graph);
        var dependency = new double[graph.NodeCount];
        for (var source = 0; source < graph.NodeCount; source++)
        {
            cancellation.ThrowIfCancellationRequested();
            paths.From(source);
            Accumulate(paths, dependency, scores);
        }
        if (!graph.IsDirected)
        {
            HalveEach(scores);
        }
        return new NodeScores(scores);
    }

    // Farthest nodes first: what depends on a node is what depends on its successors, by their share of paths.
    static void Accumulate(ShortestPathCounts paths, double[] dependency, double[] scores)
    {
        var reached = paths.Reached;
        for (var place = reached.Length - 1; place > 0; place--)
        {
            var node = reached[place];
            dependency[node] = paths.CountOf(node) * paths.SumOverSuccessors(node, dependency);
            scores[node] += dependency[node];
            dependency[node] = (1 + dependency[node]) / paths.CountOf(node);
        }
    }

    static void HalveEach(double[] scores)
    {
        for (var node = 0; node < scores.Length; node++)
        {
            scores[node] /= 2;
        }
    }
}
