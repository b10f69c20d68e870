using System.Collections.Concurrent;
using BizGraph.Model;

namespace BizGraph.Ingest.Jobs;

/// <summary>How jobs stand: what the records say, corrected by what the store knows of each import, since it sees when a process ends.</summary>
/// <param name="store">The store.</param>
/// <param name="log">Its jobs.</param>
/// <param name="here">Those that this process is at.</param>
/// <param name="clock">The clock.</param>
sealed class JobStandings(INetworkStore store, JobLog log, ConcurrentDictionary<string, JobRun> here, TimeProvider clock)
{
    // A process says every second that it is at a job that did not begin its import yet; one that is silent for longer is no more.
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<Job>> AllAsync(CancellationToken cancellation) =>
        await CorrectAsync(await log.AllAsync(cancellation), cancellation);

    public async Task<Job?> FindAsync(string id, CancellationToken cancellation) =>
        await log.FindAsync(id, cancellation) is { } job ? (await CorrectAsync([job], cancellation))[0] : null;

    async Task<IReadOnlyList<Job>> CorrectAsync(IReadOnlyList<Job> jobs, CancellationToken cancellation)
    {
        if (!jobs.Any(IsElsewhere))
        {
            return [.. jobs.Select(Here)];
        }

        var imports = (await store.ImportsAsync(cancellation)).ToDictionary(import => import.Number, import => import.State);
        return [.. jobs.Select(job => IsElsewhere(job) ? Elsewhere(job, imports) : Here(job))];
    }

    bool IsElsewhere(Job job) => job.State == JobState.Running && !here.ContainsKey(job.Id);

    Job Here(Job job) =>
        job.State == JobState.Running && here.TryGetValue(job.Id, out var run)
            ? job with
            {
                IsStopping = job.IsStopping || run.IsStopping,
                Progress = run.Progress ?? job.Progress,
                Import = run.Progress?.Import ?? job.Import,
            }
            : job;

    Job Elsewhere(Job job, Dictionary<int, ImportState> imports) =>
        job.Import is { } import
            ? imports.GetValueOrDefault(import, ImportState.Interrupted) switch
            {
                ImportState.Running => job,
                ImportState.Interrupted => job with { State = JobState.Interrupted },
                _ => job with { State = JobState.Done },
            }
        : clock.GetUtcNow() - job.LastSign < LongestSilence ? job
        : job with { State = JobState.Interrupted };
}
