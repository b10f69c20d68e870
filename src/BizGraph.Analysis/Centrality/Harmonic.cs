using BizGraph.Analysis.Paths;

namespace BizGraph.Analysis.Centrality;

/// <summary>Harmonic centrality (Boldi and Vigna, 2014), along outgoing ties: the mean of 1/distance to all other nodes.</summary>
/// <remarks>A node out of reach counts 0. Time and space as for <see cref="Closeness"/>.</remarks>
public static class Harmonic
{
    /// <summary>Harmonic centrality of every node, 0 or more (at most 1 when unweighted); null where there is no other node.</summary>
    public static NodeScores Compute(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var sums = DistanceSums.Of(graph, options, cancellation);
        return new NodeScores(
            Array.ConvertAll(sums.InverseSum, sum => graph.NodeCount == 1 ? double.NaN : sum / (graph.NodeCount - 1))
        );
    }
}
