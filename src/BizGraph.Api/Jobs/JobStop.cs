using BizGraph.Api.Imports;
using BizGraph.Ingest.Jobs;

namespace BizGraph.Api.Jobs;

/// <summary>Stops jobs for people.</summary>
static class JobStop
{
    /// <summary>Stops a job; of one that nobody is at the uploaded files go at once.</summary>
    /// <returns>The job; null where there is none of this id.</returns>
    public static async Task<Job?> RunAsync(string id, ImportJobs jobs, UploadFolder folder, CancellationToken cancellation)
    {
        var job = await jobs.CancelAsync(id, cancellation);
        if (job is { State: JobState.Cancelled })
        {
            folder.DropFilesOf(job.Request);
        }

        return job;
    }
}
