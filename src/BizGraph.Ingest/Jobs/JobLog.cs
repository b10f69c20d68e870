using System.Text.Json;
using System.Text.Json.Serialization;
using BizGraph.Model;

namespace BizGraph.Ingest.Jobs;

/// <summary>Jobs as records of a store: one for each state that a job came to, and the last word of its progress.</summary>
sealed class JobLog(INetworkStore store)
{
    const string Kind = "job";
    const string ProgressKind = "job progress";

    // Of imports the store itself keeps an account for good.
    const int MostOver = 200;

    static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Keeps a new job.</summary>
    public async Task<Job> AddAsync(Job job, CancellationToken cancellation) =>
        await WriteAsync(job, after: 0, cancellation) ?? throw new InvalidOperationException($"There is a job {job.Id} already.");

    /// <summary>Keeps what became of a job.</summary>
    /// <returns>Null where another was faster: what the caller knows of the job is old.</returns>
    public Task<Job?> MoveAsync(Job job, CancellationToken cancellation) => WriteAsync(job, job.Record, cancellation);

    /// <summary>Keeps how far a job is, in the place of what was known before.</summary>
    public async Task ReportAsync(Job job, ImportProgress progress, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(progress, Options);
        var number = await store.Records.AddAsync(ProgressKind, job.Id, json, job.By, cancellation: cancellation);
        await store.Records.RemoveAsync(ProgressKind, job.Id, number!.Value, cancellation);
    }

    /// <summary>Lets go of how a job came to be what it is, and of jobs that are over long since.</summary>
    public async Task TrimAsync(Job job, CancellationToken cancellation)
    {
        await store.Records.RemoveAsync(Kind, job.Id, job.Record, cancellation);
        foreach (var old in (await AllAsync(cancellation)).Where(known => known.IsOver).SkipLast(MostOver))
        {
            await store.Records.RemoveAsync(Kind, old.Id, long.MaxValue, cancellation);
            await store.Records.RemoveAsync(ProgressKind, old.Id, long.MaxValue, cancellation);
        }
    }

    /// <summary>A job as it stands; null where there is none of this id.</summary>
    public async Task<Job?> FindAsync(string id, CancellationToken cancellation) =>
        (await ReadAsync(id, cancellation)).SingleOrDefault();

    /// <summary>All jobs, the oldest first.</summary>
    public Task<IReadOnlyList<Job>> AllAsync(CancellationToken cancellation) => ReadAsync(id: null, cancellation);

    async Task<Job?> WriteAsync(Job job, long after, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(job, Options);
        return await store.Records.AddAsync(Kind, job.Id, json, job.By, after, cancellation) is { } number
            ? job with
            {
                Record = number,
            }
            : null;
    }

    async Task<IReadOnlyList<Job>> ReadAsync(string? id, CancellationToken cancellation)
    {
        var signs = (await store.Records.ReadAsync(ProgressKind, id, cancellation: cancellation)).ToLookup(record => record.Key);
        return
        [
            .. (await store.Records.ReadAsync(Kind, id, cancellation: cancellation))
                .GroupBy(record => record.Key)
                .Select(states => Read(states.Last(), signs[states.Key].LastOrDefault())),
        ];
    }

    static Job Read(StoreRecord state, StoreRecord? sign)
    {
        var job = JsonSerializer.Deserialize<Job>(state.Json, Options)!;
        var progress = sign is null ? (ImportProgress?)null : JsonSerializer.Deserialize<ImportProgress>(sign.Json, Options);
        return job with
        {
            Record = state.Number,
            Since = state.At,
            LastSign = sign is null || sign.At < state.At ? state.At : sign.At,
            Progress = progress,
            Import = IsOfEarlierRun(job, state, sign) ? job.Import : progress?.Import ?? job.Import,
        };
    }

    // The import of that run is interrupted: that does not say that this run is.
    static bool IsOfEarlierRun(Job job, StoreRecord state, StoreRecord? sign) =>
        job.State == JobState.Running && sign is not null && sign.Number < state.Number;
}
