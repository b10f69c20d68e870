using BizGraph.Api.Businesses;
using BizGraph.Api.Overviews;
using BizGraph.Api.Snapshots;

namespace BizGraph.Api.Pages;

/// <summary>The plain pages: the overview, all businesses, one business.</summary>
static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (CurrentSnapshot current) => OverviewPage.Of(current.Now.Snapshot, current.Now.IsSample));
        app.MapGet(
            "/businesses",
            (CurrentSnapshot current, string? q, int? page) => BusinessListPage.Of(current.Now.Snapshot, q, page)
        );
        app.MapGet("/businesses/{**id}", BusinessAsync);
    }

    static async Task<IResult> BusinessAsync(CurrentSnapshot current, string id, CancellationToken cancellation)
    {
        var shown = current.Now;
        return shown.Snapshot.Find(id) is { } business
            ? BusinessPage.Of(shown.Snapshot, business, await shown.Store.OriginsAsync(business.Id, cancellation))
            : new PageResult<NotFoundPage>(new Dictionary<string, object?>(), StatusCodes.Status404NotFound);
    }
}
