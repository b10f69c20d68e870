using BizGraph.Api.Imports;
using BizGraph.GraphQL;
using BizGraph.Ingest.Jobs;

namespace BizGraph.Api.Jobs;

/// <summary>The imports that were asked for.</summary>
[QueryType]
static class JobQueries
{
    /// <summary>The jobs, the one asked for last at the front. Of those that are over, the last few hundred.</summary>
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Connection<Job>> GetJobsAsync(
        ImportJobs jobs,
        PagingArguments page,
        CancellationToken cancellation
    ) => page.Slice([.. (await jobs.AllAsync(cancellation)).Reverse()]);

    /// <summary>One job; null where there is none of this id.</summary>
    public static Task<Job?> GetJobAsync(
        [ID] [GraphQLDescription("Its id, as `jobs` lists it.")] string id,
        ImportJobs jobs,
        CancellationToken cancellation
    ) => jobs.FindAsync(id, cancellation);
}

/// <summary>Stopping jobs.</summary>
[MutationType]
static class JobMutations
{
    /// <summary>Stops a job; nothing of it is left. One that is over stays as it is. It may take a second: `jobProgress` says when it is over.</summary>
    [Error<UnknownJobException>]
    public static async Task<Job> CancelJobAsync(
        [ID] [GraphQLDescription("Its id, as `jobs` lists it.")] string id,
        ImportJobs jobs,
        UploadFolder folder,
        CancellationToken cancellation
    ) => await JobStop.RunAsync(id, jobs, folder, cancellation) ?? throw new UnknownJobException(id);
}

/// <summary>Following jobs.</summary>
[SubscriptionType]
static class JobSubscriptions
{
    /// <summary>A job as it stands now, then at each change, up to four times a second, to its end. Ends at once where there is none of this id.</summary>
    public static IAsyncEnumerable<Job> JobProgressAsync(
        [ID] [GraphQLDescription("Its id, as `jobs` lists it.")] string id,
        ImportJobs jobs,
        CancellationToken cancellation
    ) => jobs.FollowAsync(id, cancellation);
}

/// <summary>There is no such job.</summary>
sealed class UnknownJobException(string id) : Exception($"There is no job '{id}'; expected an id as 'jobs' lists it.");
