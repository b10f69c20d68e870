using BizGraph.Api.Businesses;
using BizGraph.Api.Gaps;
using BizGraph.Api.Imports;
using BizGraph.Api.Overviews;
using BizGraph.Api.Reasons;
using BizGraph.Api.Snapshots;
using BizGraph.Api.Templates;

namespace BizGraph.Api.Pages;

/// <summary>The plain pages: the overview, what is missing, all businesses, one business; and the workbook to fill in.</summary>
static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/",
            async (Shown shown, ImportDesk desk, CancellationToken cancellation) =>
                OverviewPage.Of(shown.Snapshot, await shown.GapsSoonAsync(cancellation), shown.IsSample, takesFiles: desk.IsOpen)
        );
        app.MapGet(
            "/businesses",
            (Shown shown, string? q, bool? isolated, int? page) => BusinessListPage.Of(shown.Snapshot, q, isolated == true, page)
        );
        app.MapGet(
            "/gaps",
            async (Shown shown, string? kind, int? page, CancellationToken cancellation) =>
                GapListPage.Of(await shown.GapsSoonAsync(cancellation), kind, page)
        );
        app.MapGet("/businesses/{**id}", BusinessAsync);
        app.MapGet("/business", BusinessAsync);
        app.MapGet("/template.xlsx", (Language? language) => TemplateFile(language ?? Language.En));
    }

    static IResult TemplateFile(Language language) =>
        Results.File(TemplateWorkbook.Of(language), TemplateWorkbook.MediaType, "bizgraph.xlsx");

    static async Task<IResult> BusinessAsync(Shown shown, string id, CancellationToken cancellation) =>
        shown.Snapshot.Find(id) is { } business
            ? BusinessPage.Of(shown.Snapshot, business, await shown.Store.OriginsAsync(business.Id, cancellation))
            : new PageResult<NotFoundPage>(new Dictionary<string, object?>(), StatusCodes.Status404NotFound);
}
