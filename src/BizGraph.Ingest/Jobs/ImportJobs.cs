using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using BizGraph.Model;

namespace BizGraph.Ingest.Jobs;

/// <summary>The imports of a store as jobs that survive the end of the process: asked for, done one after the other, followed, stopped.</summary>
/// <remarks>Any number of processes may have a queue on one store; each job is done by one of them, on the machine that has its files.</remarks>
public sealed class ImportJobs : IDisposable
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    static readonly TimeSpan BetweenNews = TimeSpan.FromMilliseconds(250);

    // One that ended its process so often is not tried again.
    const int MostAttempts = 3;

    readonly INetworkStore _store;
    readonly TimeProvider _clock;
    readonly JobLog _log;
    readonly JobStandings _standings;
    readonly ConcurrentDictionary<string, JobRun> _here = new();
    readonly SemaphoreSlim _asked = new(0);

    /// <summary>The jobs of a store.</summary>
    public ImportJobs(INetworkStore store, TimeProvider clock)
    {
        (_store, _clock, _log) = (store, clock, new JobLog(store));
        _standings = new JobStandings(store, _log, _here, clock);
    }

    /// <summary>Puts a request in the queue. When it returns, the job survives the end of the process, as long as its files stay where they are.</summary>
    /// <param name="request">What is to be taken in.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="cancellation">Asks for nothing.</param>
    public async Task<Job> AskAsync(ImportRequest request, string by, CancellationToken cancellation = default)
    {
        var job = await _log.AddAsync(New(request, by, isQueued: true), cancellation);
        _asked.Release();
        return job;
    }

    /// <summary>Waits for the next job of the queue that is to be done on this machine: the one asked for first, also one whose process ended.</summary>
    public async Task<Job> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var job in (await AllAsync(cancellation)).Where(IsToBeDoneHere))
            {
                if (job.Attempts < MostAttempts)
                {
                    return job;
                }

                const string Why = "It ended the service each time that it was tried; 'bizgraph import' may say more.";
                await _log.MoveAsync(job with { State = JobState.Failed, Reasons = [Why] }, cancellation);
            }

            await _asked.WaitAsync(BetweenLooks, cancellation);
        }
    }

    /// <summary>Does a job of the queue.</summary>
    /// <param name="job">The job, from <see cref="NextAsync"/>.</param>
    /// <param name="refused">Told of each row that is refused.</param>
    /// <param name="cancellation">Interrupts it: it goes on when a process asks for the next job.</param>
    /// <returns>Null where another process is at it.</returns>
    /// <remarks>Throws what <see cref="ImportJob.RunAsync"/> throws, and <see cref="JobCancelledException"/>; the job says so, too.</remarks>
    public async Task<ImportOutcome?> RunAsync(
        Job job,
        Action<RefusedRow>? refused = null,
        CancellationToken cancellation = default
    )
    {
        if (job.IsStopping)
        {
            // Whoever was to stop it ended first.
            await CancelAsync(job.Id, cancellation);
            throw new JobCancelledException(job.Id);
        }

        return await _log.MoveAsync(Begun(job) with { Attempts = job.Attempts + 1 }, cancellation) is { } running
            ? await RunAsync(running, progress: null, refused, cancellation)
            : null;
    }

    /// <summary>Does a request at once, as a job that others can see and stop. The same request again goes on with it where it was interrupted.</summary>
    /// <param name="request">What is to be taken in.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="progress">Told a few times a second how far it is.</param>
    /// <param name="refused">Told of each row that is refused.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <remarks>Throws what <see cref="ImportJob.RunAsync"/> throws, and <see cref="JobCancelledException"/>.</remarks>
    public async Task<ImportOutcome> RunAsync(
        ImportRequest request,
        string by,
        IProgress<ImportProgress>? progress = null,
        Action<RefusedRow>? refused = null,
        CancellationToken cancellation = default
    )
    {
        var job = Begun(New(request, by, isQueued: false));
        var left = (await AllAsync(cancellation)).LastOrDefault(known => IsLeftOf(known, job));
        // What is asked for now counts, not what was asked for then: columns may be named otherwise.
        var running = left is null ? null : await _log.MoveAsync(job with { Id = left.Id, Record = left.Record }, cancellation);
        running ??= await _log.AddAsync(job, cancellation);
        return await RunAsync(running, progress, refused, cancellation);
    }

    /// <summary>The jobs, the one asked for first at the front. Of those that are over, the last few hundred.</summary>
    public Task<IReadOnlyList<Job>> AllAsync(CancellationToken cancellation = default) => _standings.AllAsync(cancellation);

    /// <summary>A job; null where there is none of this id.</summary>
    public Task<Job?> FindAsync(string id, CancellationToken cancellation = default) => _standings.FindAsync(id, cancellation);

    /// <summary>What a job took in; null where it did not, or not yet.</summary>
    public async Task<Import?> ImportOfAsync(Job job, CancellationToken cancellation = default) =>
        job.State == JobState.Done
            ? (await _store.ImportsAsync(cancellation)).SingleOrDefault(import => import.Number == job.Import)
            : null;

    /// <summary>Follows a job: how it stands now, then each change of it, to its end.</summary>
    /// <returns>Nothing where there is no job of this id.</returns>
    public async IAsyncEnumerable<Job> FollowAsync(string id, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var timer = new PeriodicTimer(BetweenNews, _clock);
        Job? told = null;
        while (await FindAsync(id, cancellation) is { } job)
        {
            if (told is null || (job.State, job.IsStopping, job.Progress) != (told.State, told.IsStopping, told.Progress))
            {
                yield return told = job;
            }

            if (job.IsOver)
            {
                yield break;
            }

            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>Stops a job, whichever process is at it; nothing of it is left. One that is over stays as it is, and so does one whose rows count before it notices.</summary>
    /// <returns>The job, which may take a second to stop; null where there is none of this id.</returns>
    public async Task<Job?> CancelAsync(string id, CancellationToken cancellation = default)
    {
        while (await FindAsync(id, cancellation) is { } job)
        {
            if (job.IsOver || job.IsStopping && job.State == JobState.Running)
            {
                return job;
            }

            if (_here.TryGetValue(id, out var run))
            {
                run.Stop();
                job = job with { IsStopping = true };
                // The wish is to outlive this process. While rows are made to count it cannot be kept: the store belongs to that.
                return run.Progress is { Phase: ImportPhase.Waiting or ImportPhase.Finishing }
                    ? job
                    : await _log.MoveAsync(job, cancellation) ?? job;
            }

            var next =
                job.State == JobState.Running
                    ? job with
                    {
                        IsStopping = true,
                    }
                    : job with
                    {
                        State = JobState.Cancelled,
                        IsStopping = false,
                    };
            if (await _log.MoveAsync(next, cancellation) is { } moved)
            {
                if (moved.IsOver)
                {
                    await DropAsync(moved, cancellation);
                }

                return moved;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _asked.Dispose();

    async Task<ImportOutcome> RunAsync(
        Job running,
        IProgress<ImportProgress>? progress,
        Action<RefusedRow>? refused,
        CancellationToken cancellation
    )
    {
        using var run = new JobRun(_store, _log, _clock, running);
        _here[running.Id] = run;
        try
        {
            return await run.RunAsync(progress, refused, cancellation);
        }
        finally
        {
            _here.TryRemove(running.Id, out _);
        }
    }

    async Task DropAsync(Job job, CancellationToken cancellation)
    {
        var imports = await _store.ImportsAsync(cancellation);
        if (imports.SingleOrDefault(import => import.Number == job.Import) is { State: ImportState.Interrupted } left)
        {
            await _store.UndoAsync(left.Number, cancellation: cancellation);
        }
    }

    // Which import it goes on with is known when it got that far again.
    static Job Begun(Job job) => job with { State = JobState.Running, Import = null };

    static bool IsToBeDoneHere(Job job) =>
        job.IsQueued && job.State is JobState.Queued or JobState.Interrupted && job.Machine == Environment.MachineName;

    static bool IsLeftOf(Job known, Job job) =>
        known.State == JobState.Interrupted
        && !known.IsQueued
        && known.Machine == job.Machine
        && known.Request.Source == job.Request.Source
        && known.Request.Files.SequenceEqual(job.Request.Files);

    Job New(ImportRequest request, string by, bool isQueued) =>
        new()
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            State = JobState.Queued,
            // The process that does it may stand in another folder.
            Request = request with
            {
                Files = [.. request.Files.Select(Path.GetFullPath)],
            },
            IsQueued = isQueued,
            Machine = Environment.MachineName,
            By = by,
            Asked = _clock.GetUtcNow(),
        };
}
