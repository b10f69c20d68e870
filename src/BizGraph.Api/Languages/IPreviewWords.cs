using BizGraph.Ingest.Previews;
using BizGraph.Model;

namespace BizGraph.Api.Languages;

/// <summary>Looking at lists before they are taken in, and at what came of it. What a problem says is English everywhere. A language that lacks a word does not compile.</summary>
interface IPreviewWords
{
    string Before { get; }
    string NotYet { get; }
    string TakeIn { get; }
    string Cancel { get; }
    string WouldChange { get; }
    string Column { get; }
    string TakenFor { get; }
    string ChangeTo { get; }
    string AsItIs { get; }
    string FirstRows { get; }
    string NotAsMeant { get; }
    string ChangeAbove { get; }
    string LookAgain { get; }
    string KeepAsFile { get; }
    string TakenIn { get; }
    string LookAtNetwork { get; }
    string RefusedRows { get; }

    /// <summary>What comes before everything else; null where there is nothing of the sort.</summary>
    string? Notice(ImportPreview preview);

    /// <summary>What a column is taken for.</summary>
    string Meaning(ColumnPreview column);

    /// <summary>What the rows come to and what would change, each with its number.</summary>
    IEnumerable<(string What, long Count)> Counts(ImportReport report);

    /// <summary>For those who hear the page: which column a choice is about.</summary>
    string WhatColumnIs(string header);

    /// <summary>A list, and where its headers are.</summary>
    string ListOf(ListPreview list);

    /// <summary>What a row says.</summary>
    string RowSays(long row);

    string MoreColumns(long count);
    string MoreLists(long count);
    string MoreProblems(long count);

    /// <summary>That files were taken in before.</summary>
    string KnownAs(int import);

    /// <summary>What an import came to.</summary>
    string Done(int import, ImportReport report);

    /// <summary>How an import is taken back.</summary>
    string CanBeTakenBack(int import);

    /// <summary>A kind of problem and how many there are.</summary>
    string Problems(bool isRefusal, string title, long count);
}
