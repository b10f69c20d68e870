using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Api.Suggestions;

/// <summary>Who is told a suggestion.</summary>
public enum Viewer
{
    /// <summary>Who runs the network: reasons name third parties and their ties.</summary>
    Organizer,

    /// <summary>The business that it is for: a reason names a tie of others only where both of its ends allow introductions.</summary>
    Member,
}

/// <summary>What of a suggestion may be told to whom. Columns of one's own are told to nobody: they are private.</summary>
/// <param name="snapshot">The network.</param>
public sealed class Disclosure(NetworkSnapshot snapshot)
{
    // Either word in the column `open_to`.
    static readonly string[] Words = ["introductions", "introduction", "vermittlung", "vorstellung"];

    readonly Lazy<Dictionary<(RelationshipType, string, string), int>> _tiesOfTrades = new(() => TiesOfTrades(snapshot));

    /// <summary>Whether a business lets others be told of its ties, so that it can introduce and be introduced: its <c>open_to</c> names introductions.</summary>
    public static bool AllowsIntroductions(Business business) =>
        business.Facts.OpenTo.Any(word => Words.Contains(BusinessId.Normalize(word)));

    /// <summary>The reasons that a viewer may read, in their order; to a member each names and counts only those it may tell of.</summary>
    public IReadOnlyList<SuggestionReason> ReasonsFor(Suggestion suggestion, Viewer viewer) =>
        viewer == Viewer.Organizer
            ? [.. suggestion.Reasons.Where(reason => !reason.IsPrivate)]
            : [.. suggestion.Reasons.Select(reason => ForMember(suggestion, reason)).OfType<SuggestionReason>()];

    /// <summary>The reasons that both ends may read: those of a letter to both.</summary>
    public IReadOnlyList<SuggestionReason> ReasonsForBoth(Suggestion suggestion) =>
        [
            .. suggestion
                .Reasons.Where(reason =>
                    !reason.IsPrivate
                    && !IsForOrganizers(reason.Kind)
                    && (
                        reason.Businesses.Count == 0
                        || (
                            reason.Discloses.All(tie => MayTell(null, tie))
                            && reason.Businesses.Append(suggestion.For).Append(suggestion.Whom).All(AllowsIntroductions)
                        )
                    )
                )
                .Select(reason => reason with { Count = CountOfNamed(reason) }),
        ];

    /// <summary>A business as a viewer reads it: a member gets its public profile, and nothing of its money, ties and sources.</summary>
    public static Business Told(Business business, Viewer viewer) =>
        viewer == Viewer.Member ? business with { IsProfileOnly = true } : business;

    /// <summary>The evidence that a viewer may read, what several columns say of one kind added up: columns are private, and to a member so are other people's ties.</summary>
    public static IReadOnlyList<Contribution> ContributionsFor(Suggestion suggestion, Viewer viewer) =>
        viewer == Viewer.Member
            ? []
            :
            [
                .. suggestion
                    .Contributions.GroupBy(part => part.Evidence with { Column = null })
                    .Select(kind => new Contribution(kind.Key, kind.Sum(part => part.LogOdds)))
                    .OrderByDescending(part => Math.Abs(part.LogOdds)),
            ];

    /// <summary>Suppliers that would be the customer's only ones no longer, as far as a viewer may know of them.</summary>
    public IReadOnlyList<Business> EasedSoleSourcesFor(Suggestion suggestion, Viewer viewer) =>
        [
            .. suggestion
                .Effect.EasedSoleSources.Where(supplier =>
                    viewer == Viewer.Organizer || MayTell(suggestion.For.Id, new DisclosedTie(supplier, suggestion.To.Id))
                )
                .Select(snapshot.Find)
                .OfType<Business>(),
        ];

    SuggestionReason? ForMember(Suggestion suggestion, SuggestionReason reason)
    {
        if (reason.IsPrivate || (reason.Kind == SuggestionReasonKind.Sought && !AllowsIntroductions(suggestion.Whom)))
        {
            return null;
        }

        if (reason.Kind == SuggestionReasonKind.TradesTiedHere)
        {
            return HidesInMany(suggestion, reason) ? reason : null;
        }

        // Those both know are told of one by one; a way to the other is told whole or not at all.
        return NamesEachByOneTie(reason) ? WithThoseToldOf(suggestion, reason)
            : reason.Discloses.All(tie => MayTell(suggestion.For.Id, tie)) ? reason with { Count = CountOfNamed(reason) }
            : null;
    }

    SuggestionReason? WithThoseToldOf(Suggestion suggestion, SuggestionReason reason)
    {
        List<(Business Business, DisclosedTie Tie)> told =
        [
            .. reason.Businesses.Zip(reason.Discloses).Where(named => MayTell(suggestion.For.Id, named.Second)),
        ];
        return told.Count == 0 ? null
            : told.Count == reason.Count ? reason
            : reason with
            {
                Businesses = [.. told.Select(named => named.Business)],
                Discloses = [.. told.Select(named => named.Tie)],
                Count = told.Count,
            };
    }

    // Where only a few ties run between two trades, the figure tells whose they are.
    bool HidesInMany(Suggestion suggestion, SuggestionReason reason)
    {
        const int Few = 5;
        return _tiesOfTrades.Value.GetValueOrDefault((suggestion.Type, reason.Words[0], reason.Words[1])) >= Few;
    }

    // How many pairs a type ties between two trades; without direction either way round.
    static Dictionary<(RelationshipType, string, string), int> TiesOfTrades(NetworkSnapshot snapshot)
    {
        var trades = snapshot.Businesses.ToDictionary(b => b.Id, b => b.Facts.Industry?.ToString() ?? "");
        var count = new Dictionary<(RelationshipType, string, string), int>();
        var pairs = snapshot.Relationships.Where(tie => tie.From != tie.To).Select(tie => (tie.Type, tie.From, tie.To));
        foreach (var (type, from, to) in pairs.Distinct())
        {
            Add(type, trades[from], trades[to]);
            if (!type.IsDirected() && trades[from] != trades[to])
            {
                Add(type, trades[to], trades[from]);
            }
        }

        return count;

        void Add(RelationshipType type, string start, string end) =>
            count[(type, start, end)] = count.GetValueOrDefault((type, start, end)) + 1;
    }

    static bool NamesEachByOneTie(SuggestionReason reason) =>
        reason.Kind
            is SuggestionReasonKind.SharedPartners
                or SuggestionReasonKind.SharedSuppliers
                or SuggestionReasonKind.SharedCustomers;

    // How many more there are would tell of ties that nobody was asked about.
    static int CountOfNamed(SuggestionReason reason) => reason.Businesses.Count > 0 ? reason.Businesses.Count : reason.Count;

    bool MayTell(BusinessId? viewer, DisclosedTie tie) =>
        tie.One == viewer || tie.Other == viewer || (Allows(tie.One) && Allows(tie.Other));

    bool Allows(BusinessId id) => snapshot.Find(id) is { } business && AllowsIntroductions(business);

    // How many ties someone has is theirs to tell, and figures of trades are no way to greet.
    static bool IsForOrganizers(SuggestionReasonKind kind) =>
        kind is SuggestionReasonKind.Sought or SuggestionReasonKind.TradesTiedHere or SuggestionReasonKind.TradesBuyFromEachOther;
}
