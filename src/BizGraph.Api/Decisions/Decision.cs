using BizGraph.Analysis.Suggestions;

namespace BizGraph.Api.Decisions;

/// <summary>How a gap or a suggestion stands with the people who see to it.</summary>
public enum DecisionState
{
    /// <summary>Nobody decided yet.</summary>
    Open,

    /// <summary>Someone took it up.</summary>
    Accepted,

    /// <summary>Put aside: it is not shown again.</summary>
    Dismissed,

    /// <summary>The two were introduced.</summary>
    Introduced,

    /// <summary>The tie holds, and is recorded.</summary>
    Holds,

    /// <summary>Nothing came of it: it is not shown again.</summary>
    CameToNothing,

    /// <summary>Marked done; a gap that is found again in a later version of the network is shown again.</summary>
    Done,
}

/// <summary>A step and whether it was taken back.</summary>
/// <param name="Step">The step.</param>
/// <param name="IsUndone">Whether it counts no more.</param>
public sealed record PastStep(DecisionStep Step, bool IsUndone);

/// <summary>What people decided about one gap or suggestion: its records in their order, each undo taking the last step back that stands.</summary>
public sealed class Decision
{
    readonly IReadOnlyList<DecisionStep> _records;
    readonly List<DecisionStep> _standing = [];

    /// <summary>Reads the records of one key, or of several that mean the same by now; the oldest first.</summary>
    /// <param name="key">The key of the last record, under which the next one goes.</param>
    /// <param name="steps">The records, one or more.</param>
    /// <param name="takenBack">Imports that were undone: that a tie holds counts no longer than the import that says so.</param>
    public Decision(string key, IReadOnlyList<DecisionStep> steps, IReadOnlySet<int> takenBack)
    {
        (Key, Revision, _records) = (key, steps[^1].Number, steps);
        foreach (var step in steps)
        {
            Take(step);
        }

        _standing.RemoveAll(step => step.Import is { } import && takenBack.Contains(import));

        Suggestion = steps[^1].Suggestion;
        Steps =
        [
            .. steps
                .Where(step => step.Action is not (DecisionAction.Undo or DecisionAction.Record))
                .Select(step => new PastStep(step, !_standing.Exists(standing => standing.Number == step.Number))),
        ];
    }

    /// <summary>The key under which the next record goes.</summary>
    public string Key { get; }

    /// <summary>The number of the last record: who decides next says it, so that nobody decides over another's head.</summary>
    public long Revision { get; }

    /// <summary>Which suggestion it is about, by the ids of then; null for a gap.</summary>
    public SuggestionKey? Suggestion { get; }

    /// <summary>Every step but the undoing ones, the oldest first.</summary>
    public IReadOnlyList<PastStep> Steps { get; }

    /// <summary>The last step that stands; null where all were taken back.</summary>
    public DecisionStep? Last => _standing.LastOrDefault();

    /// <summary>How it stands.</summary>
    public DecisionState State => Said is { } said ? StateAfter(said.Action) : DecisionState.Open;

    /// <summary>The step that made its state; null where it is open.</summary>
    public DecisionStep? Said => _standing.FindLast(step => step.Action != DecisionAction.Assign);

    /// <summary>Who is to see to it.</summary>
    public string? AssignedTo => _standing.FindLast(step => step.Action == DecisionAction.Assign)?.AssignedTo;

    /// <summary>Whether someone is at it.</summary>
    public bool IsUnderWay =>
        State is DecisionState.Accepted or DecisionState.Introduced || (State == DecisionState.Open && AssignedTo is not null);

    /// <summary>Whether it is not to come again.</summary>
    public bool IsPutAside => State is DecisionState.Dismissed or DecisionState.CameToNothing;

    /// <summary>Whether a request is the one that was kept after a revision: the same person sent the same form again.</summary>
    internal bool IsRepeated(DecisionStep asked, string by, long revision) =>
        _records.Where(step => step.Number > revision && step.Action != DecisionAction.Record).ToList() is [var kept]
        && kept.By == by
        && (kept.Action, kept.Note, kept.AssignedTo) == (asked.Action, asked.Note, asked.AssignedTo);

    void Take(DecisionStep step)
    {
        switch (step.Action)
        {
            case DecisionAction.Undo when step.Undoes is { } undone:
                _standing.RemoveAll(standing => standing.Number == undone);
                break;
            case DecisionAction.Undo when _standing.Count > 0:
                _standing.RemoveAt(_standing.Count - 1);
                break;
            case DecisionAction.Record when _standing.Count > 0:
                _standing[^1] = _standing[^1] with { Import = step.Import };
                break;
            case DecisionAction.Undo or DecisionAction.Record:
                break;
            default:
                _standing.Add(step);
                break;
        }
    }

    static DecisionState StateAfter(DecisionAction action) =>
        action switch
        {
            DecisionAction.Accept => DecisionState.Accepted,
            DecisionAction.Dismiss => DecisionState.Dismissed,
            DecisionAction.Introduce => DecisionState.Introduced,
            DecisionAction.Hold => DecisionState.Holds,
            DecisionAction.ComeToNothing => DecisionState.CameToNothing,
            DecisionAction.Finish => DecisionState.Done,
            _ => DecisionState.Open,
        };
}
