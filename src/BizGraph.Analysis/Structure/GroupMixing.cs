namespace BizGraph.Analysis.Structure;

/// <summary>Ties within and between groups.</summary>
/// <param name="Internal">Ties with both ends in one group.</param>
/// <param name="External">Ties between two groups.</param>
/// <param name="Index">E–I index (EL − IL)/(EL + IL): −1 when all ties are internal, 1 when all are external; null without ties.</param>
/// <param name="Expected">The index if every pair of nodes were as likely to be tied: what group sizes alone give; null without a pair.</param>
public sealed record Mixing(int Internal, int External, double? Index, double? Expected);

/// <summary>The E–I index of Krackhardt and Stern (1988).</summary>
/// <remarks>Time O(n + m), space O(groups). Weights are ignored; directed, each arc is a tie.</remarks>
public static class GroupMixing
{
    /// <summary>Ties within and between the groups of all nodes.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="groups">Group of each node, 0 or more; a negative one is unknown: its ties and pairs are left out.</param>
    public static Mixing Compute(CsrGraph graph, ReadOnlySpan<int> groups)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That(groups.Length == graph.NodeCount, nameof(groups), groups.Length, $"one for each of {graph.NodeCount} nodes");
        var (within, between) = (0L, 0L);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            foreach (var target in graph.OutNeighbors(node))
            {
                if (groups[node] >= 0 && groups[target] >= 0)
                {
                    within += groups[node] == groups[target] ? 1 : 0;
                    between += groups[node] == groups[target] ? 0 : 1;
                }
            }
        }
        var ways = graph.IsDirected ? 1 : 2;
        var (pairsWithin, pairs) = Pairs(groups);
        return new Mixing(
            (int)(within / ways),
            (int)(between / ways),
            Index(between, within),
            Index(pairs - pairsWithin, pairsWithin)
        );
    }

    static double? Index(double external, double within) =>
        external + within == 0 ? null : (external - within) / (external + within);

    static (double Within, double All) Pairs(ReadOnlySpan<int> groups)
    {
        var sizes = new Dictionary<int, int>();
        var known = 0.0;
        foreach (var group in groups)
        {
            if (group >= 0)
            {
                sizes[group] = sizes.GetValueOrDefault(group) + 1;
                known++;
            }
        }
        return (sizes.Values.Sum(size => size * (size - 1.0) / 2), known * (known - 1) / 2);
    }
}
