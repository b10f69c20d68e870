namespace BizGraph.Analysis.Paths;

/// <summary>Who is reached in one step, in two, and so on, along outgoing ties.</summary>
/// <remarks>Time O(n + m), space O(n). Weights are ignored; use <see cref="CsrGraph.Reversed"/> to look upstream.</remarks>
public static class Tiers
{
    /// <summary>Nodes by tier, nearest tier first, by id within it; a node counts at its nearest tier alone. The sources are in none.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="sources">Nodes to start from.</param>
    /// <param name="maxTiers">Tiers to look at, 1 or more; null: as many as there are.</param>
    public static IReadOnlyList<IReadOnlyList<int>> From(CsrGraph graph, IEnumerable<int> sources, int? maxTiers = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sources);
        Require.That(maxTiers is null or >= 1, nameof(maxTiers), maxTiers, "1 or more");
        int[] tier = [.. sources.Distinct()];
        var reached = new bool[graph.NodeCount];
        foreach (var source in tier)
        {
            Require.That((uint)source < (uint)graph.NodeCount, nameof(sources), source, $"nodes from 0 to {graph.NodeCount - 1}");
            reached[source] = true;
        }
        var tiers = new List<IReadOnlyList<int>>();
        while (tiers.Count < (maxTiers ?? int.MaxValue) && (tier = Next(graph, tier, reached)).Length > 0)
        {
            tiers.Add(tier);
        }
        return tiers;
    }

    static int[] Next(CsrGraph graph, int[] tier, bool[] reached)
    {
        var next = new List<int>();
        foreach (var node in tier)
        {
            foreach (var target in graph.OutNeighbors(node))
            {
                if (!reached[target])
                {
                    reached[target] = true;
                    next.Add(target);
                }
            }
        }
        next.Sort();
        return [.. next];
    }
}
