using BizGraph.Analysis.Centrality;

namespace BizGraph.Analysis.Communities;

/// <summary>Modularity (Newman and Girvan, 2004), directed after Leicht and Newman (2008), with resolution (Reichardt and Bornholdt, 2006).</summary>
/// <remarks>
/// Σ over communities: share of weight inside − γ · (share of strength)², directed − γ · (share of out-strength) · (share of
/// in-strength). Time O(n + m), space O(communities).
/// </remarks>
public static class Modularity
{
    /// <summary>Modularity of <paramref name="communities"/>, at most 1; null without edges.</summary>
    /// <param name="graph">Directed or not; weights count where it has them.</param>
    /// <param name="communities">A partition of the graph's nodes.</param>
    /// <param name="resolution">γ, above 0.</param>
    public static double? Compute(CsrGraph graph, Partition communities, double resolution = 1)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(communities);
        Require.That(
            communities.NodeCount == graph.NodeCount,
            nameof(communities),
            communities.NodeCount,
            $"{graph.NodeCount} nodes"
        );
        Require.That(resolution > 0, nameof(resolution), resolution, "a number above 0");
        if (graph.ArcCount == 0)
        {
            return null;
        }
        var leaving = SumByGroup(Strength.OutOf(graph), communities);
        var arriving = SumByGroup(Strength.InOf(graph), communities);
        var total = leaving.Sum();
        var modularity = WeightInside(graph, communities) / total;
        for (var group = 0; group < communities.Count; group++)
        {
            modularity -= resolution * (leaving[group] / total) * (arriving[group] / total);
        }
        return modularity;
    }

    static double WeightInside(CsrGraph graph, Partition communities)
    {
        var inside = 0.0;
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var targets = graph.OutNeighbors(node);
            var weights = graph.OutWeights(node);
            for (var arc = 0; arc < targets.Length; arc++)
            {
                if (communities[targets[arc]] == communities[node])
                {
                    inside += weights.IsEmpty ? 1 : weights[arc];
                }
            }
        }
        return inside;
    }

    static double[] SumByGroup(double[] values, Partition groups)
    {
        var sums = new double[groups.Count];
        for (var node = 0; node < values.Length; node++)
        {
            sums[groups[node]] += values[node];
        }
        return sums;
    }
}
