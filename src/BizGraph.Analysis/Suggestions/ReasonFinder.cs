using BizGraph.Model;
using Kind = BizGraph.Analysis.Suggestions.SuggestionReasonKind;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Puts the evidence for a pair into reasons that a person can check, the strongest first.</summary>
/// <remarks>What speaks against the tie is no reason; what the ranking gives no weight is one only where people said it themselves.</remarks>
sealed class ReasonFinder(SuggestionModel model, PairScan scan)
{
    const double LeastLift = 0.4; // natural logarithm: half as often again

    readonly NeighborReasons _neighbors = new(model, scan);

    public IReadOnlyList<SuggestionReason> Of(RankedPair pair, IReadOnlyList<Contribution> contributions)
    {
        var weight = new double[Enum.GetValues<EvidenceKind>().Length];
        foreach (var part in contributions)
        {
            weight[(int)part.Evidence.Kind] += part.LogOdds;
        }

        var (from, to) = pair.Kind.StartsAtWhom() ? (pair.Whom, pair.Of) : (pair.Of, pair.Whom);
        var reasons = new List<(SuggestionReason Reason, double Weight)>();
        Add(_neighbors.Shared(pair), Sum(SharedEvidence), mustSpeakFor: true);
        Add(
            _neighbors.LikePartners(pair),
            Sum(EvidenceKind.TypedThreeSteps, EvidenceKind.SharedTargets, EvidenceKind.SharedSources),
            true
        );
        Add(Words(pair), Math.Max(1, Sum(EvidenceKind.OffersMeetNeeds, EvidenceKind.NeedsMetByOffers)), false);
        Add(
            Trades(pair, from, to),
            Sum(EvidenceKind.IndustryPurchases, EvidenceKind.IndustryAffinity, EvidenceKind.BoughtBefore),
            false
        );
        Add(Place(pair), Sum(EvidenceKind.Nearness, EvidenceKind.SameLocality), false);
        Add(InCommon(pair), Sum(EvidenceKind.SharedTags, EvidenceKind.SharedNetworks), false);
        Add(Otherwise(pair, from, to), Sum(EvidenceKind.OtherTie, EvidenceKind.OtherTieBack, EvidenceKind.TieBack), true);
        Add(Sought(pair), Sum(EvidenceKind.ToIn, EvidenceKind.FromOut, EvidenceKind.ToDegree, EvidenceKind.FromDegree), true);
        Add(Experience(pair, from, to), 0.3, false);
        Add(Attributes(pair, contributions), Sum(EvidenceKind.ColumnAffinity, EvidenceKind.ColumnCloseness), true);
        Add(Openness(pair), 0.5, false);
        Add(_neighbors.Introduction(pair), double.MinValue, false);
        return [.. reasons.OrderByDescending(part => part.Weight).Select(part => part.Reason)];

        double Sum(params ReadOnlySpan<EvidenceKind> kinds)
        {
            var sum = 0.0;
            foreach (var kind in kinds)
            {
                sum += weight[(int)kind];
            }

            return sum;
        }

        void Add(IEnumerable<SuggestionReason> found, double strength, bool mustSpeakFor)
        {
            if (!mustSpeakFor || strength > 0)
            {
                reasons.AddRange(found.Select(reason => (reason, strength)));
            }
        }
    }

    static readonly EvidenceKind[] SharedEvidence =
    [
        EvidenceKind.CommonNeighbors,
        EvidenceKind.Jaccard,
        EvidenceKind.AdamicAdar,
        EvidenceKind.ResourceAllocation,
        EvidenceKind.IsTwoStepsAway,
        EvidenceKind.SharedTargets,
        EvidenceKind.SharedSources,
        EvidenceKind.Chain,
        EvidenceKind.SameCommunity,
        EvidenceKind.CommunityAffinity,
    ];

    Traits Traits => model.Context.Traits;

    IEnumerable<SuggestionReason> Words(RankedPair pair)
    {
        if (scan.Needs[pair.Whom] > 0 && Traits.Phrases.BestMatch(pair.Whom, pair.Of) is var (offer, need))
        {
            yield return new(Kind.OffersWhatIsNeeded) { Words = [offer, need], Number = scan.Needs[pair.Whom] };
        }

        if (scan.Offers[pair.Whom] > 0 && Traits.Phrases.BestMatch(pair.Of, pair.Whom) is var (own, wanted))
        {
            yield return new(Kind.NeedsWhatIsOffered) { Words = [own, wanted], Number = scan.Offers[pair.Whom] };
        }

        if (scan.Offers[pair.Whom] > 0 && Traits.Phrases.BestTrade(pair.Of, pair.Whom) is var (sought, trade))
        {
            yield return new(Kind.IsOfSoughtTrade) { Words = [sought, trade] };
        }

        if (scan.Needs[pair.Whom] > 0 && Traits.Phrases.BestTrade(pair.Whom, pair.Of) is var (theirs, ours))
        {
            yield return new(Kind.SeeksThisTrade) { Words = [theirs, ours] };
        }
    }

    IEnumerable<SuggestionReason> Trades(RankedPair pair, int from, int to)
    {
        var (start, end) = (model.Context.SaidTrade[from], model.Context.SaidTrade[to]);
        string[] words = [Title(from), Title(to)];
        // A trade that only its ties say has no words.
        if (!start.IsKnown || !end.IsKnown || words.Any(string.IsNullOrWhiteSpace))
        {
            yield break;
        }

        if (start.Class == end.Class)
        {
            yield return new(Kind.SameTrade) { Words = [Title(pair.Whom)] };
        }

        if (pair.Kind.TypeOfTie() == RelationshipType.Supplies && start.Sector >= 0 && end.Sector >= 0)
        {
            var lift = Traits.Trades.Table.LiftOf(start.Sector, end.Sector);
            if (lift >= LeastLift)
            {
                yield return new(Kind.TradesBuyFromEachOther) { Words = words, Number = Math.Exp(lift) };
            }
        }

        var learned = model.Context.Of(pair.Kind.TypeOfTie()).Trades.Between(from, to);
        if (learned >= LeastLift)
        {
            yield return new(Kind.TradesTiedHere) { Words = words, Number = Math.Exp(learned) };
        }
    }

    string Title(int node) => model.Snapshot.BusinessOf(node).Facts.Industry?.ToString() ?? string.Empty;

    IEnumerable<SuggestionReason> Place(RankedPair pair)
    {
        const double Far = 30;
        var kilometers = Traits.Kilometers(pair.Of, pair.Whom);
        var locality = Traits.Locality[pair.Of];
        if (locality >= 0 && locality == Traits.Locality[pair.Whom])
        {
            yield return new(Kind.SameLocality)
            {
                Words = [model.Snapshot.BusinessOf(pair.Whom).Facts.Place!.Locality!],
                Number = double.IsNaN(kilometers) ? null : kilometers,
            };
        }
        else if (kilometers <= Far)
        {
            yield return new(Kind.Near) { Number = kilometers };
        }
    }

    IEnumerable<SuggestionReason> InCommon(RankedPair pair)
    {
        if (Traits.Tags.Words(pair.Of, pair.Whom) is { Count: > 0 } tags)
        {
            yield return new(Kind.SharedTags) { Words = tags };
        }

        if (Traits.Networks.Words(pair.Of, pair.Whom) is { Count: > 0 } networks)
        {
            yield return new(Kind.SharedNetworks) { Words = networks };
        }
    }

    IEnumerable<SuggestionReason> Otherwise(RankedPair pair, int from, int to)
    {
        var type = pair.Kind.TypeOfTie();
        if (model.Context.Ties.IsDirected[(int)type] && model.Context.Ties.Has(type, to, from))
        {
            yield return new(Kind.TiedTheOtherWay) { Types = [type] };
        }

        RelationshipType[] others =
        [
            .. RelationshipTypes.All.Where(other =>
                other != type && (model.Context.Ties.Has(other, from, to) || model.Context.Ties.Has(other, to, from))
            ),
        ];
        if (others.Length > 0)
        {
            yield return new(Kind.TiedOtherwise) { Types = others };
        }
    }

    IEnumerable<SuggestionReason> Sought(RankedPair pair)
    {
        const int Least = 3;
        var graph = model.Context.Of(pair.Kind.TypeOfTie()).Graph;
        var count = pair.Kind.StartsAtWhom() ? graph.OutDegree(pair.Whom) : graph.InDegree(pair.Whom);
        if (count >= Least)
        {
            yield return new(Kind.Sought) { Number = count, Count = count };
        }
    }

    IEnumerable<SuggestionReason> Experience(RankedPair pair, int from, int to)
    {
        const int Least = 3; // years
        if (
            pair.Kind.TypeOfTie() == RelationshipType.Mentors
            && model.Snapshot.BusinessOf(to).Facts.Founded - model.Snapshot.BusinessOf(from).Facts.Founded
                is { } years
                    and >= Least
        )
        {
            yield return new(Kind.MoreExperience) { Number = years };
        }
    }

    IEnumerable<SuggestionReason> Attributes(RankedPair pair, IReadOnlyList<Contribution> contributions)
    {
        var (of, whom) = (
            model.Snapshot.BusinessOf(pair.Of).Facts.Attributes,
            model.Snapshot.BusinessOf(pair.Whom).Facts.Attributes
        );
        string[] words =
        [
            .. contributions
                .Where(part => part.Evidence.Kind == EvidenceKind.ColumnAffinity && part.LogOdds > 0)
                .Select(part => part.Evidence.Column!)
                .Where(column => of.TryGetValue(column, out var value) && whom.GetValueOrDefault(column) == value)
                .SelectMany(column => new[] { column, of[column] }),
        ];
        if (words.Length > 0)
        {
            yield return new(Kind.SameAttributes) { Words = words };
        }
    }

    IEnumerable<SuggestionReason> Openness(RankedPair pair)
    {
        var type = pair.Kind.TypeOfTie();
        if (model.Rules.IsOpen(pair.Whom, type, pair.Of))
        {
            yield return new(Kind.OpenToIt) { Types = [type] };
        }

        if (model.Rules.IsOpen(pair.Of, type, pair.Whom))
        {
            yield return new(Kind.AskedForIt) { Types = [type] };
        }
    }
}
