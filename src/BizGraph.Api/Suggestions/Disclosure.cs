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

    /// <summary>Whether a business lets others be told of its ties, so that it can introduce and be introduced: its <c>open_to</c> names introductions.</summary>
    public static bool AllowsIntroductions(Business business) =>
        business.Facts.OpenTo.Any(word => Words.Contains(BusinessId.Normalize(word)));

    /// <summary>The reasons that a viewer may read, in their order.</summary>
    public IReadOnlyList<SuggestionReason> ReasonsFor(Suggestion suggestion, Viewer viewer) =>
        [
            .. suggestion.Reasons.Where(reason =>
                !reason.IsPrivate && (viewer == Viewer.Organizer || reason.Discloses.All(tie => MayTell(suggestion.For.Id, tie)))
            ),
        ];

    /// <summary>The reasons that both ends may read: those of a letter to both.</summary>
    public IReadOnlyList<SuggestionReason> ReasonsForBoth(Suggestion suggestion) =>
        [
            .. suggestion.Reasons.Where(reason =>
                !reason.IsPrivate
                && !IsForOrganizers(reason.Kind)
                && (
                    reason.Businesses.Count == 0
                    || (
                        reason.Discloses.All(tie => MayTell(null, tie))
                        && reason.Businesses.Append(suggestion.For).Append(suggestion.Whom).All(AllowsIntroductions)
                    )
                )
            ),
        ];

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

    bool MayTell(BusinessId? viewer, DisclosedTie tie) =>
        tie.One == viewer || tie.Other == viewer || (Allows(tie.One) && Allows(tie.Other));

    bool Allows(BusinessId id) => snapshot.Find(id) is { } business && AllowsIntroductions(business);

    // How many ties someone has is theirs to tell, and figures of trades are no way to greet.
    static bool IsForOrganizers(SuggestionReasonKind kind) =>
        kind is SuggestionReasonKind.Sought or SuggestionReasonKind.TradesTiedHere or SuggestionReasonKind.TradesBuyFromEachOther;
}
