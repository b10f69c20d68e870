using BizGraph.Api.Businesses;
using BizGraph.Api.Imports;
using BizGraph.Api.Overviews;
using BizGraph.Api.Snapshots;
using BizGraph.Api.Templates;

namespace BizGraph.Api.Pages;

/// <summary>The plain pages: the overview, all businesses, one business; and the workbook to fill in.</summary>
static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/",
            (Shown shown, ImportDesk desk) => OverviewPage.Of(shown.Snapshot, shown.IsSample, takesFiles: desk.IsOpen)
        );
        app.MapGet(
            "/businesses",
            (Shown shown, string? q, bool? isolated, int? page) => BusinessListPage.Of(shown.Snapshot, q, isolated == true, page)
        );
        app.MapGet("/businesses/{**id}", BusinessAsync);
        app.MapGet("/business", BusinessAsync);
        app.MapGet("/template.xlsx", (TemplateLanguage? language) => TemplateFile(language ?? TemplateLanguage.En));
    }

    static IResult TemplateFile(TemplateLanguage language) =>
        Results.File(TemplateWorkbook.Of(language), TemplateWorkbook.MediaType, "bizgraph.xlsx");

    static async Task<IResult> BusinessAsync(Shown shown, string id, CancellationToken cancellation) =>
        shown.Snapshot.Find(id) is { } business
            ? BusinessPage.Of(shown.Snapshot, business, await shown.Store.OriginsAsync(business.Id, cancellation))
            : new PageResult<NotFoundPage>(new Dictionary<string, object?>(), StatusCodes.Status404NotFound);
}
