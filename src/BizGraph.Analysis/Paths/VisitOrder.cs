namespace BizGraph.Analysis.Paths;

/// <summary>Breadth-first orders of the parts of an undirected graph, in which neighbors lie close to each other.</summary>
/// <remarks>Time O(size of the part) each, space O(n).</remarks>
sealed class VisitOrder(CsrGraph graph)
{
    readonly bool[] _visited = new bool[graph.NodeCount];

    /// <summary>The nodes of a component from its best-connected one on, ties by id.</summary>
    public int[] FromHub(ReadOnlySpan<int> component)
    {
        var order = new int[component.Length];
        order[0] = component[0];
        foreach (var node in component)
        {
            order[0] = graph.OutDegree(node) > graph.OutDegree(order[0]) ? node : order[0];
        }
        _visited[order[0]] = true;
        var count = 1;
        for (var head = 0; head < count; head++)
        {
            foreach (var neighbor in graph.OutNeighbors(order[head]))
            {
                if (!_visited[neighbor])
                {
                    _visited[neighbor] = true;
                    order[count++] = neighbor;
                }
            }
        }
        return order;
    }
}
