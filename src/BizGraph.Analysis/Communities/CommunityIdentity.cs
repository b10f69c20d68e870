namespace BizGraph.Analysis.Communities;

/// <summary>Lets communities keep their identity from one snapshot to the next, by the members that they share.</summary>
/// <remarks>The pair with the most shared members is matched first, each once (greedy; ties by identity, then by group). Time O(n log n).</remarks>
public static class CommunityIdentity
{
    /// <summary>Identity of each group: that of the earlier community it continues, or a new number above all earlier ones.</summary>
    /// <param name="now">The communities of the present snapshot.</param>
    /// <param name="before">Earlier identity of each node, 0 or more; negative for a node that had none.</param>
    public static IReadOnlyList<int> Match(Partition now, ReadOnlySpan<int> before)
    {
        ArgumentNullException.ThrowIfNull(now);
        Require.That(before.Length == now.NodeCount, nameof(before), before.Length, $"one for each of {now.NodeCount} nodes");
        var shared = new Dictionary<(int Identity, int Group), int>();
        var next = 0;
        for (var node = 0; node < before.Length; node++)
        {
            if (before[node] >= 0)
            {
                var pair = (before[node], now[node]);
                shared[pair] = shared.GetValueOrDefault(pair) + 1;
                next = Math.Max(next, before[node] + 1);
            }
        }
        var identities = new int[now.Count];
        Array.Fill(identities, -1);
        var taken = new HashSet<int>();
        foreach (var ((identity, group), _) in shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            if (identities[group] < 0 && taken.Add(identity))
            {
                identities[group] = identity;
            }
        }
        return Array.ConvertAll(identities, identity => identity >= 0 ? identity : next++);
    }
}
