namespace BizGraph.Analysis.Structure;

/// <summary>Numbers of an undirected graph's edges, in the order of <see cref="CsrGraph.Edges"/>.</summary>
/// <remarks>Time O(n) to build and O(log degree) to ask; space O(n).</remarks>
sealed class EdgeNumbers
{
    readonly CsrGraph _graph;
    readonly int[] _first; // number of the node's first edge to a larger id, less the place of that edge in its row

    public EdgeNumbers(CsrGraph graph)
    {
        (_graph, _first) = (graph, new int[graph.NodeCount]);
        var number = 0;
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var smaller = ~graph.OutNeighbors(node).BinarySearch(node);
            _first[node] = number - smaller;
            number += graph.OutDegree(node) - smaller;
        }
    }

    public int Of(int a, int b)
    {
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        return _first[a] + _graph.OutNeighbors(a).BinarySearch(b);
    }
}
