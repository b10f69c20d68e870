using BizGraph.Model;

namespace BizGraph.Ingest.Jobs;

/// <summary>One job while this process is at it: gives signs of life and looks whether someone wants it stopped.</summary>
/// <param name="store">Where the job is kept and its rows go.</param>
/// <param name="log">The jobs of that store.</param>
/// <param name="clock">The clock.</param>
/// <param name="job">The job, which is <see cref="JobState.Running"/> by this process's hand.</param>
sealed class JobRun(INetworkStore store, JobLog log, TimeProvider clock, Job job) : IDisposable
{
    static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource _stop = new();
    readonly Lock _lock = new();
    ImportProgress? _progress;
    bool _isStopping;

    /// <summary>How far it is.</summary>
    public ImportProgress? Progress
    {
        get
        {
            lock (_lock)
            {
                return _progress;
            }
        }
    }

    /// <summary>Whether someone stopped it.</summary>
    public bool IsStopping
    {
        get
        {
            lock (_lock)
            {
                return _isStopping;
            }
        }
    }

    /// <summary>Stops it, and takes away what it left.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopping = true;
        }

        _stop.Cancel();
    }

    /// <summary>Does the job and keeps what became of it.</summary>
    /// <param name="progress">Told a few times a second how far it is.</param>
    /// <param name="refused">Told of each row that is refused.</param>
    /// <param name="cancellation">Interrupts it, to be gone on with.</param>
    /// <exception cref="JobCancelledException">Someone stopped it.</exception>
    /// <remarks>Throws what <see cref="ImportJob.RunAsync"/> throws.</remarks>
    public async Task<ImportOutcome> RunAsync(
        IProgress<ImportProgress>? progress,
        Action<RefusedRow>? refused,
        CancellationToken cancellation
    )
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token);
        using var over = new CancellationTokenSource();
        var signs = GiveSignsAsync(over.Token);
        var end = job with { State = JobState.Interrupted };
        try
        {
            var told = new Told(this, progress);
            var outcome = await new ImportJob(store, clock).RunAsync(job.Request, told, refused, ends.Token);
            end = job with
            {
                State = JobState.Done,
                Import = outcome.Import.Number,
                Effect = outcome.Effect,
                TooManyToMatch = outcome.TooManyToMatch,
            };
            return outcome;
        }
        catch (OperationCanceledException) when (IsStopping)
        {
            await DropAsync();
            end = job with { State = JobState.Cancelled };
            throw new JobCancelledException(job.Id);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var reasons = exception is ImportRefusedException refusal ? refusal.Reasons : [exception.Message];
            end = job with { State = JobState.Failed, Reasons = reasons };
            throw;
        }
        finally
        {
            await over.CancelAsync();
            await signs.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await EndAsync(end);
        }
    }

    public void Dispose() => _stop.Dispose();

    async Task GiveSignsAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(BetweenSigns, clock);
        while (await timer.WaitForNextTickAsync(over))
        {
            if (await log.FindAsync(job.Id, over) is { IsStopping: true })
            {
                Stop();
            }

            // While an import finishes the store belongs to it: it would have to wait for its own end to say so.
            if (Progress is { Phase: ImportPhase.Checking or ImportPhase.Reading } progress)
            {
                await log.ReportAsync(job, progress, over);
            }
        }
    }

    // What was acknowledged of it goes, too; the rows of an import that others go on with do not.
    async Task DropAsync()
    {
        if (Progress?.Import is { } import)
        {
            await store.UndoAsync(import);
        }
    }

    async Task EndAsync(Job end)
    {
        // How far it came is to be seen before it is over.
        if (Progress is { } progress)
        {
            end = end with { Import = end.Import ?? progress.Import };
            await log.ReportAsync(job, progress, CancellationToken.None);
        }

        // Whoever asked to stop it meanwhile wrote a newer record: what really became of it stands above that.
        Job? written = null;
        while (written is null && await log.FindAsync(job.Id, CancellationToken.None) is { } last)
        {
            written = await log.MoveAsync(end with { Record = last.Record, Attempts = 0 }, CancellationToken.None);
        }

        if (written is not null)
        {
            await log.TrimAsync(written, CancellationToken.None);
        }
    }

    sealed class Told(JobRun run, IProgress<ImportProgress>? also) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            lock (run._lock)
            {
                run._progress = value;
            }

            also?.Report(value);
        }
    }
}
