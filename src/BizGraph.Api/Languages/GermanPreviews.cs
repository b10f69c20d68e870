using BizGraph.Ingest.Previews;
using BizGraph.Model;
using static BizGraph.Api.Reasons.GermanFigures;

namespace BizGraph.Api.Languages;

/// <summary>Previews and results in German.</summary>
sealed class GermanPreviews : IPreviewWords
{
    public static GermanPreviews Instance { get; } = new();

    public string Before => "Bevor Ihre Listen eingelesen werden";
    public string NotYet => "Noch wurde nichts eingelesen. So werden die Dateien verstanden, und das würde sich ändern.";
    public string TakeIn => "Einlesen";
    public string Cancel => "Abbrechen";
    public string WouldChange => "Was sich ändern würde";
    public string Column => "Spalte";
    public string TakenFor => "Verstanden als";
    public string ChangeTo => "Ändern in";
    public string AsItIs => "bleibt, wie sie ist";
    public string FirstRows => "Die ersten Zeilen sagen";
    public string NotAsMeant => "Anders gemeint?";
    public string ChangeAbove =>
        "Ändern Sie oben in den Tabellen, was eine Spalte bedeutet, und sehen Sie es sich dann noch einmal an. Eingelesen wird dadurch nichts.";
    public string LookAgain => "Noch einmal ansehen";
    public string KeepAsFile => "Diese Zuordnung als Datei aufheben, für „bizgraph import --mapping“";
    public string TakenIn => "Ihre Listen sind eingelesen";
    public string LookAtNetwork => "Ihr Netzwerk ansehen";
    public string RefusedRows => "Die abgelehnten Zeilen, jede mit ihrem Grund, zum Verbessern und erneuten Einlesen:";

    public string? Notice(ImportPreview preview) =>
        preview.KnownAs is { } number ? $"Diese Dateien wurden schon eingelesen, als Import {number}. Es ist nichts zu tun."
        : preview.ReplacesSource
            ? "Die Dateien stehen für alles, was ihre Quelle sagt: Was frühere Importe daraus nennen und diese nicht, entfällt. Für mehr als ein Fünftel davon braucht es --yes."
        : preview.IsResumed ? "Ein Import dieser Dateien wurde unterbrochen; dieser macht damit weiter."
        : null;

    public string Meaning(ColumnPreview column) =>
        column switch
        {
            { Field: null } => AsItIs,
            { Confidence: >= 1 } => column.Field,
            _ => $"{column.Field} (zu {100 * column.Confidence:0} % sicher)",
        };

    public IEnumerable<(string What, long Count)> Counts(ImportReport report)
    {
        var changes = report.Changes;
        return
        [
            ("Zeilen gelesen", report.RowsRead),
            ("Zeilen übernommen", report.RowsTaken),
            ("Zeilen abgelehnt", report.RowsRefused),
            ("Betriebe neu", changes.BusinessesAdded),
            ("Betriebe geändert", changes.BusinessesChanged),
            ("Betriebe unverändert", changes.BusinessesUnchanged),
            ("Betriebe entfallen", changes.BusinessesRemoved),
            ("Betriebe zusammengelegt", changes.BusinessesMerged),
            ("Paare, die ein Betrieb sein könnten", changes.Questions),
            ("Verbindungen neu", changes.RelationshipsAdded),
            ("Verbindungen geändert", changes.RelationshipsChanged),
            ("Verbindungen unverändert", changes.RelationshipsUnchanged),
            ("Verbindungen entfallen", changes.RelationshipsRemoved),
            ("Verbindungen zurückgehalten", changes.Held),
        ];
    }

    public string WhatColumnIs(string header) => $"Was die Spalte {header} bedeutet";

    public string ListOf(ListPreview list) =>
        list.HeaderRow == 0 ? $"{list.Table}: {list.Kind}" : $"{list.Table}: {list.Kind}, Spaltenköpfe in Zeile {list.HeaderRow}";

    public string RowSays(long row) => $"Zeile {row}:";

    public string MoreColumns(long count) => $"... und {Number(count)} weitere Spalten.";

    public string MoreLists(long count) => $"... und {Number(count)} weitere Listen.";

    public string MoreProblems(long count) => $"... und {Number(count)} weitere.";

    public string KnownAs(int import) => $"Diese Dateien wurden schon eingelesen, als Import {import}. Es war nichts zu tun.";

    public string Done(int import, ImportReport report) =>
        $"Import {import} ist fertig, {Count(report.RowsRead, "Zeile", "Zeilen")} gelesen. {GermanUploads.Instance.Report(report)}";

    public string CanBeTakenBack(int import) =>
        $"Auf der Seite der Importe oder mit „bizgraph undo {import}“ lässt er sich zurücknehmen, als hätte es ihn nie gegeben.";

    public string Problems(bool isRefusal, string title, long count) =>
        $"{(isRefusal ? "Abgelehnt" : "Hinweis")}: {title}, insgesamt {Number(count)}";
}
