namespace BizGraph.Analysis.Gaps;

/// <summary>Structural holes: pairs of communities that could do business and have few or no ties between them.</summary>
/// <remarks>
/// Few is measured against K_A · K_B / 2m, the ties that the communities' numbers of ties would give by chance (the null model of modularity; Newman and
/// Girvan, 2004). Pairs with the most who could buy from the other come first. Time O(m + n · communities).
/// </remarks>
static class CommunityPairs
{
    const int MostCommunities = 200; // the largest

    readonly record struct Pair(int One, int Other, int Ties, double Expected, int Complements);

    public static IEnumerable<Gap> Find(GapGround ground)
    {
        var communities = ground.Snapshot.Communities;
        var count = Enumerable
            .Range(0, Math.Min(communities.Count, MostCommunities))
            .TakeWhile(c => communities.SizeOf(c) >= ground.Options.LeastCommunity)
            .Count();
        return Pairs(ground, count)
            .Where(pair =>
                pair.Expected >= ground.Options.LeastExpectedTies
                && pair.Ties <= ground.Options.FewTiesShare * pair.Expected
                && pair.Complements >= ground.Options.LeastComplements
            )
            .OrderByDescending(pair => pair.Complements)
            .ThenByDescending(pair => pair.Expected)
            .Take(ground.Options.MostHoles)
            .Select(pair => GapOf(ground, pair))
            .OfType<Gap>();
    }

    // In the order of the communities' numbers, which a stable sort keeps among equals.
    static IEnumerable<Pair> Pairs(GapGround ground, int count)
    {
        var ties = TiesBetween(ground, count);
        var contacts = Enumerable.Range(0, count).Select(c => (double)Members(ground, c).Sum(ground.Contacts)).ToArray();
        var complements = Complements.Count(ground, count);
        for (var one = 0; one < count; one++)
        {
            for (var other = one + 1; other < count; other++)
            {
                var expected = contacts[one] * contacts[other] / ground.Graph.ArcCount;
                yield return new Pair(one, other, ties[one, other], expected, complements[one, other] + complements[other, one]);
            }
        }
    }

    static int[,] TiesBetween(GapGround ground, int count)
    {
        var communities = ground.Snapshot.Communities;
        var ties = new int[count, count];
        foreach (var edge in ground.Graph.Edges())
        {
            var (one, other) = (
                Math.Min(communities[edge.From], communities[edge.To]),
                Math.Max(communities[edge.From], communities[edge.To])
            );
            if (other < count)
            {
                ties[one, other]++;
            }
        }

        return ties;
    }

    static Gap? GapOf(GapGround ground, Pair communities)
    {
        var (first, second) = (Members(ground, communities.One), Members(ground, communities.Other));
        if (ground.Matchmaking.BestPair(first, second) is not { } pair)
        {
            return null;
        }

        var least = new[] { first.Min(), second.Min() }.Order();
        return new Gap(
            GapIdentity.Of(GapKind.StructuralHole, ground.All(least)),
            ground.All(pair.One, pair.Other),
            [
                GapEvidence.Of(EvidenceKind.OneGroup, ground.All(first)),
                GapEvidence.Of(EvidenceKind.OtherGroup, ground.All(second)),
                GapEvidence.Count(EvidenceKind.TiesBetween, communities.Ties, EvidenceUnit.Ties),
                GapEvidence.Count(EvidenceKind.ExpectedTies, communities.Expected, EvidenceUnit.Ties),
                GapEvidence.Count(EvidenceKind.Complements, communities.Complements),
            ],
            ground.Matchmaking.Introduction(GapActionKind.Introduce, pair.One, pair.Other)
        );
    }

    // The best connected first: they stand for the community in words, and are the ones to introduce.
    static int[] Members(GapGround ground, int community) =>
        [.. ground.Snapshot.Communities.MembersOf(community).ToArray().OrderByDescending(ground.Contacts)];
}
