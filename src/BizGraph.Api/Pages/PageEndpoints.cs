using BizGraph.Api.Businesses;
using BizGraph.Api.Overviews;
using BizGraph.Api.Snapshots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BizGraph.Api.Pages;

/// <summary>The plain pages: the overview, all businesses, one business.</summary>
static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (CurrentSnapshot current) => Overview(current.Now));
        app.MapGet("/businesses", (CurrentSnapshot current, string? q, int? page) => List(current.Now, q, page ?? 1));
        app.MapGet("/businesses/{**id}", BusinessAsync);
    }

    static RazorComponentResult<OverviewPage> Overview(Shown shown) => new(new { shown.Snapshot, shown.IsSample });

    static RazorComponentResult<BusinessListPage> List(Shown shown, string? query, int page) =>
        new(
            new
            {
                shown.Snapshot,
                Query = query,
                Page = Math.Clamp(page, 1, 1_000_000),
            }
        );

    static async Task<IResult> BusinessAsync(CurrentSnapshot current, string id, CancellationToken cancellation)
    {
        var shown = current.Now;
        if (shown.Snapshot.Find(id) is not { } business)
        {
            return new RazorComponentResult<NotFoundPage> { StatusCode = StatusCodes.Status404NotFound };
        }

        var origins = shown.IsSample ? [] : await current.Store.OriginsAsync(business.Id, cancellation);
        return new RazorComponentResult<BusinessPage>(
            new
            {
                shown.Snapshot,
                Business = business,
                Origins = origins,
            }
        );
    }
}
