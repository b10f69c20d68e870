using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>Groups whose members stay among themselves, by the E–I index (Krackhardt and Stern, 1988) beside the value that the group's size alone gives.</summary>
/// <remarks>
/// Of the ties with an end in the group: (outside − inside) / (outside + inside). Expected: the same of all pairs with an end in the group. The most closed
/// group comes first. Time: the ties of the members of each group.
/// </remarks>
static class ClosedGroups
{
    static readonly (string Grouping, Func<Business, IEnumerable<string?>> NamesOf)[] Groupings =
    [
        ("network", business => business.Facts.Networks),
        ("locality", business => [business.Facts.Place?.Locality]),
        ("ownership", business => business.Ownership == Ownership.Unknown ? [] : [business.Ownership.ToString()]),
        ("tag", business => business.Facts.Tags),
    ];

    public static IEnumerable<Gap> Find(GapGround ground) =>
        Groupings
            .SelectMany(grouping =>
                Groups(ground, grouping.NamesOf).Select(group => Of(ground, grouping.Grouping, group.Key, group.Value))
            )
            .OfType<RankedGap>()
            .Order()
            .Select(ranked => ranked.Gap);

    // Names that differ in letter case or spacing are one group, shown as the first business writes it.
    static Dictionary<string, (string Name, List<int> Members)> Groups(
        GapGround ground,
        Func<Business, IEnumerable<string?>> namesOf
    )
    {
        var groups = new Dictionary<string, (string Name, List<int> Members)>();
        for (var node = 0; node < ground.NodeCount; node++)
        {
            foreach (var name in namesOf(ground[node]).OfType<string>().DistinctBy(BusinessId.Normalize))
            {
                groups.TryAdd(BusinessId.Normalize(name), (name, []));
                groups[BusinessId.Normalize(name)].Members.Add(node);
            }
        }

        return groups;
    }

    static RankedGap? Of(GapGround ground, string grouping, string key, (string Name, List<int> Members) group)
    {
        var (options, size) = (ground.Options, group.Members.Count);
        if (size < options.LeastGroup || size > options.MostGroupShare * ground.NodeCount)
        {
            return null;
        }

        var members = group.Members.ToHashSet();
        var ends = group.Members.SelectMany(node => ground.Graph.OutNeighbors(node).ToArray()).ToList();
        var inside = ends.Count(members.Contains) / 2;
        var outside = ends.Count - 2 * inside;
        var (index, expected) = (
            Index(outside, inside),
            Index((double)size * (ground.NodeCount - size), size * (size - 1.0) / 2)
        );
        if (
            inside + outside < options.LeastGroupTies
            || index > options.MostEiIndex
            || expected - index < options.LeastBelowExpected
        )
        {
            return null;
        }

        GapEvidence[] evidence =
        [
            GapEvidence.Word(EvidenceKind.Grouping, grouping),
            GapEvidence.Of(EvidenceKind.Group, ground.All(group.Members), group.Name),
            GapEvidence.Count(EvidenceKind.TiesInside, inside, EvidenceUnit.Ties),
            GapEvidence.Count(EvidenceKind.TiesOutside, outside, EvidenceUnit.Ties),
            GapEvidence.Count(EvidenceKind.EiIndex, index, EvidenceUnit.Index),
            GapEvidence.Count(EvidenceKind.ExpectedEiIndex, expected, EvidenceUnit.Index),
        ];
        var identity = GapIdentity.OfName(GapKind.AmongThemselves, grouping, key);
        var gap = new Gap(identity, ground.All(group.Members), evidence, ActionFor(ground, group.Members, members));
        return new RankedGap(gap, [-index, size], group.Members[0]);
    }

    static double Index(double outside, double inside) => (outside - inside) / (outside + inside);

    // One who knows nobody outside is introduced; the others are the way out already.
    static GapAction ActionFor(GapGround ground, List<int> group, HashSet<int> members)
    {
        var inner = group.Where(node => ground.Graph.OutNeighbors(node).ToArray().All(members.Contains)).ToList();
        var pair = ground.Matchmaking.BestPair(
            (inner.Count > 0 ? inner : group).OrderByDescending(ground.Contacts),
            ground.Matchmaking.ByContacts.Where(node => !members.Contains(node))
        );
        return pair is { } two
            ? ground.Matchmaking.Introduction(GapActionKind.Introduce, two.One, two.Other)
            : new GapAction(GapActionKind.Invite, ground.All(group[0]));
    }
}
