using BizGraph.Analysis.Gaps;
using BizGraph.Api.Decisions;
using BizGraph.Api.Reasons;
using BizGraph.Api.Snapshots;
using BizGraph.Api.Suggestions;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Gaps;

/// <summary>A gap, and the language that its sentences are asked for in.</summary>
/// <param name="Gap">The gap.</param>
/// <param name="Language">The language.</param>
/// <param name="Decision">What people decided about it; null where nobody did.</param>
sealed record GapInWords(Gap Gap, Language Language, Decision? Decision);

/// <summary>Something that is missing in the network.</summary>
[ObjectType<GapInWords>]
[GraphQLName("Gap")]
static class GapNode
{
    /// <summary>By what it is known again in every later version of the network: its kind, and the ids or names that it is about.</summary>
    [return: ID]
    public static string Id([Parent] GapInWords gap) => gap.Gap.Identity.ToString();

    /// <summary>What sort of gap it is.</summary>
    public static GapKind Kind([Parent] GapInWords gap) => gap.Gap.Kind;

    /// <summary>One sentence that says what is missing, with the numbers it rests on.</summary>
    public static string Sentence([Parent] GapInWords gap) => GapWords.Sentence(gap.Gap, gap.Language);

    /// <summary>One sentence that says what to do next.</summary>
    public static string NextAction([Parent] GapInWords gap) => GapWords.NextAction(gap.Gap, gap.Language);

    /// <summary>The next action as data.</summary>
    public static GapAction Action([Parent] GapInWords gap) => gap.Gap.NextAction;

    /// <summary>How many it concerns; 0 where it is about the whole network.</summary>
    public static int BusinessCount([Parent] GapInWords gap) => gap.Gap.Businesses.Count;

    /// <summary>Whom it concerns, the one it is about first.</summary>
    [ListSize(SlicingArguments = ["first"])]
    public static IEnumerable<Business> GetBusinesses(
        [Parent] GapInWords gap,
        [GraphQLDescription("The most of them, 0 or more.")] int first = 5
    ) => gap.Gap.Businesses.Take(first);

    /// <summary>Ties that would close it, the best first; none where nobody in the network could.</summary>
    [Cost(50)]
    [ListSize(SlicingArguments = ["first"])]
    public static Task<IReadOnlyList<SuggestionInWords>> GetSuggestionsAsync(
        [Parent] GapInWords gap,
        Shown shown,
        CancellationToken cancellation,
        [GraphQLDescription("The most of them, 1 to 100.")] int first = 3
    ) => SuggestionQueries.ForGapAsync(shown, gap, first, cancellation);

    /// <summary>What people decided about it; null where nobody did.</summary>
    public static Decision? Decision([Parent] GapInWords gap) => gap.Decision;

    /// <summary>What it rests on.</summary>
    [ListSize(AssumedSize = 6)]
    public static IReadOnlyList<GapEvidence> Evidence([Parent] GapInWords gap) => gap.Gap.Evidence;
}

/// <summary>One thing that a gap rests on.</summary>
[ObjectType<GapEvidence>]
[GraphQLName("GapEvidence")]
static class GapEvidenceNode
{
    /// <summary>What it says.</summary>
    public static EvidenceKind Kind([Parent] GapEvidence evidence) => evidence.Kind;

    /// <summary>The unit of the value; of a day or a word, of the text.</summary>
    public static EvidenceUnit Unit([Parent] GapEvidence evidence) => evidence.Unit;

    /// <summary>The number.</summary>
    public static double? Value([Parent] GapEvidence evidence) => evidence.Value;

    /// <summary>A trade, the name of a group, a currency, or a day as yyyy-MM-dd.</summary>
    public static string? Text([Parent] GapEvidence evidence) => evidence.Text;

    /// <summary>Who is meant; of many, the first 50 are known here, and the value counts all.</summary>
    [ListSize(SlicingArguments = ["first"])]
    public static IEnumerable<Business> GetBusinesses(
        [Parent] GapEvidence evidence,
        [GraphQLDescription("The most of them, 0 or more.")] int first = 5
    ) => evidence.Businesses.Take(first);
}

/// <summary>What to do next about a gap.</summary>
[ObjectType<GapAction>]
[GraphQLName("GapAction")]
static class GapActionNode
{
    /// <summary>What is to be done.</summary>
    public static GapActionKind Kind([Parent] GapAction action) => action.Kind;

    /// <summary>With whom, in the order in which the sentence names them.</summary>
    [ListSize(AssumedSize = 2)]
    public static IReadOnlyList<Business> Businesses([Parent] GapAction action) => action.Businesses;

    /// <summary>What one of them looks for and the other offers, or what is looked for.</summary>
    public static string? Wanted([Parent] GapAction action) => action.Wanted;

    /// <summary>Which of them looks for it.</summary>
    public static Business? WantedBy([Parent] GapAction action) => action.WantedBy;
}
