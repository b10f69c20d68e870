using BizGraph.Analysis.Paths;

namespace BizGraph.Analysis.Centrality;

/// <summary>Closeness with the correction of Wasserman and Faust (1994), along outgoing ties.</summary>
/// <remarks>
/// ((r − 1)/(n − 1)) · ((r − 1)/Σd) for r nodes reached, the node itself among them. Time O(n·m) bit-parallel (see
/// <see cref="Reach"/>), weighted O(n·m log n); space O(n). An edge is 1, weighted 1/weight long.
/// </remarks>
public static class Closeness
{
    /// <summary>Closeness of every node, above 0 (at most 1 when unweighted); null for a node that reaches no other.</summary>
    public static NodeScores Compute(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var sums = DistanceSums.Of(graph, options, cancellation);
        var scores = new double[graph.NodeCount];
        for (var node = 0; node < scores.Length; node++)
        {
            double reached = sums.Reached[node];
            scores[node] = reached == 0 ? double.NaN : reached / (graph.NodeCount - 1) * (reached / sums.Sum[node]);
        }
        return new NodeScores(scores);
    }
}
