using System.Globalization;
using BizGraph.Api.Commands;
using BizGraph.Api.Jobs;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;
using static BizGraph.Api.Reasons.EnglishCatalogue;

namespace BizGraph.Api.Languages;

/// <summary>Lists that are taken in, in English.</summary>
sealed class EnglishUploads : IUploadWords
{
    public static EnglishUploads Instance { get; } = new();

    public string Files => "Files: spreadsheets of businesses, of who supplies or refers whom, of payments";
    public string Whose => "Whose lists they are (leave empty if they are your own)";
    public string LookFirst => "Look at them first";
    public string Workbook => "No list yet? Take an Excel workbook to fill in.";
    public string NothingTaken => "Nothing was taken in";
    public string ChooseAgain => "Choose files again";
    public string YourLists => "Your lists";
    public string BeingTaken => "Your lists are being taken in";
    public string MayClose => "You may close this page: the work goes on.";
    public string ThisAddress => "This address says how far it is.";
    public string StopIt => "Stop it";
    public string WhatWasTaken => "What was taken in";
    public string NothingSoFar => "Nothing yet.";
    public string TakeItBack => "Take it back";
    public string OneOrTwo => "One business or two?";
    public string NoPair => "No pair waits for an answer.";
    public string One => "One business";
    public string Two => "Two businesses";
    public string UnclearForm => EnglishDecisions.Instance.UnclearForm;
    public string TakeBackThere => "Each answer is remembered, and can be taken back on the page of imports.";

    public string NothingYet(long megabytes) =>
        $"Nothing is taken in yet: the next page says how the files are understood. Up to {megabytes} MB; larger files go in with 'bizgraph import'.";

    public string PairsWait(int count) => $"{Count(count, "pair waits", "pairs wait")} for an answer, the likeliest first.";

    public string MorePairs(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"... and {count:N0} more. 'bizgraph duplicates --csv FILE' writes all of them into a spreadsheet to answer there."
        );

    public string AnswerKept(int import) => $"Your answer is kept, as import {import}.";

    public string OlderImports(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"... and {count:N0} older ones; 'bizgraph imports' lists all.");

    public string About(Import import) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Import {import.Number} {(import.Source == Import.ByHand ? "by hand" : $"from {import.Source}")}, {import.Started.UtcDateTime:d MMMM yyyy, HH:mm} UTC: {ImportWords.State(import.State)}."
        );

    public string Report(ImportReport report) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(report.RowsTaken, "row", "rows")} taken, {report.RowsRefused:N0} refused. {ImportWords.Changes(report.Changes)}"
        );

    public string Undone(int import, ImportChanges changes) => $"Import {import} is undone. {ImportWords.Changes(changes)}";

    public string Job(Job job) => JobWords.Sentence(job);
}
