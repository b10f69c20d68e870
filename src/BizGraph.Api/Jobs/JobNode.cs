using BizGraph.Api.Imports;
using BizGraph.GraphQL;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;

namespace BizGraph.Api.Jobs;

/// <summary>An import as people follow it: asked for, under way, over.</summary>
[ObjectType<Job>]
[GraphQLName("Job")]
static class JobNode
{
    /// <summary>What it is known by.</summary>
    [ID]
    public static string Id([Parent] Job job) => job.Id;

    /// <summary>How far it got.</summary>
    public static JobState State([Parent] Job job) => job.State;

    /// <summary>The same in one sentence.</summary>
    public static string Sentence([Parent] Job job) => JobWords.Sentence(job);

    /// <summary>Whether nothing more will come of it.</summary>
    public static bool IsOver([Parent] Job job) => job.IsOver;

    /// <summary>Whether someone asked to stop it, and it is not over yet.</summary>
    public static bool IsStopping([Parent] Job job) => job.IsStopping;

    /// <summary>The names of its files.</summary>
    public static IEnumerable<string> Files([Parent] Job job) => job.Request.Files.Select(file => Path.GetFileName(file));

    /// <summary>Whose data it is.</summary>
    public static string Source([Parent] Job job) => job.Request.Source;

    /// <summary>Who asked for it, or by which door.</summary>
    public static string By([Parent] Job job) => job.By;

    /// <summary>When it was asked for.</summary>
    public static DateTimeOffset Asked([Parent] Job job) => job.Asked;

    /// <summary>Since when it is in its state.</summary>
    public static DateTimeOffset Since([Parent] Job job) => job.Since;

    /// <summary>How far it is; null before it began.</summary>
    public static ImportProgress? Progress([Parent] Job job) => job.Progress;

    /// <summary>Why it failed, each reason in one sentence.</summary>
    [ListSize(AssumedSize = 2)]
    public static IReadOnlyList<string> Reasons([Parent] Job job) => job.Reasons;

    /// <summary>Where this service gives out the rows that were refused, each list as a CSV file with a column of reasons, to be mended and taken in; for a week.</summary>
    [ListSize(AssumedSize = 2)]
    public static IEnumerable<string> RefusedRows([Parent] Job job, UploadFolder folder) =>
        folder.RefusedRows(job.Id).Select(file => $"/results/{job.Id}/{Path.GetFileName(file)}");

    /// <summary>What it took in; null before its end.</summary>
    public static async Task<Import?> ImportAsync([Parent] Job job, ImportJobs jobs, CancellationToken cancellation) =>
        await jobs.ImportOfAsync(job, cancellation);
}

/// <summary>How far an import is.</summary>
[ObjectType<ImportProgress>]
[GraphQLName("JobProgress")]
static class JobProgressNode
{
    /// <summary>What it is doing.</summary>
    public static ImportPhase Phase([Parent] ImportProgress progress) => progress.Phase;

    /// <summary>The name of the file in hand.</summary>
    public static string File([Parent] ImportProgress progress) => progress.File;

    /// <summary>Bytes read in this phase, over all files.</summary>
    public static long BytesDone([Parent] ImportProgress progress) => progress.BytesDone;

    /// <summary>Bytes of all files.</summary>
    public static long BytesTotal([Parent] ImportProgress progress) => progress.BytesTotal;

    /// <summary>Rows read, blank ones and headers left out.</summary>
    public static long RowsRead([Parent] ImportProgress progress) => progress.RowsRead;

    /// <summary>Rows taken in.</summary>
    public static long RowsTaken([Parent] ImportProgress progress) => progress.RowsTaken;

    /// <summary>Rows refused.</summary>
    public static long RowsRefused([Parent] ImportProgress progress) => progress.RowsRefused;

    /// <summary>Rows read a second.</summary>
    public static double RowsPerSecond([Parent] ImportProgress progress) => progress.RowsPerSecond;

    /// <summary>About how many seconds this phase goes on, by the bytes that are left; null where that cannot be told yet.</summary>
    public static double? SecondsLeft([Parent] ImportProgress progress) => progress.SecondsLeft;
}
