using System.Globalization;
using BizGraph.Api.Decisions;

namespace BizGraph.Api.Languages;

/// <summary>Deciding, in English.</summary>
sealed class EnglishDecisions : IDecisionWords
{
    public static EnglishDecisions Instance { get; } = new();

    public string Decide => "Decide";

    public string YourName => "Your name";

    public string Why => "Why, or what came of it (needed to dismiss)";

    public string WhoSeesToIt => "Who sees to it (to assign)";

    public string Kept => "Kept";

    public string NotKept => "Not kept";

    public string UnclearForm => "The form was not filled in by this page; go back and load it again.";

    public string SampleIsFixed =>
        "This is the sample town, which stays as it is; change a network of your own, shown by a service started without --sample.";

    public string Button(DecisionAction action) =>
        action switch
        {
            DecisionAction.Accept => "Take up",
            DecisionAction.Dismiss => "Dismiss",
            DecisionAction.Assign => "Assign",
            DecisionAction.Introduce => "We introduced them",
            DecisionAction.Hold => "It holds: record the tie",
            DecisionAction.ComeToNothing => "It came to nothing",
            DecisionAction.Finish => "Done",
            DecisionAction.Undo => "Take the last step back",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };

    public string Sentence(Decision decision)
    {
        var said = decision.Said is { } step
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Of(decision.State)} by {step.By}, {step.At.UtcDateTime:d MMMM yyyy}{(step.Note is null ? "" : $": {step.Note}")}"
            )
            : "Not decided";
        var sentence = said[^1] is '.' or '!' or '?' ? said : $"{said}.";
        return decision.AssignedTo is { } who ? $"{sentence} {who} sees to it." : sentence;
    }

    public string Meanwhile(Decision? now) =>
        now?.Steps is [.., var last]
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{last.Step.By} changed it meanwhile, at {last.Step.At.UtcDateTime:HH:mm} UTC on {last.Step.At.UtcDateTime:d MMMM}; it stands at revision {now.Revision}. Look at it again, then decide."
            )
            : "Someone changed it meanwhile. Look at it again, then decide.";

    public string UnknownGap(string id) =>
        $"There is no gap '{id}' now. The network may have changed since it was listed; look at the list again.";

    public string UnknownSuggestion(string id) =>
        $"There is no suggestion '{id}' now: both businesses must be in the network, and open. Look at the list again.";

    public string Problem(DecisionProblem problem) =>
        problem switch
        {
            DecisionProblem.NobodyDecides => "It is not said who decides; please give a name.",
            DecisionProblem.NobodyNamed => "It is not said who sees to it; please give a name.",
            DecisionProblem.ReasonExpected => "A reason is expected for what is dismissed.",
            DecisionProblem.TooLong => "That is too long; at most 2,000 characters are kept of a text, and 200 of a name.",
            DecisionProblem.Holds => "It is recorded that the tie holds; undo that first.",
            DecisionProblem.NothingToUndo => "Nothing was decided that could be undone.",
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
        };

    static string Of(DecisionState state) =>
        state switch
        {
            DecisionState.Accepted => "Taken up",
            DecisionState.Dismissed => "Dismissed",
            DecisionState.Introduced => "Marked as introduced",
            DecisionState.Holds => "Recorded that it holds",
            DecisionState.CameToNothing => "Recorded that nothing came of it",
            DecisionState.Done => "Marked done",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
