namespace BizGraph.Analysis.Centrality;

/// <summary>Sum of the weights of each node's ties (Barrat et al., 2004); its degree in an unweighted graph.</summary>
/// <remarks>Time O(n + m), space O(n).</remarks>
public static class Strength
{
    /// <summary>Weight of all ties of each node; directed: out plus in.</summary>
    public static NodeScores Total(CsrGraph graph)
    {
        var total = OutOf(graph);
        if (graph.IsDirected)
        {
            var arriving = InOf(graph);
            for (var node = 0; node < total.Length; node++)
            {
                total[node] += arriving[node];
            }
        }
        return new NodeScores(total);
    }

    /// <summary>Weight that leaves each node; all of it when undirected.</summary>
    public static NodeScores Out(CsrGraph graph) => new(OutOf(graph));

    /// <summary>Weight that arrives at each node; all of it when undirected.</summary>
    public static NodeScores In(CsrGraph graph) => new(InOf(graph));

    internal static double[] OutOf(CsrGraph graph) => SumRows(graph.OutOffsets, graph.AllOutWeights);

    internal static double[] InOf(CsrGraph graph) => SumRows(graph.InOffsets, graph.AllInWeights);

    static double[] SumRows(ReadOnlySpan<int> offsets, ReadOnlySpan<double> weights)
    {
        var sums = new double[offsets.Length - 1];
        for (var node = 0; node < sums.Length; node++)
        {
            if (weights.IsEmpty)
            {
                sums[node] = offsets[node + 1] - offsets[node];
                continue;
            }
            var sum = 0.0;
            foreach (var weight in weights[offsets[node]..offsets[node + 1]])
            {
                sum += weight;
            }
            sums[node] = sum;
        }
        return sums;
    }
}
