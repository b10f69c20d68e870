using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>Businesses with no bank, public body or press in reach; and a network without any, where other organizations are recorded at all.</summary>
/// <remarks>Isolated businesses are named as such, not here. Those for whom the nearest is farthest come first, those without a way to any before them.</remarks>
static class Contacts
{
    static readonly (GapKind Gap, BusinessKind Kind)[] Wanted =
    [
        (GapKind.NoFinance, BusinessKind.Finance),
        (GapKind.NoPublicBody, BusinessKind.PublicBody),
        (GapKind.NoPress, BusinessKind.Media),
    ];

    public static IEnumerable<Gap> Find(GapGround ground)
    {
        var all = Enumerable.Range(0, ground.NodeCount).ToList();
        // Plain lists of ties know businesses only; that they name no bank says nothing.
        var saysKinds = all.Any(node => !ground.IsBusiness(node));
        return Wanted.SelectMany(wanted =>
        {
            var sources = all.Where(node => ground[node].Kind == wanted.Kind).ToList();
            return sources.Count > 0 ? OutOfReach(ground, wanted.Gap, sources)
                : saysKinds ? [new Gap(GapIdentity.OfName(wanted.Gap), [], [], new GapAction(GapActionKind.FindSeller, []))]
                : [];
        });
    }

    static IEnumerable<Gap> OutOfReach(GapGround ground, GapKind kind, List<int> sources)
    {
        var nearest = NearestOf.Find(ground.Graph, sources);
        var best = sources.MaxBy(source => (ground.Contacts(source), -source));
        return Enumerable
            .Range(0, ground.NodeCount)
            .Where(node => ground.IsBusiness(node) && ground.Contacts(node) > 0)
            .Where(node => !(nearest.Steps(node) <= ground.Options.ReachSteps))
            .OrderByDescending(node => nearest.Steps(node) ?? int.MaxValue)
            .Select(node =>
            {
                var whom = nearest.Nearest(node) ?? best;
                var evidence = new GapEvidence(EvidenceKind.Nearest, EvidenceUnit.Steps, nearest.Steps(node))
                {
                    Businesses = ground.All(whom),
                };
                return new Gap(
                    GapIdentity.Of(kind, ground[node]),
                    ground.All(node),
                    [evidence],
                    new GapAction(GapActionKind.Introduce, ground.All(node, whom))
                );
            });
    }
}
