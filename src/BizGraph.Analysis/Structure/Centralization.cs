namespace BizGraph.Analysis.Structure;

/// <summary>Degree centralization (Freeman, 1979): how much the network hangs on its best-connected node.</summary>
/// <remarks>Σ(d_max − d_i) / ((n − 1)(n − 2)). Time O(n + m), space O(n). Direction and weights are ignored.</remarks>
public static class Centralization
{
    /// <summary>0 when all have the same number of ties, 1 for a star; null for fewer than three nodes.</summary>
    public static double? Compute(CsrGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.NodeCount < 3)
        {
            return null;
        }
        var degree = Centrality.Degree.Total(graph.WithoutWeights().ToUndirected());
        var (largest, missing) = (degree.Max(), 0.0);
        foreach (var d in degree.Values)
        {
            missing += largest - d;
        }
        return missing / ((graph.NodeCount - 1.0) * (graph.NodeCount - 2));
    }
}
