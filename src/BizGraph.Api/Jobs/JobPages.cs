using BizGraph.Api.Imports;
using BizGraph.Api.Pages;
using BizGraph.Api.Snapshots;
using BizGraph.Ingest.Jobs;

namespace BizGraph.Api.Jobs;

/// <summary>How a job stands, its refused rows, and stopping it, as plain pages.</summary>
static class JobPages
{
    // Most lists are taken in before a person wonders.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapJobPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/jobs/{id}", ShowAsync);
        app.MapPost("/jobs/{id}/cancel", CancelAsync).AddEndpointFilter(OwnForms.Refuse);
        app.MapGet("/results/{id}/{file}", ResultFile);
    }

    /// <summary>Where a job is shown, once it is over or has taken a while.</summary>
    public static async Task<IResult> GoToAsync(Job job, ImportJobs jobs, TimeProvider clock, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            await foreach (var _ in jobs.FollowAsync(job.Id, either.Token)) { }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It goes on; its page says how far it is.
        }

        return Results.LocalRedirect($"/jobs/{job.Id}");
    }

    static async Task<IResult> ShowAsync(
        string id,
        ImportJobs jobs,
        UploadFolder folder,
        CurrentSnapshot current,
        CancellationToken cancellation
    )
    {
        if (await jobs.FindAsync(id, cancellation) is not { } job)
        {
            return new PageResult<NotFoundPage>(new Dictionary<string, object?>(), StatusCodes.Status404NotFound);
        }

        if (await jobs.ImportOfAsync(job, cancellation) is not { } import)
        {
            return JobPage.Of(job);
        }

        // Who follows the link to the network is to find the rows there.
        await current.RefreshAsync(cancellation);
        return ImportResultPage.Of(job, import, [.. folder.RefusedRows(id).Select(file => Path.GetFileName(file))]);
    }

    static async Task<IResult> CancelAsync(string id, ImportJobs jobs, UploadFolder folder, CancellationToken cancellation)
    {
        await JobStop.RunAsync(id, jobs, folder, cancellation);
        return Results.LocalRedirect($"/jobs/{Uri.EscapeDataString(id)}");
    }

    static IResult ResultFile(string id, string file, UploadFolder folder) =>
        folder.Result(id, file) is { } found
            ? Results.File(found, file == UploadFolder.Mapping ? "application/yaml" : "text/csv; charset=utf-8", file)
            : new PageResult<NotFoundPage>(new Dictionary<string, object?>(), StatusCodes.Status404NotFound);
}
