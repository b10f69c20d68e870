namespace BizGraph.Analysis.Gaps;

/// <summary>Businesses that are isolated, or nearly: no tie, one tie, few ties that run one way, far from the core; and islands.</summary>
/// <remarks>A business is named once, under the first kind that fits it. Within a kind those whom a tie would help most come first: by how many fit, then by the reach gained.</remarks>
static class Isolation
{
    public static IEnumerable<Gap> Find(GapGround ground)
    {
        var toCore = StepsToCore.Of(ground);
        var kinds = Enumerable
            .Range(0, ground.NodeCount)
            .Where(ground.IsBusiness)
            .Select(node => (Node: node, Kind: KindOf(ground, node, toCore)))
            .Where(found => found.Kind is not null);
        return Islands(ground)
            .Concat(
                kinds.Select(found => Rank(ground, found.Node, found.Kind!.Value, toCore)).Order().Select(ranked => ranked.Gap)
            );
    }

    static GapKind? KindOf(GapGround ground, int node, StepsToCore toCore) =>
        ground.Contacts(node) == 0 ? GapKind.Isolated
        : ground.Snapshot.Components[node] != 0 ? null // on an island, which is a gap of its own
        : ground.Contacts(node) == 1 ? GapKind.OneTie
        : ground.Contacts(node) <= ground.Options.FewContacts && RunsOneWay(ground, node) ? GapKind.OneWay
        : toCore.IsFar(node) ? GapKind.FarFromCore
        : null;

    // In a directed view a tie without direction is an arc each way.
    static bool RunsOneWay(GapGround ground, int node)
    {
        var directed = ground.Snapshot.Graph(GraphView.Default with { IsDirected = true });
        return directed.OutDegree(node) == 0 || directed.InDegree(node) == 0;
    }

    static RankedGap Rank(GapGround ground, int node, GapKind kind, StepsToCore toCore)
    {
        var fitting = ground.Matchmaking.Fitting(node);
        var best = ground.Matchmaking.BestFor(node, fitting);
        var gained = best is { } other ? ground.Matchmaking.ReachGained(node, other) : 0;
        var evidence = Evidence(ground, node, kind, toCore).ToList();
        evidence.Add(GapEvidence.Of(EvidenceKind.Fitting, ground.All(fitting)));
        evidence.Add(GapEvidence.Count(EvidenceKind.ReachGained, gained));
        var action = best is { } partner
            ? ground.Matchmaking.Introduction(GapActionKind.Introduce, node, partner)
            : new GapAction(GapActionKind.Invite, ground.All(node));
        return new RankedGap(
            new Gap(GapIdentity.Of(kind, ground[node]), ground.All(node), evidence, action),
            [fitting.Count, gained],
            node
        );
    }

    static IEnumerable<GapEvidence> Evidence(GapGround ground, int node, GapKind kind, StepsToCore toCore)
    {
        if (kind == GapKind.Isolated)
        {
            return [GapEvidence.Count(EvidenceKind.Unreached, ground.NodeCount - 1)];
        }

        var contacts = ground.All(ground.Graph.OutNeighbors(node).ToArray());
        return kind switch
        {
            GapKind.FarFromCore => [toCore.Evidence(node), toCore.Mean],
            GapKind.OneWay when ground.Snapshot.Graph(GraphView.Default with { IsDirected = true }).OutDegree(node) == 0 =>
            [
                GapEvidence.Of(EvidenceKind.GetsFrom, contacts),
            ],
            GapKind.OneWay => [GapEvidence.Of(EvidenceKind.GivesTo, contacts)],
            _ => [GapEvidence.Of(EvidenceKind.Contacts, contacts)],
        };
    }

    // The largest component is the mainland; components are numbered by size.
    static IEnumerable<Gap> Islands(GapGround ground)
    {
        var components = ground.Snapshot.Components;
        for (var island = 1; island < components.Count && components.SizeOf(island) > 1; island++)
        {
            var members = components.MembersOf(island).ToArray();
            var number = island;
            var pair = ground.Matchmaking.BestPair(
                members.OrderByDescending(ground.Contacts),
                ground.Matchmaking.ByContacts.Where(node => components[node] != number)
            );
            yield return new Gap(
                GapIdentity.Of(GapKind.Island, ground[members[0]]),
                ground.All(members),
                [GapEvidence.Count(EvidenceKind.Unreached, ground.NodeCount - members.Length)],
                pair is { } two
                    ? ground.Matchmaking.Introduction(GapActionKind.Introduce, two.One, two.Other)
                    : new GapAction(GapActionKind.Invite, ground.All(members[0]))
            );
        }
    }
}
