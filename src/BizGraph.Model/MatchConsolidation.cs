using Pair = (BizGraph.Model.BusinessId Lesser, BizGraph.Model.BusinessId Greater);

namespace BizGraph.Model;

/// <summary>Which ids mean one business: of each pair a person's word counts, else the newest; what is the same is joined unless a person keeps it apart.</summary>
static class MatchConsolidation
{
    /// <summary>The groups of two ids or more, each in the order of the ids, the group with the least id first.</summary>
    public static IReadOnlyList<IReadOnlyList<BusinessId>> Groups(IEnumerable<CountingClaim<MatchClaim>> claims)
    {
        var verdicts = Verdicts(claims);
        var apart = verdicts.Where(v => v.Claim.Verdict == MatchVerdict.Apart).Select(v => v.Claim.Pair).ToList();
        var groupOf = new Dictionary<BusinessId, List<BusinessId>>();
        foreach (var (one, other) in verdicts.Where(v => v.Claim.Verdict == MatchVerdict.Same).Select(v => v.Claim.Pair))
        {
            var (a, b) = (GroupOf(groupOf, one), GroupOf(groupOf, other));
            if (a != b && !KeepsApart(apart, a, b))
            {
                a.AddRange(b);
                b.ForEach(id => groupOf[id] = a);
            }
        }

        var groups = groupOf.Values.Where(group => group.Count > 1).Distinct().ToList();
        groups.ForEach(group => group.Sort());
        return [.. groups.OrderBy(group => group[0])];
    }

    /// <summary>The claim that counts of each pair: what people said before what matching found, then the older first.</summary>
    public static List<CountingClaim<MatchClaim>> Verdicts(IEnumerable<CountingClaim<MatchClaim>> claims) =>
        [
            .. claims
                .GroupBy(c => c.Claim.Pair)
                .Select(pair =>
                    pair.OrderBy(c => c.Claim.IsByHand).ThenBy(c => c.Standing.Order).ThenBy(c => c.Claim.Position).Last()
                )
                .OrderByDescending(c => c.Claim.IsByHand)
                .ThenBy(c => c.Standing.Order)
                .ThenBy(c => c.Claim.Position)
                .ThenBy(c => c.Claim.Pair.Lesser)
                .ThenBy(c => c.Claim.Pair.Greater),
        ];

    static List<BusinessId> GroupOf(Dictionary<BusinessId, List<BusinessId>> groupOf, BusinessId id)
    {
        if (!groupOf.TryGetValue(id, out var group))
        {
            groupOf[id] = group = [id];
        }

        return group;
    }

    static bool KeepsApart(List<Pair> apart, List<BusinessId> a, List<BusinessId> b) =>
        apart.Exists(pair =>
            (a.Contains(pair.Lesser) && b.Contains(pair.Greater)) || (a.Contains(pair.Greater) && b.Contains(pair.Lesser))
        );
}
