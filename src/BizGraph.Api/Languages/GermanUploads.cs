using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;
using static BizGraph.Api.Reasons.GermanFigures;

namespace BizGraph.Api.Languages;

/// <summary>Lists that are taken in, in German.</summary>
sealed class GermanUploads : IUploadWords
{
    public static GermanUploads Instance { get; } = new();

    public string Files => "Dateien: Tabellen mit Betrieben, mit Lieferungen oder Empfehlungen, mit Zahlungen";
    public string Whose => "Von wem die Listen sind (leer lassen, wenn es Ihre eigenen sind)";
    public string LookFirst => "Erst ansehen";
    public string Workbook => "Noch keine Liste? Hier gibt es eine Excel-Mappe zum Ausfüllen.";
    public string NothingTaken => "Es wurde nichts eingelesen";
    public string ChooseAgain => "Dateien noch einmal wählen";
    public string YourLists => "Ihre Listen";
    public string BeingTaken => "Ihre Listen werden eingelesen";
    public string MayClose => "Sie können diese Seite schließen: die Arbeit geht weiter.";
    public string ThisAddress => "Unter dieser Adresse steht, wie weit sie ist.";
    public string StopIt => "Abbrechen";
    public string WhatWasTaken => "Was eingelesen wurde";
    public string NothingSoFar => "Noch nichts.";
    public string TakeItBack => "Zurücknehmen";
    public string OneOrTwo => "Ein Betrieb oder zwei?";
    public string NoPair => "Kein Paar wartet auf eine Antwort.";
    public string One => "Ein Betrieb";
    public string Two => "Zwei Betriebe";
    public string UnclearForm => GermanDecisions.Instance.UnclearForm;
    public string TakeBackThere => "Jede Antwort bleibt gespeichert; zurücknehmen können Sie sie auf der Seite der Importe.";

    public string NothingYet(long megabytes) =>
        $"Noch wird nichts eingelesen: Die nächste Seite zeigt, wie die Dateien verstanden werden. Bis zu {megabytes} MB; größere Dateien liest „bizgraph import“ ein.";

    public string PairsWait(int count) =>
        $"{Count(count, "Paar wartet", "Paare warten")} auf eine Antwort, die wahrscheinlichsten zuerst.";

    public string MorePairs(int count) =>
        $"... und {Number(count)} mehr. „bizgraph duplicates --csv DATEI“ schreibt alle in eine Tabelle, in der Sie antworten können.";

    public string AnswerKept(int import) => $"Ihre Antwort ist gespeichert, als Import {import}.";

    public string OlderImports(int count) => $"... und {Number(count)} ältere; „bizgraph imports“ zeigt alle.";

    public string About(Import import)
    {
        var at = import.Started.UtcDateTime;
        return $"Import {import.Number} {(import.Source == Import.ByHand ? "von Hand" : $"von {import.Source}")}, {Day(DateOnly.FromDateTime(at))}, {at.Hour}:{at.Minute:00} Uhr (UTC): {State(import.State)}.";
    }

    public string Report(ImportReport report) =>
        $"{Count(report.RowsTaken, "Zeile", "Zeilen")} übernommen, {Number(report.RowsRefused)} abgelehnt. {Changes(report.Changes)}";

    public string Undone(int import, ImportChanges changes) => $"Import {import} ist zurückgenommen. {Changes(changes)}";

    public string Job(Job job) =>
        job.State switch
        {
            JobState.Queued => "Er wartet, bis er an der Reihe ist.",
            JobState.Running when job.IsStopping => "Er wird gerade abgebrochen.",
            JobState.Running => job.Progress is { } progress ? $"{Progress(progress)}." : "Er beginnt.",
            JobState.Interrupted when job.IsQueued => "Er wurde unterbrochen; der Dienst macht damit weiter.",
            JobState.Interrupted => "Er wurde unterbrochen; derselbe Befehl noch einmal macht damit weiter.",
            JobState.Done => job.Import is { } import ? $"Er ist fertig, als Import {import}." : "Er ist fertig.",
            JobState.Failed => $"Es wurde nichts eingelesen. {string.Join(" ", job.Reasons)}",
            JobState.Cancelled => "Er wurde abgebrochen; nichts davon ist geblieben.",
            _ => throw new ArgumentOutOfRangeException(nameof(job), job.State, null),
        };

    static string State(ImportState state) =>
        state switch
        {
            ImportState.Running => "läuft",
            ImportState.Interrupted => "unterbrochen",
            ImportState.Finished => "zählt",
            ImportState.Undone => "zurückgenommen",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    static string Changes(ImportChanges changes)
    {
        string[] parts =
        [
            .. Part(changes.BusinessesAdded, "Betrieb neu", "Betriebe neu"),
            .. Part(changes.BusinessesChanged, "Betrieb geändert", "Betriebe geändert"),
            .. Part(changes.BusinessesRemoved, "Betrieb entfallen", "Betriebe entfallen"),
            .. Part(changes.RelationshipsAdded, "Verbindung neu", "Verbindungen neu"),
            .. Part(changes.RelationshipsChanged, "Verbindung geändert", "Verbindungen geändert"),
            .. Part(changes.RelationshipsRemoved, "Verbindung entfallen", "Verbindungen entfallen"),
        ];
        return parts.Length == 0 ? "Im Netzwerk hat sich nichts geändert." : $"Im Netzwerk: {string.Join(", ", parts)}.";
    }

    static IEnumerable<string> Part(long count, string one, string many) => count == 0 ? [] : [Count(count, one, many)];

    static string Progress(ImportProgress p) =>
        p.Phase switch
        {
            ImportPhase.Checking => $"Die Dateien werden durchgesehen ({Share(p)})",
            ImportPhase.Reading =>
                $"{p.File} ({Share(p)}): {Number(p.RowsTaken)} Zeilen übernommen, {Number(p.RowsRefused)} abgelehnt",
            ImportPhase.Waiting => "Eine andere Änderung läuft noch; es wird auf sie gewartet",
            ImportPhase.Finishing => $"{Number(p.RowsTaken)} Zeilen werden wirksam",
            _ => throw new ArgumentOutOfRangeException(nameof(p), p.Phase, null),
        };

    static string Share(ImportProgress p) => $"{(p.BytesTotal == 0 ? 100 : 100 * p.BytesDone / p.BytesTotal)} %";
}
