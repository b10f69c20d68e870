using System.Globalization;
using BizGraph.Api.Decisions;
using BizGraph.Api.Reasons;

namespace BizGraph.Api.Languages;

/// <summary>Deciding, in German.</summary>
sealed class GermanDecisions : IDecisionWords
{
    public static GermanDecisions Instance { get; } = new();

    public string Decide => "Entscheiden";

    public string YourName => "Ihr Name";

    public string Why => "Warum, oder was daraus wurde (nötig zum Verwerfen)";

    public string WhoSeesToIt => "Wer sich kümmert (zum Zuweisen)";

    public string Kept => "Gespeichert";

    public string NotKept => "Nicht gespeichert";

    public string UnclearForm =>
        "Das Formular stammt so nicht von dieser Seite. Gehen Sie bitte zurück und laden Sie die Seite neu.";

    public string SampleIsFixed =>
        "Dies ist die Beispielstadt; sie bleibt, wie sie ist. Entscheiden können Sie in Ihrem eigenen Netzwerk: Starten Sie den Dienst dazu ohne --sample.";

    public string Button(DecisionAction action) =>
        action switch
        {
            DecisionAction.Accept => "Aufgreifen",
            DecisionAction.Dismiss => "Verwerfen",
            DecisionAction.Assign => "Zuweisen",
            DecisionAction.Introduce => "Wir haben sie bekannt gemacht",
            DecisionAction.Hold => "Verbindung besteht: eintragen",
            DecisionAction.ComeToNothing => "Es wurde nichts daraus",
            DecisionAction.Finish => "Erledigt",
            DecisionAction.Undo => "Letzten Schritt zurücknehmen",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };

    public string Sentence(Decision decision)
    {
        var said = decision.Said is { } step
            ? $"{Of(decision.State)} von {step.By} am {Day(step)}{(step.Note is null ? "" : $": {step.Note}")}"
            : "Noch nicht entschieden";
        var sentence = said[^1] is '.' or '!' or '?' ? said : $"{said}.";
        return decision.AssignedTo is { } who ? $"{sentence} {who} kümmert sich darum." : sentence;
    }

    public string Meanwhile(Decision? now) =>
        now?.Steps is [.., var last]
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{last.Step.By} hat inzwischen etwas geändert, am {Day(last.Step)} um {last.Step.At.UtcDateTime:HH:mm} Uhr (UTC). Bitte sehen Sie es sich noch einmal an und entscheiden Sie dann."
            )
            : "Inzwischen hat jemand etwas geändert. Bitte sehen Sie es sich noch einmal an und entscheiden Sie dann.";

    public string UnknownGap(string id) =>
        $"Die Lücke „{id}“ gibt es nicht mehr. Das Netzwerk hat sich wohl inzwischen geändert; bitte sehen Sie in der Liste nach.";

    public string UnknownSuggestion(string id) =>
        $"Den Vorschlag „{id}“ gibt es nicht mehr: Beide Betriebe müssen im Netzwerk und geöffnet sein. Bitte sehen Sie in der Liste nach.";

    public string Problem(DecisionProblem problem) =>
        problem switch
        {
            DecisionProblem.NobodyDecides => "Es fehlt, wer entscheidet. Bitte geben Sie Ihren Namen an.",
            DecisionProblem.NobodyNamed => "Es fehlt, wer sich kümmern soll. Bitte geben Sie einen Namen an.",
            DecisionProblem.ReasonExpected => "Bitte geben Sie einen Grund an, wenn Sie etwas verwerfen.",
            DecisionProblem.TooLong => "Das ist zu lang: höchstens 2.000 Zeichen für einen Text und 200 für einen Namen.",
            DecisionProblem.Holds => "Es ist eingetragen, dass die Verbindung besteht. Nehmen Sie das bitte zuerst zurück.",
            DecisionProblem.NothingToUndo => "Es gibt nichts, was sich zurücknehmen ließe.",
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
        };

    static string Of(DecisionState state) =>
        state switch
        {
            DecisionState.Accepted => "Aufgegriffen",
            DecisionState.Dismissed => "Verworfen",
            DecisionState.Introduced => "Als bekannt gemacht vermerkt",
            DecisionState.Holds => "Als bestehend eingetragen",
            DecisionState.CameToNothing => "Als ergebnislos vermerkt",
            DecisionState.Done => "Als erledigt vermerkt",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    static string Day(DecisionStep step) => GermanFigures.Day(DateOnly.FromDateTime(step.At.UtcDateTime));
}
