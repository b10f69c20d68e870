namespace BizGraph.Analysis.Structure;

/// <summary>Whether like ties with like (Newman, 2003): from −1 to 1, 0 when ties take no notice.</summary>
/// <remarks>Time O(n + m), space O(n). Weights are ignored. Undirected, each edge counts from both ends.</remarks>
public static class Assortativity
{
    /// <summary>By degree; directed: out-degree of the source against in-degree of the target. Null when all are the same, or without ties.</summary>
    public static double? ByDegree(CsrGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Correlation(graph, node => graph.OutDegree(node), node => graph.InDegree(node));
    }

    /// <summary>By a number of each node, such as its employees. Null when all are the same, or without ties.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="values">One finite number for each node.</param>
    public static double? ByValue(CsrGraph graph, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(values);
        Require.That(values.Count == graph.NodeCount, nameof(values), values.Count, $"one for each of {graph.NodeCount} nodes");
        return Correlation(graph, node => values[node], node => values[node]);
    }

    /// <summary>By the group of each node, such as its industry. Null when all ties are within one group, or without ties.</summary>
    public static double? ByGroup(CsrGraph graph, Partition groups)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(groups);
        Require.That(groups.NodeCount == graph.NodeCount, nameof(groups), groups.NodeCount, $"{graph.NodeCount} nodes");
        var (leaving, arriving, within) = (new double[groups.Count], new double[groups.Count], 0.0);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            leaving[groups[node]] += graph.OutDegree(node);
            arriving[groups[node]] += graph.InDegree(node);
            foreach (var target in graph.OutNeighbors(node))
            {
                within += groups[target] == groups[node] ? 1 : 0;
            }
        }
        double arcs = graph.ArcCount;
        var byChance = leaving.Zip(arriving, (a, b) => a / arcs * (b / arcs)).Sum();
        return graph.ArcCount == 0 || byChance >= 1 ? null : (within / arcs - byChance) / (1 - byChance);
    }

    static double? Correlation(CsrGraph graph, Func<int, double> ofSource, Func<int, double> ofTarget)
    {
        var (meanSource, meanTarget) = (0.0, 0.0);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            meanSource += graph.OutDegree(node) * ofSource(node) / graph.ArcCount;
            meanTarget += graph.InDegree(node) * ofTarget(node) / graph.ArcCount;
        }
        var (together, varianceSource, varianceTarget) = (0.0, 0.0, 0.0);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var source = ofSource(node) - meanSource;
            foreach (var neighbor in graph.OutNeighbors(node))
            {
                var target = ofTarget(neighbor) - meanTarget;
                together += source * target;
                varianceSource += source * source;
                varianceTarget += target * target;
            }
        }
        var spread = Math.Sqrt(varianceSource * varianceTarget);
        return graph.ArcCount == 0 || spread <= 1e-12 * (1 + meanSource * meanSource + meanTarget * meanTarget)
            ? null
            : together / spread;
    }
}
