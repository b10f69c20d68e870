namespace BizGraph.Analysis.Gaps;

/// <summary>Single points of failure: organizations and ties without which others would be cut off from most of the network.</summary>
/// <remarks>Of what is cut off a bounded part is looked at, so that a long chain of a network takes no longer than another. Those that cut off most come first.</remarks>
static class CutOffs
{
    const int MostLookedAt = 500; // of what is cut off
    const int MostOfPiece = 16; // to introduce: there may be as many cut points as businesses

    public static IEnumerable<Gap> Find(GapGround ground)
    {
        var forest = new CutForest(ground.Graph, ground.Cancellation);
        var points = ground
            .Snapshot.ArticulationPoints.Select(node => Point(ground, forest, node))
            .Concat(
                forest
                    .Bridges()
                    .Where(bridge => bridge.Inner.Count >= Math.Max(2, ground.Options.LeastCutOff))
                    .Select(bridge => Tie(ground, bridge))
            );
        return points.OfType<RankedGap>().Order().Select(ranked => ranked.Gap);
    }

    static RankedGap? Point(GapGround ground, CutForest forest, int node)
    {
        var pieces = forest.Without(node);
        var cutOff = pieces.Skip(1).Sum(piece => piece.Count);
        return cutOff < ground.Options.LeastCutOff
            ? null
            : Ranked(
                ground,
                GapIdentity.Of(GapKind.SinglePoint, ground[node]),
                [node],
                pieces[0],
                cutOff,
                pieces.Skip(1).SelectMany(piece => piece.Nodes())
            );
    }

    static RankedGap Tie(GapGround ground, (int InnerEnd, CutForest.Piece Inner, int OuterEnd, CutForest.Piece Outer) bridge)
    {
        int[] ends = [Math.Min(bridge.InnerEnd, bridge.OuterEnd), Math.Max(bridge.InnerEnd, bridge.OuterEnd)];
        return Ranked(
            ground,
            GapIdentity.Of(GapKind.OnlyTie, ground.All(ends)),
            ends,
            bridge.Outer,
            bridge.Inner.Count,
            bridge.Inner.Nodes()
        );
    }

    static RankedGap Ranked(
        GapGround ground,
        GapIdentity identity,
        int[] about,
        CutForest.Piece rest,
        int cutOff,
        IEnumerable<int> cutOffNodes
    )
    {
        var some = cutOffNodes.Take(MostLookedAt).ToList();
        var named = ground.All(some.Order());
        var evidence = new GapEvidence(EvidenceKind.CutOff, EvidenceUnit.Organizations, cutOff)
        {
            Businesses = [.. named.Take(GapEvidence.MostNamed)],
        };
        // The second way goes round the ends of the tie, too.
        var pair = ground.Matchmaking.BestPair(
            some.Except(about).OrderByDescending(ground.Contacts).ThenBy(node => node),
            ground.Matchmaking.ByContacts.Where(node => rest.Contains(node) && !about.Contains(node)),
            MostOfPiece
        );
        var action = pair is { } two
            ? ground.Matchmaking.Introduction(GapActionKind.SecondWay, two.One, two.Other)
            : new GapAction(GapActionKind.Invite, ground.All(some.Take(1)));
        return new RankedGap(new Gap(identity, ground.All(about), [evidence], action), [cutOff], about[0]);
    }
}
