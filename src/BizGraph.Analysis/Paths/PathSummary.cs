using BizGraph.Analysis.Structure;

namespace BizGraph.Analysis.Paths;

/// <summary>How far apart the nodes of a network's largest component are.</summary>
/// <param name="Share">Share of all nodes that are in it, 0 to 1; null without nodes.</param>
/// <param name="AveragePath">Mean distance between two of its nodes; null for fewer than two.</param>
/// <param name="Diameter">The largest distance between two of its nodes; null for fewer than two.</param>
public sealed record PathSummary(double? Share, double? AveragePath, double? Diameter)
{
    /// <summary>Computes it exactly, without direction; an edge is 1, weighted 1/weight long.</summary>
    /// <remarks>Time O(n·m) for the largest component's n and m, bit-parallel when unweighted; space O(n + m).</remarks>
    public static PathSummary Of(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.NodeCount == 0)
        {
            return new PathSummary(null, null, null);
        }
        graph = graph.ToUndirected();
        var members = WeakComponents.Find(graph, cancellation).MembersOf(0);
        var share = (double)members.Length / graph.NodeCount;
        if (members.Length == 1)
        {
            return new PathSummary(share, null, null);
        }
        var sums = DistanceSums.Of(graph.Induced(members), options, cancellation);
        return new PathSummary(share, sums.Sum.Sum() / ((double)members.Length * (members.Length - 1)), sums.Farthest.Max());
    }
}
