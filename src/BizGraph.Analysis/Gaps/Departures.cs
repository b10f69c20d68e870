using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>Members that left or went quiet: by the days and ends of their ties, and against an earlier state where one is given.</summary>
/// <remarks>Those who leave the most former partners behind come first.</remarks>
static class Departures
{
    public static IEnumerable<Gap> Find(GapGround ground)
    {
        var histories = Histories(ground);
        var dated = histories.Select(history => OfDays(ground, history.Key, history.Value)).OfType<RankedGap>();
        var compared = ground.Options.Earlier is { } earlier ? OfEarlier(ground, earlier) : [];
        // What the days tell says more than the comparison.
        return dated.Concat(compared).DistinctBy(ranked => ranked.Gap.Identity).Order().Select(ranked => ranked.Gap);
    }

    static Dictionary<BusinessId, TieHistory> Histories(GapGround ground)
    {
        var histories = new Dictionary<BusinessId, TieHistory>();
        foreach (var tie in ground.Snapshot.Relationships.Where(tie => tie.From != tie.To))
        {
            foreach (var (one, other) in new[] { (tie.From, tie.To), (tie.To, tie.From) })
            {
                if (!histories.TryGetValue(one, out var history))
                {
                    histories[one] = history = new TieHistory();
                }

                history.Add(other, tie.Facts);
            }
        }

        return histories;
    }

    static RankedGap? OfDays(GapGround ground, BusinessId id, TieHistory history)
    {
        var business = ground.Snapshot.Find(id)!;
        var isClosed = business.Status == BusinessStatus.Closed;
        if (
            business.Kind != BusinessKind.Business
            || ground.AsOf is not { } day
            || (!isClosed && !history.EndedBefore(day.AddMonths(-ground.Options.QuietMonths)))
            || history.LastDay < day.AddMonths(-ground.Options.LookBackMonths)
        )
        {
            return null;
        }

        var partners = history
            .Others.Order()
            .Select(other => ground.Snapshot.Find(other)!)
            .Where(other => other.Status == BusinessStatus.Active)
            .ToList();
        var evidence = new List<GapEvidence> { GapEvidence.Of(EvidenceKind.FormerPartners, partners) };
        evidence.AddRange(history.LastDay is { } last ? [GapEvidence.Day(EvidenceKind.LastDay, last)] : []);
        // Nobody misses a closed business whose partners have all closed.
        var action =
            !isClosed ? new GapAction(GapActionKind.CallOn, [business])
            : partners.Count > 0 ? new GapAction(GapActionKind.Replace, [partners[0], business])
            : null;
        var identity = GapIdentity.Of(isClosed ? GapKind.Left : GapKind.Quiet, business);
        return action is null ? null : Ranked(ground, new Gap(identity, [business], evidence, action));
    }

    static IEnumerable<RankedGap> OfEarlier(GapGround ground, EarlierNetwork earlier)
    {
        foreach (var (id, before) in earlier.Contacts.OrderBy(contact => contact.Key, StringComparer.Ordinal))
        {
            var evidence = new List<GapEvidence>
            {
                GapEvidence.Count(EvidenceKind.EarlierContacts, before),
                GapEvidence.Day(EvidenceKind.EarlierDay, earlier.Day),
            };
            var business = ground.Snapshot.Find(new BusinessId(id));
            if (business is null)
            {
                var gone = new GapAction(GapActionKind.CallOn, [], id);
                yield return Ranked(ground, new Gap(GapIdentity.OfName(GapKind.Left, id), [], evidence, gone));
            }
            else if (ground.Snapshot.NodeOf(business.Id) is { } node && before >= 2 && 2 * ground.Contacts(node) <= before)
            {
                evidence.Add(GapEvidence.Count(EvidenceKind.Contacts, ground.Contacts(node)));
                var call = new GapAction(GapActionKind.CallOn, [business]);
                yield return Ranked(ground, new Gap(GapIdentity.Of(GapKind.Quiet, business), [business], evidence, call));
            }
        }
    }

    static RankedGap Ranked(GapGround ground, Gap gap)
    {
        var lost = Math.Max(
            gap.Number(EvidenceKind.FormerPartners),
            gap.Number(EvidenceKind.EarlierContacts) - gap.Number(EvidenceKind.Contacts)
        );
        var node = gap.Businesses.Count > 0 ? ground.Snapshot.NodeOf(gap.Businesses[0].Id) : null;
        return new RankedGap(gap, [lost], node ?? ground.NodeCount);
    }

    /// <summary>The ties of one business, ended ones too.</summary>
    sealed class TieHistory
    {
        bool _goesOn; // a tie in force that says no last day

        public HashSet<BusinessId> Others { get; } = [];

        public DateOnly? LastDay { get; private set; }

        public void Add(BusinessId other, RelationshipFacts facts)
        {
            Others.Add(other);
            _goesOn |= facts.Ended != true && facts.Until is null;
            LastDay = facts.Until > LastDay || LastDay is null ? facts.Until ?? LastDay : LastDay;
        }

        public bool EndedBefore(DateOnly day) => !_goesOn && (LastDay is null || LastDay < day);
    }
}
