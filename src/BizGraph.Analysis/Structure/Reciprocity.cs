namespace BizGraph.Analysis.Structure;

/// <summary>The share of arcs that go both ways.</summary>
/// <remarks>Time O(n + m), space O(1). Weights are ignored.</remarks>
public static class Reciprocity
{
    /// <summary>Arcs whose reverse is there too, over all arcs, 0 to 1; 1 when undirected, null without ties.</summary>
    public static double? Compute(CsrGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.ArcCount == 0)
        {
            return null;
        }
        var mutual = 0L;
        for (var node = 0; node < graph.NodeCount; node++)
        {
            mutual += CountShared(graph.OutNeighbors(node), graph.InNeighbors(node));
        }
        return (double)mutual / graph.ArcCount;
    }

    static int CountShared(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length; )
        {
            shared += a[i] == b[j] ? 1 : 0;
            (i, j) = (a[i] <= b[j] ? i + 1 : i, b[j] <= a[i] ? j + 1 : j);
        }
        return shared;
    }
}
