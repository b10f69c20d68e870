namespace BizGraph.Analysis.Structure;

/// <summary>How often two neighbors of a node are neighbors of each other.</summary>
/// <remarks>Time O(m^1.5), space O(n + m). Direction and weights are ignored.</remarks>
public static class Clustering
{
    /// <summary>Share of the pairs of neighbors that are tied (Watts and Strogatz, 1998), 0 to 1; null for a node with fewer than two.</summary>
    public static NodeScores Local(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = graph.WithoutWeights().ToUndirected();
        var triangles = Triangles.Count(graph, options, cancellation);
        var scores = new double[graph.NodeCount];
        for (var node = 0; node < scores.Length; node++)
        {
            var pairs = PairsOf(graph.OutDegree(node));
            scores[node] = pairs == 0 ? double.NaN : triangles[node] / pairs;
        }
        return new NodeScores(scores);
    }

    /// <summary>Transitivity: three times the triangles over the paths of two ties (Newman, Strogatz and Watts, 2001); null without such a path.</summary>
    public static double? Transitivity(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = graph.WithoutWeights().ToUndirected();
        var (closed, pairs) = (0.0, 0.0);
        var triangles = Triangles.Count(graph, options, cancellation);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            closed += triangles[node];
            pairs += PairsOf(graph.OutDegree(node));
        }
        return pairs == 0 ? null : closed / pairs;
    }

    static double PairsOf(int degree) => degree * (degree - 1.0) / 2;
}
