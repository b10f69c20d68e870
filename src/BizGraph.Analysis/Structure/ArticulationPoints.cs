namespace BizGraph.Analysis.Structure;

/// <summary>Nodes whose loss would break a component apart (Hopcroft and Tarjan, 1973).</summary>
/// <remarks>Time O(n + m), space O(n + m). Direction and weights are ignored.</remarks>
public static class ArticulationPoints
{
    /// <summary>The articulation points, by id.</summary>
    public static IReadOnlyList<int> Find(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var tree = new LowPoints(graph.WithoutWeights().ToUndirected(), cancellation);
        var cuts = new bool[graph.NodeCount];
        var rootChildren = new int[graph.NodeCount];
        foreach (var node in tree.Preorder)
        {
            var parent = tree.Parent[node];
            if (parent < 0)
            {
                continue;
            }
            // A root cuts when it has two subtrees, another node when a subtree has no way round it.
            cuts[parent] |= tree.Parent[parent] < 0 ? ++rootChildren[parent] > 1 : tree.Low[node] >= tree.Discovery[parent];
        }
        return [.. Enumerable.Range(0, cuts.Length).Where(node => cuts[node])];
    }
}
