namespace BizGraph.Analysis.Gaps;

/// <summary>Finds what is missing: first the businesses without a tie, then the islands, the largest first.</summary>
static class GapFinder
{
    /// <summary>All gaps, the most pressing first. Time O(n + m).</summary>
    public static IReadOnlyList<Gap> Find(NetworkSnapshot snapshot) =>
        [
            .. snapshot.Isolated().Select(business => new Gap(GapKind.Isolated, [business], snapshot.NodeCount - 1)),
            .. Islands(snapshot),
        ];

    // The largest component is the mainland; components are numbered by size.
    static IEnumerable<Gap> Islands(NetworkSnapshot snapshot)
    {
        var components = snapshot.Components;
        for (var island = 1; island < components.Count && components.SizeOf(island) > 1; island++)
        {
            var members = components.MembersOf(island).ToArray();
            yield return new Gap(GapKind.Island, [.. members.Select(snapshot.BusinessOf)], snapshot.NodeCount - members.Length);
        }
    }
}
