using BizGraph.Ingest.Jobs;
using BizGraph.Model;

namespace BizGraph.Api.Languages;

/// <summary>Taking in lists, taking them back, and pairs that may be one business. A language that lacks a word does not compile.</summary>
interface IUploadWords
{
    string Files { get; }
    string Whose { get; }
    string LookFirst { get; }

    /// <summary>What the form does, and how much it takes.</summary>
    string NothingYet(long megabytes);

    string Workbook { get; }

    string NothingTaken { get; }
    string ChooseAgain { get; }
    string YourLists { get; }
    string BeingTaken { get; }
    string MayClose { get; }
    string ThisAddress { get; }
    string StopIt { get; }
    string WhatWasTaken { get; }
    string NothingSoFar { get; }
    string TakeItBack { get; }

    string OneOrTwo { get; }
    string NoPair { get; }
    string One { get; }
    string Two { get; }
    string TakeBackThere { get; }
    string UnclearForm { get; }

    /// <summary>How many pairs wait for an answer.</summary>
    string PairsWait(int count);

    /// <summary>How many are not shown, and where they are.</summary>
    string MorePairs(int count);

    /// <summary>That an answer is kept.</summary>
    string AnswerKept(int import);

    /// <summary>How many imports are not shown, and where they are.</summary>
    string OlderImports(int count);

    /// <summary>Number, source, time and state of an import.</summary>
    string About(Import import);

    /// <summary>What an import took and changed, in one or two sentences.</summary>
    string Report(ImportReport report);

    /// <summary>That an import was taken back.</summary>
    string Undone(int import, ImportChanges changes);

    /// <summary>How a job stands.</summary>
    string Job(Job job);
}
