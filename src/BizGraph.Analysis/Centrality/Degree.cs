namespace BizGraph.Analysis.Centrality;

/// <summary>Number of ties of each node.</summary>
/// <remarks>Time and space O(n).</remarks>
public static class Degree
{
    /// <summary>Ties of each node; directed: out plus in, so that a mutual tie counts twice (igraph's mode "all").</summary>
    public static NodeCounts Total(CsrGraph graph) =>
        Count(graph, node => graph.IsDirected ? graph.OutDegree(node) + graph.InDegree(node) : graph.OutDegree(node));

    /// <summary>Arcs that leave each node; all ties when undirected.</summary>
    public static NodeCounts Out(CsrGraph graph) => Count(graph, graph.OutDegree);

    /// <summary>Arcs that arrive at each node; all ties when undirected.</summary>
    public static NodeCounts In(CsrGraph graph) => Count(graph, graph.InDegree);

    static NodeCounts Count(CsrGraph graph, Func<int, int> degree)
    {
        var counts = new int[graph.NodeCount];
        for (var node = 0; node < counts.Length; node++)
        {
            counts[node] = degree(node);
        }
        return new NodeCounts(counts);
    }
}
