using BizGraph.Api.Languages;
using BizGraph.Api.Reasons;
using BizGraph.GraphQL;

namespace BizGraph.Api.Decisions;

/// <summary>What people decided about a gap or a suggestion.</summary>
[ObjectType<Decision>]
[GraphQLName("Decision")]
static class DecisionNode
{
    /// <summary>How it stands.</summary>
    public static DecisionState State([Parent] Decision decision) => decision.State;

    /// <summary>How it stands, who said so and when, and who is to see to it, in a sentence or two.</summary>
    public static string Sentence(
        [Parent] Decision decision,
        [GraphQLDescription("The language of the sentence.")] Language language = Language.En
    ) => Catalogue.Decisions(language).Sentence(decision);

    /// <summary>Who is to see to it.</summary>
    public static string? AssignedTo([Parent] Decision decision) => decision.AssignedTo;

    /// <summary>Why, or what came of it, in the words of the person who said so.</summary>
    public static string? Note([Parent] Decision decision) => decision.Said?.Note;

    /// <summary>Who made it what it is; null where it is open.</summary>
    public static string? By([Parent] Decision decision) => decision.Said?.By;

    /// <summary>When; null where it is open.</summary>
    public static DateTimeOffset? At([Parent] Decision decision) => decision.Said?.At;

    /// <summary>The import that recorded the tie, where it holds.</summary>
    public static int? Import([Parent] Decision decision) => decision.Said?.Import;

    /// <summary>To be said with the next decision: if someone else decided in between, it is refused.</summary>
    public static long Revision([Parent] Decision decision) => decision.Revision;

    /// <summary>All that was done, the oldest first.</summary>
    [ListSize(AssumedSize = 5)]
    public static IReadOnlyList<PastStep> Steps([Parent] Decision decision) => decision.Steps;
}

/// <summary>Something that someone did about a gap or a suggestion.</summary>
[ObjectType<PastStep>]
[GraphQLName("DecisionStep")]
static class DecisionStepNode
{
    /// <summary>What was done.</summary>
    public static DecisionAction Action([Parent] PastStep past) => past.Step.Action;

    /// <summary>Why, or what came of it.</summary>
    public static string? Note([Parent] PastStep past) => past.Step.Note;

    /// <summary>To whom it was given.</summary>
    public static string? AssignedTo([Parent] PastStep past) => past.Step.AssignedTo;

    /// <summary>Who did it.</summary>
    public static string By([Parent] PastStep past) => past.Step.By;

    /// <summary>When.</summary>
    public static DateTimeOffset At([Parent] PastStep past) => past.Step.At;

    /// <summary>Whether it was taken back.</summary>
    public static bool IsUndone([Parent] PastStep past) => past.IsUndone;
}
