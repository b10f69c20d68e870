namespace BizGraph.Analysis.Paths;

/// <summary>Shortest paths where a tie is 1/weight long (Dijkstra, 1959), along outgoing ties; unweighted, each is one long.</summary>
/// <remarks>Time O((n + m) log n), space O(n).</remarks>
public static class Dijkstra
{
    /// <summary>The paths from <paramref name="source"/>.</summary>
    public static PathTree From(CsrGraph graph, int source)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That((uint)source < (uint)graph.NodeCount, nameof(source), source, $"a node from 0 to {graph.NodeCount - 1}");
        var search = new DijkstraSearch(graph);
        search.From(source);
        return new PathTree(source, search.Settled.Length, search.Distance, search.Before);
    }
}
