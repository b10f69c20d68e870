using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;

namespace BizGraph.Api.Jobs;

/// <summary>Jobs in plain words.</summary>
static class JobWords
{
    /// <summary>How a job stands, in one sentence or more.</summary>
    public static string Sentence(Job job) =>
        job.State switch
        {
            JobState.Queued => "It waits for its turn.",
            JobState.Running when job.IsStopping => "It is being stopped.",
            JobState.Running => job.Progress is { } progress ? $"{Progress(progress)}." : "It begins.",
            JobState.Interrupted when job.IsQueued => "It was interrupted; the service goes on with it.",
            JobState.Interrupted => "It was interrupted; the same command again goes on with it.",
            JobState.Done => job.Import is { } import ? $"It is done, as import {import}." : "It is done.",
            JobState.Failed => $"Nothing was taken in. {string.Join(" ", job.Reasons)}",
            JobState.Cancelled => "It was cancelled; nothing of it is left.",
            _ => throw new ArgumentOutOfRangeException(nameof(job), job.State, null),
        };

    /// <summary>How far an import is, without a full stop.</summary>
    public static string Progress(ImportProgress p) =>
        p.Phase switch
        {
            ImportPhase.Checking => $"Looking through the files ({Share(p)})",
            ImportPhase.Reading =>
                $"{p.File} ({Share(p)}): {p.RowsTaken:N0} rows taken, {p.RowsRefused:N0} refused, {p.RowsPerSecond:N0} rows/s{Left(p)}",
            ImportPhase.Waiting => "Another change to this store is under way; waiting for it",
            ImportPhase.Finishing => $"Making {p.RowsTaken:N0} rows count",
            _ => throw new ArgumentOutOfRangeException(nameof(p), p.Phase, null),
        };

    static string Share(ImportProgress p) => $"{(p.BytesTotal == 0 ? 100 : 100 * p.BytesDone / p.BytesTotal)} %";

    // Of the reading: making the rows count comes after that.
    static string Left(ImportProgress p) =>
        p.SecondsLeft switch
        {
            null => "",
            < 60 and { } seconds => $", about {Math.Ceiling(seconds):N0} s of reading left",
            { } seconds => $", about {Math.Ceiling(seconds / 60):N0} min of reading left",
        };
}
