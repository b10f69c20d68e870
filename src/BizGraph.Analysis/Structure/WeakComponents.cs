namespace BizGraph.Analysis.Structure;

/// <summary>Weakly connected components, by union–find with path halving (Tarjan and van Leeuwen, 1984).</summary>
/// <remarks>Time O((n + m) α(n)), space O(n). Direction is ignored; an isolated node is a component of its own.</remarks>
public static class WeakComponents
{
    /// <summary>The components, largest first.</summary>
    public static Partition Find(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var parent = Enumerable.Range(0, graph.NodeCount).ToArray();
        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (node % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            foreach (var target in graph.OutNeighbors(node))
            {
                Unite(parent, node, target);
            }
        }
        for (var node = 0; node < parent.Length; node++)
        {
            parent[node] = Root(parent, node);
        }
        return Partition.FromNodeLabels(parent);
    }

    static void Unite(int[] parent, int a, int b)
    {
        (a, b) = (Root(parent, a), Root(parent, b));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }
}
