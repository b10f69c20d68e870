using BizGraph.Api.Imports;
using BizGraph.Api.Snapshots;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;

namespace BizGraph.Api.Jobs;

/// <summary>Does the jobs of the queue, one after the other, for as long as the service runs; what it does not come to the end of goes on when the service is started again.</summary>
/// <param name="jobs">The jobs of one's own network.</param>
/// <param name="folder">Their files.</param>
/// <param name="current">Told when rows count.</param>
/// <param name="logger">One line for each job.</param>
/// <param name="clock">The clock.</param>
sealed class JobWorker(
    ImportJobs jobs,
    UploadFolder folder,
    CurrentSnapshot current,
    ILogger<JobWorker> logger,
    TimeProvider clock
) : BackgroundService
{
    static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A store may answer synchronously: the host is not to wait for it.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DoAsync(await jobs.NextAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The service stops.
            }
            catch (ImportRefusedException)
            {
                // The job says why; a log names no business, and the reasons quote the file.
            }
            catch (Exception exception)
            {
                // Of a job, or of the store: either may go better next time.
                logger.LogWarning("A job could not be done: {Problem}", exception.Message);
                await Task.Delay(AfterTrouble, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task DoAsync(Job job, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        try
        {
            using var refused = folder.NewRefusedRows(job.Id);
            if (await jobs.RunAsync(job, refused.Add, cancellation) is not null)
            {
                await current.RefreshAsync(cancellation);
            }
        }
        catch (JobCancelledException)
        {
            // Somebody wished so.
        }
        finally
        {
            var state = (await jobs.FindAsync(job.Id, CancellationToken.None))?.State;
            if (state is JobState.Done or JobState.Failed or JobState.Cancelled)
            {
                folder.DropFilesOf(job.Request);
            }

            var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
            logger.LogInformation("Job {Job}: {State} after {Milliseconds:0} ms", job.Id, state, milliseconds);
        }
    }
}
