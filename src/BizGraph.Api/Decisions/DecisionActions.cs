using System.Text.Json;

namespace BizGraph.Api.Decisions;

/// <summary>What can be done about gaps, and what about suggestions.</summary>
static class DecisionActions
{
    public static IReadOnlyList<DecisionAction> OfGaps { get; } =
    [DecisionAction.Accept, DecisionAction.Dismiss, DecisionAction.Assign, DecisionAction.Finish, DecisionAction.Undo];

    public static IReadOnlyList<DecisionAction> OfSuggestions { get; } =
    [
        DecisionAction.Accept,
        DecisionAction.Dismiss,
        DecisionAction.Assign,
        DecisionAction.Introduce,
        DecisionAction.Hold,
        DecisionAction.ComeToNothing,
        DecisionAction.Undo,
    ];

    /// <summary>The word for a state in lists for machines: <c>came-to-nothing</c>.</summary>
    public static string WordOf(DecisionState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    /// <summary>What can be done next: of a tie that holds, only the undoing; what was just done is not done again.</summary>
    public static IEnumerable<DecisionAction> Next(IReadOnlyList<DecisionAction> all, Decision? decision) =>
        all.Where(action =>
            action == DecisionAction.Undo
                ? decision?.Last is not null
                : decision?.State != DecisionState.Holds && decision?.Said?.Action != action
        );
}
