namespace BizGraph.Analysis.Paths;

/// <summary>Shortest paths by number of ties, by breadth-first search (Moore, 1959) along outgoing ties.</summary>
/// <remarks>Time O(n + m), space O(n). Weights are ignored.</remarks>
public static class BreadthFirst
{
    /// <summary>The paths from <paramref name="source"/>; of several shortest ones that through the node reached first, by id.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="source">Node that paths start from.</param>
    /// <param name="maxSteps">Nodes farther away are left out; null: none.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static PathTree From(CsrGraph graph, int source, int? maxSteps = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That((uint)source < (uint)graph.NodeCount, nameof(source), source, $"a node from 0 to {graph.NodeCount - 1}");
        var (distance, before) = (new double[graph.NodeCount], new int[graph.NodeCount]);
        Array.Fill(distance, double.PositiveInfinity);
        (distance[source], before[source]) = (0, -1);
        var queue = new int[graph.NodeCount];
        queue[0] = source;
        var count = 1;
        for (var head = 0; head < count; head++)
        {
            if (head % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            var node = queue[head];
            if (distance[node] >= (maxSteps ?? int.MaxValue))
            {
                break;
            }
            foreach (var target in graph.OutNeighbors(node))
            {
                if (double.IsPositiveInfinity(distance[target]))
                {
                    (distance[target], before[target]) = (distance[node] + 1, node);
                    queue[count++] = target;
                }
            }
        }
        return new PathTree(source, count, distance, before);
    }
}
