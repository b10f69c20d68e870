namespace BizGraph.Analysis.Structure;

/// <summary>Biconnected components (Hopcroft and Tarjan, 1973): parts that no loss of a single node breaks apart.</summary>
/// <remarks>Time O(n + m), space O(n + m). Direction is ignored. A node is in several when it is an articulation point, in none when isolated.</remarks>
public static class BiconnectedComponents
{
    /// <summary>The components as rising lists of nodes, the largest first, equal sizes by their smallest nodes.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Find(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var tree = new LowPoints(graph.WithoutWeights().ToUndirected(), cancellation);
        var components = new List<List<int>>();
        var componentOf = new int[graph.NodeCount]; // of the tree edge between a node and its parent
        foreach (var node in tree.Preorder)
        {
            var parent = tree.Parent[node];
            if (parent < 0)
            {
                continue;
            }
            // A subtree with no way round the parent starts a component, else the edge belongs to that above it.
            if (tree.Low[node] >= tree.Discovery[parent])
            {
                componentOf[node] = components.Count;
                components.Add([parent]);
            }
            else
            {
                componentOf[node] = componentOf[parent];
            }
            components[componentOf[node]].Add(node);
        }
        components.ForEach(nodes => nodes.Sort());
        return [.. components.OrderByDescending(nodes => nodes.Count).ThenBy(nodes => nodes[0]).ThenBy(nodes => nodes[1])];
    }
}
