using System.Globalization;

namespace BizGraph.Api.Decisions;

/// <summary>Decisions in words, for page and command line.</summary>
static class DecisionWords
{
    /// <summary>How it stands, who said so and when, and who is to see to it.</summary>
    public static string Sentence(Decision decision)
    {
        var said = decision.Said is { } step
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Of(decision.State)} by {step.By}, {step.At.UtcDateTime:d MMMM yyyy}{(step.Note is null ? "" : $": {step.Note}")}."
            )
            : "Not decided.";
        return decision.AssignedTo is { } who ? $"{said} {who} sees to it." : said;
    }

    static string Of(DecisionState state) =>
        state switch
        {
            DecisionState.Accepted => "Accepted",
            DecisionState.Dismissed => "Dismissed",
            DecisionState.Introduced => "Marked as introduced",
            DecisionState.Holds => "Recorded that it holds",
            DecisionState.CameToNothing => "Recorded that nothing came of it",
            DecisionState.Done => "Marked done",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
