using BizGraph.Api.Businesses;
using BizGraph.Api.Gaps;
using BizGraph.Api.Imports;
using BizGraph.Api.Languages;
using BizGraph.Api.Overviews;
using BizGraph.Api.Reasons;
using BizGraph.Api.Snapshots;
using BizGraph.Api.Suggestions;
using BizGraph.Api.Templates;

namespace BizGraph.Api.Pages;

/// <summary>The plain pages: the overview, what is missing, whom to introduce, all businesses, one business; and the workbook to fill in.</summary>
static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/",
            async (HttpRequest request, Shown shown, ImportDesk desk, CancellationToken cancellation) =>
                OverviewPage.Of(
                    shown.Snapshot,
                    await shown.OpenGapsSoonAsync(cancellation),
                    await ToldSuggestions.IntroductionsAsync(shown, ReaderLanguage.Of(request), cancellation),
                    shown.IsSample,
                    takesFiles: desk.IsOpen
                )
        );
        app.MapGet(
            "/businesses",
            (Shown shown, string? q, bool? isolated, int? page) => BusinessListPage.Of(shown.Snapshot, q, isolated == true, page)
        );
        app.MapGet(
            "/gaps",
            async (Shown shown, string? kind, int? page, bool? all, CancellationToken cancellation) =>
                GapListPage.Of(
                    all == true ? await shown.GapsSoonAsync(cancellation) : await shown.OpenGapsSoonAsync(cancellation),
                    shown.IsSample ? null : await shown.DecisionsAsync(cancellation),
                    kind,
                    page,
                    all == true
                )
        );
        app.MapGet(
            "/introductions",
            async (HttpRequest request, Shown shown, bool? decided, int? page, CancellationToken cancellation) =>
                IntroductionListPage.Of(
                    decided == true
                        ? await ToldSuggestions.DecidedAsync(shown, ReaderLanguage.Of(request), cancellation)
                        : await ToldSuggestions.IntroductionsAsync(shown, ReaderLanguage.Of(request), cancellation),
                    decided == true,
                    canDecide: !shown.IsSample,
                    page
                )
        );
        app.MapGet("/businesses/{**id}", BusinessAsync);
        app.MapGet("/business", BusinessAsync);
        app.MapGet("/template.xlsx", (HttpRequest request) => TemplateFile(ReaderLanguage.Of(request)));
    }

    static IResult TemplateFile(Language language) =>
        Results.File(TemplateWorkbook.Of(language), TemplateWorkbook.MediaType, "bizgraph.xlsx");

    static async Task<IResult> BusinessAsync(HttpRequest request, Shown shown, string id, CancellationToken cancellation) =>
        shown.Snapshot.Find(id) is { } business
            ? BusinessPage.Of(
                shown.Snapshot,
                business,
                await shown.Store.OriginsAsync(business.Id, cancellation),
                await ToldSuggestions.ForAsync(shown, business, ReaderLanguage.Of(request), cancellation),
                canDecide: !shown.IsSample
            )
            : new PageResult<NotFoundPage>(new Dictionary<string, object?>(), StatusCodes.Status404NotFound);
}
