using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>Businesses that give and never get, or get and never give: referrals; and supply, where somebody is known to fit the way back.</summary>
/// <remarks>That a mill sells and does not buy is its trade, so a supply relation counts only where a member looks for what it offers, or offers what it looks for. Those with the most partners come first.</remarks>
static class OneSidedTies
{
    static readonly RelationshipType[] Types = [RelationshipType.Refers, RelationshipType.Supplies];

    public static IEnumerable<Gap> Find(GapGround ground) =>
        Types.SelectMany(type => OfType(ground, type)).Order().Select(ranked => ranked.Gap);

    static IEnumerable<RankedGap> OfType(GapGround ground, RelationshipType type)
    {
        var graph = ground.Snapshot.Graph(new GraphView(RelationshipTypeSet.Of(type), IsDirected: true));
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var (gives, gets) = (graph.OutDegree(node), graph.InDegree(node));
            if (ground.IsBusiness(node) && Math.Min(gives, gets) == 0 && gives + gets >= ground.Options.LeastOneSided)
            {
                var partners = (gives > 0 ? graph.OutNeighbors(node) : graph.InNeighbors(node)).ToArray();
                if (ActionFor(ground, type, node, gives > 0, partners) is { } action)
                {
                    yield return Ranked(ground, type, node, gives > 0, partners, action);
                }
            }
        }
    }

    // A referral is returned by the best connected of those it helps; a supply relation by someone who fits.
    static GapAction? ActionFor(GapGround ground, RelationshipType type, int node, bool gives, int[] partners)
    {
        if (type == RelationshipType.Refers)
        {
            var best = partners.MaxBy(partner => (ground.Contacts(partner), -partner));
            return new GapAction(GapActionKind.AskReturn, gives ? ground.All(node, best) : ground.All(best, node));
        }

        var way = ground
            .Matchmaking.Fitting(node)
            .Where(other => gives ? Buys(ground, node, other) : Buys(ground, other, node))
            .ToList();
        return ground.Matchmaking.BestFor(node, way) is { } fitting && way.Count > 0
            ? ground.Matchmaking.Introduction(GapActionKind.Introduce, node, fitting)
            : null;
    }

    static bool Buys(GapGround ground, int buyer, int seller) =>
        ground.Wants.Met(buyer, seller) is not null || ground.Wants.IsSought(buyer, seller);

    static RankedGap Ranked(GapGround ground, RelationshipType type, int node, bool gives, int[] partners, GapAction action)
    {
        var gap = new Gap(
            GapIdentity.Of(GapKind.OneSided, ground[node], $"{type} {(gives ? "given" : "got")}"),
            ground.All(node),
            [
                GapEvidence.Word(EvidenceKind.TieType, type.ToString()),
                GapEvidence.Of(gives ? EvidenceKind.GivesTo : EvidenceKind.GetsFrom, ground.All(partners)),
            ],
            action
        );
        return new RankedGap(gap, [type == RelationshipType.Refers ? 1 : 0, partners.Length], node);
    }
}
