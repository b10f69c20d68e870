using System.Text.Json.Serialization;

namespace BizGraph.Ingest.Jobs;

/// <summary>An import as people follow it: asked for, under way, over.</summary>
public sealed record Job
{
    /// <summary>What it is known by.</summary>
    public required string Id { get; init; }

    /// <summary>How far it got.</summary>
    public required JobState State { get; init; }

    /// <summary>What is to be taken in.</summary>
    public required ImportRequest Request { get; init; }

    /// <summary>Whether it waits in the queue of the service; false where a command does it at once, and the same command again goes on with it.</summary>
    public required bool IsQueued { get; init; }

    /// <summary>The machine on which its files are.</summary>
    public required string Machine { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string By { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>Since when it is in its state.</summary>
    [JsonIgnore]
    public DateTimeOffset Since { get; init; }

    /// <summary>When whoever does it last said so.</summary>
    [JsonIgnore]
    public DateTimeOffset LastSign { get; init; }

    /// <summary>The number of its import, from when it began.</summary>
    public int? Import { get; init; }

    /// <summary>Whether someone asked to stop it, and it is not over yet.</summary>
    public bool IsStopping { get; init; }

    /// <summary>Why it failed, each reason in one sentence.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What had to be done for it, where it is done.</summary>
    public ImportEffect? Effect { get; init; }

    /// <summary>How many businesses there were, where that was too many to look for ones that are written differently.</summary>
    public int? TooManyToMatch { get; init; }

    /// <summary>How far it is; null before it began.</summary>
    [JsonIgnore]
    public ImportProgress? Progress { get; init; }

    /// <summary>Whether nothing more will come of it.</summary>
    [JsonIgnore]
    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Cancelled;

    /// <summary>How often a process began it and did not come to say how it ended.</summary>
    public int Attempts { get; init; }

    /// <summary>The number of the record that says so, which the next one follows.</summary>
    internal long Record { get; init; }
}

/// <summary>How far a job got.</summary>
public enum JobState
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>A process is at it.</summary>
    Running,

    /// <summary>The process that was at it ended; all rows that were acknowledged are kept, and it goes on from there.</summary>
    Interrupted,

    /// <summary>Its rows count.</summary>
    Done,

    /// <summary>It could not be done; nothing of it counts.</summary>
    Failed,

    /// <summary>It was stopped; nothing of it is left.</summary>
    Cancelled,
}

/// <summary>A job was stopped by someone.</summary>
public sealed class JobCancelledException(string id)
    : OperationCanceledException($"Job {id} was cancelled; nothing of it is left.");
