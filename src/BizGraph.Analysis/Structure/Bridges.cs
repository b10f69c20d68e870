namespace BizGraph.Analysis.Structure;

/// <summary>Edges whose loss would break a component apart (Tarjan, 1974).</summary>
/// <remarks>Time O(n + m), space O(n + m). Direction and weights are ignored; a mutual tie is one edge.</remarks>
public static class Bridges
{
    /// <summary>The bridges with the smaller id first, by their ends; their weight is that of the undirected edge.</summary>
    public static IReadOnlyList<Edge> Find(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = graph.ToUndirected();
        var tree = new LowPoints(graph, cancellation);
        var bridges = new List<Edge>();
        foreach (var node in tree.Preorder)
        {
            var parent = tree.Parent[node];
            if (parent >= 0 && tree.Low[node] > tree.Discovery[parent])
            {
                bridges.Add(new Edge(Math.Min(node, parent), Math.Max(node, parent), graph.WeightOf(node, parent)));
            }
        }
        return [.. bridges.OrderBy(bridge => bridge.From).ThenBy(bridge => bridge.To)];
    }
}
