using System.Text.Json;
using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Decisions;
using BizGraph.Api.Reasons;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Suggestions;

/// <summary>A tie that is missing and would fit, as one of its two ends is told of it.</summary>
[ObjectType<SuggestionInWords>]
[GraphQLName("Suggestion")]
static class SuggestionNode
{
    /// <summary>By what it is known again in every later version of the network: its kind, for whom it is, and whom it suggests.</summary>
    [return: ID]
    public static string Id([Parent] SuggestionInWords suggestion) => suggestion.Id;

    /// <summary>Whom it is suggested to.</summary>
    public static Business For([Parent] SuggestionInWords suggestion) => suggestion.Told(suggestion.Suggestion.For);

    /// <summary>The business suggested.</summary>
    public static Business Partner([Parent] SuggestionInWords suggestion) => suggestion.Told(suggestion.Suggestion.Whom);

    /// <summary>What the partner would be.</summary>
    public static SuggestionKind Kind([Parent] SuggestionInWords suggestion) => suggestion.Suggestion.Kind;

    /// <summary>The type of the tie.</summary>
    public static RelationshipType Type([Parent] SuggestionInWords suggestion) => suggestion.Suggestion.Type;

    /// <summary>Where the tie would start: one of the two.</summary>
    public static Business From([Parent] SuggestionInWords suggestion) => suggestion.Told(suggestion.Suggestion.From);

    /// <summary>Where the tie would end: the other one.</summary>
    public static Business To([Parent] SuggestionInWords suggestion) => suggestion.Told(suggestion.Suggestion.To);

    /// <summary>What it is ranked by: how far its evidence is above that of a pair drawn at random, in standard deviations. To a member rounded to tenths.</summary>
    public static double Score([Parent] SuggestionInWords suggestion) => suggestion.Score;

    /// <summary>How probable a tie of this type is between two such businesses, 0 to 1; null where the type has too few ties to learn from. To a member rounded to hundredths.</summary>
    public static double? Probability([Parent] SuggestionInWords suggestion) => suggestion.Probability;

    /// <summary>One sentence that says what is suggested.</summary>
    public static string Headline([Parent] SuggestionInWords suggestion) => suggestion.Headline;

    /// <summary>One sentence that says why.</summary>
    public static string Sentence([Parent] SuggestionInWords suggestion) => suggestion.Because;

    /// <summary>The reasons, the strongest first. To a member a reason names a tie of others only where both of its ends allow introductions.</summary>
    [ListSize(AssumedSize = 6)]
    public static IEnumerable<ReasonInWords> GetReasons([Parent] SuggestionInWords suggestion) =>
        suggestion.Reasons.Select(reason => new ReasonInWords(
            reason,
            suggestion.Clause(reason),
            [.. reason.Businesses.Select(suggestion.Told)]
        ));

    /// <summary>What each piece of evidence adds to the log-odds, beside a pair that is average in it, the strongest first; none for a member.</summary>
    [ListSize(SlicingArguments = ["first"])]
    public static IEnumerable<Contribution> GetContributions(
        [Parent] SuggestionInWords suggestion,
        [GraphQLDescription("The most of them, 0 or more.")] int first = 5
    ) => Disclosure.ContributionsFor(suggestion.Suggestion, suggestion.Viewer).Take(first);

    /// <summary>What the tie would change.</summary>
    public static ChangeByTie WhatItChanges([Parent] SuggestionInWords suggestion) =>
        new(
            suggestion.WhatItChanges,
            suggestion.Suggestion.Effect.ReachBefore,
            suggestion.Suggestion.Effect.ReachAfter,
            suggestion.Suggestion.Effect.JoinsComponents,
            [.. suggestion.Disclosure.EasedSoleSourcesFor(suggestion.Suggestion, suggestion.Viewer).Select(suggestion.Told)]
        );

    /// <summary>A short letter to both, ready to copy or mail. It names third parties only where all of them allow introductions.</summary>
    public static IntroductionText Introduction([Parent] SuggestionInWords suggestion) => suggestion.Introduction;

    /// <summary>What people decided about it; null where nobody did, and for a member.</summary>
    public static Decision? Decision([Parent] SuggestionInWords suggestion) => suggestion.ToldDecision;
}

/// <summary>A reason, and its words.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Clause">Its words.</param>
/// <param name="Businesses">Third parties that it names, as the viewer reads them.</param>
sealed record ReasonInWords(SuggestionReason Reason, string Clause, IReadOnlyList<Business> Businesses);

/// <summary>One reason of a suggestion.</summary>
[ObjectType<ReasonInWords>]
[GraphQLName("SuggestionReason")]
static class SuggestionReasonNode
{
    /// <summary>What it says.</summary>
    public static SuggestionReasonKind Kind([Parent] ReasonInWords reason) => reason.Reason.Kind;

    /// <summary>The reason as a part of a sentence.</summary>
    public static string Clause([Parent] ReasonInWords reason) => reason.Clause;

    /// <summary>Third parties that it names, at most five.</summary>
    [ListSize(AssumedSize = 3)]
    public static IReadOnlyList<Business> Businesses([Parent] ReasonInWords reason) => reason.Businesses;

    /// <summary>How many third parties it rests on.</summary>
    public static int Count([Parent] ReasonInWords reason) => reason.Reason.Count;

    /// <summary>Words of the businesses' own: offers, trades, towns, tags.</summary>
    public static IReadOnlyList<string> Words([Parent] ReasonInWords reason) => reason.Reason.Words;

    /// <summary>Types of tie.</summary>
    public static IReadOnlyList<RelationshipType> Types([Parent] ReasonInWords reason) => reason.Reason.Types;

    /// <summary>Its figure: kilometers, years, how many times as often, how many.</summary>
    public static double? Number([Parent] ReasonInWords reason) => reason.Reason.Number;
}

/// <summary>How much one piece of evidence speaks for a tie or, below 0, against it.</summary>
[ObjectType<Contribution>]
[GraphQLName("EvidenceContribution")]
static class ContributionNode
{
    /// <summary>Which evidence, such as COMMON_NEIGHBORS or OFFERS_MEET_NEEDS.</summary>
    public static string Evidence([Parent] Contribution contribution) =>
        JsonNamingPolicy.SnakeCaseUpper.ConvertName(contribution.Evidence.Kind.ToString());

    /// <summary>For evidence of other ties: of which type.</summary>
    public static RelationshipType? Type([Parent] Contribution contribution) => contribution.Evidence.Type;

    /// <summary>What it adds to the log-odds.</summary>
    public static double LogOdds([Parent] Contribution contribution) => contribution.LogOdds;
}

/// <summary>What a network with the tie would have that this one has not.</summary>
/// <param name="Sentence">In one sentence.</param>
/// <param name="ReachBefore">To how many others the business comes within two steps now.</param>
/// <param name="ReachAfter">To how many with the tie.</param>
/// <param name="JoinsComponents">Whether the tie joins two parts that have no way to each other.</param>
/// <param name="EasedSoleSources">Suppliers that would be the customer's only ones of their trade no longer.</param>
[ObjectType]
sealed record ChangeByTie(
    string Sentence,
    int ReachBefore,
    int ReachAfter,
    bool JoinsComponents,
    IReadOnlyList<Business> EasedSoleSources
);

/// <summary>A letter, ready to copy or mail.</summary>
[ObjectType<IntroductionText>]
[GraphQLName("IntroductionText")]
static class IntroductionTextNode
{
    /// <summary>Its subject.</summary>
    public static string Subject([Parent] IntroductionText text) => text.Subject;

    /// <summary>Its text, lines parted by line feeds.</summary>
    public static string Body([Parent] IntroductionText text) => text.Body;

    /// <summary>The address that opens it in a mail program, without addressees.</summary>
    public static string MailTo([Parent] IntroductionText text) => text.MailTo;
}
