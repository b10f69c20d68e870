using BizGraph.Api.Commands;
using BizGraph.Api.Imports;
using BizGraph.Ingest.Previews;
using BizGraph.Model;

namespace BizGraph.Api.Languages;

/// <summary>Previews and results in English.</summary>
sealed class EnglishPreviews : IPreviewWords
{
    public static EnglishPreviews Instance { get; } = new();

    public string Before => "Before your lists are taken in";
    public string NotYet => "Nothing was taken in yet. This is how the files are understood and what would change.";
    public string TakeIn => "Take it in";
    public string Cancel => "Cancel";
    public string WouldChange => "What would change";
    public string Column => "Column";
    public string TakenFor => "Taken for";
    public string ChangeTo => "Change to";
    public string AsItIs => "kept as it is";
    public string FirstRows => "Its first rows say";
    public string NotAsMeant => "Not as you mean it?";
    public string ChangeAbove =>
        "Change what a column is taken for in the tables above, then look again. Nothing is taken in by that.";
    public string LookAgain => "Look again";
    public string KeepAsFile => "Keep how they are understood as a file, for 'bizgraph import --mapping'";
    public string TakenIn => "Your lists are taken in";
    public string LookAtNetwork => "Look at your network";
    public string RefusedRows => "The refused rows, each with its reason, to be mended and taken in again:";

    public string? Notice(ImportPreview preview) => PreviewWords.Notice(preview);

    public string Meaning(ColumnPreview column) => PreviewWords.Meaning(column);

    public IEnumerable<(string What, long Count)> Counts(ImportReport report) => PreviewWords.Counts(report);

    public string WhatColumnIs(string header) => $"What the column {header} is";

    public string ListOf(ListPreview list) => PreviewWords.ListOf(list);

    public string RowSays(long row) => $"Row {row}:";

    public string MoreColumns(long count) => $"... and {EnglishPages.Instance.Number(count)} more columns.";

    public string MoreLists(long count) => $"... and {EnglishPages.Instance.Number(count)} more lists.";

    public string MoreProblems(long count) => $"... and {EnglishPages.Instance.Number(count)} more.";

    public string KnownAs(int import) => $"These files were taken in before, as import {import}. Nothing was to be done.";

    public string Done(int import, ImportReport report) =>
        $"Import {import} is done: {EnglishPages.Instance.Number(report.RowsTaken)} of {EnglishPages.Instance.Number(report.RowsRead)} rows taken, "
        + $"{EnglishPages.Instance.Number(report.RowsRefused)} refused. {ImportWords.Changes(report.Changes)}";

    public string CanBeTakenBack(int import) =>
        $"On the page of imports, or by 'bizgraph undo {import}', it can be taken back, as if it had never been.";

    public string Problems(bool isRefusal, string title, long count) =>
        $"{(isRefusal ? "Refused" : "Note")}: {title}, {EnglishPages.Instance.Number(count)} in all";
}
