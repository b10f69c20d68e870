using System.Globalization;
using BizGraph.Api.Imports;
using BizGraph.Api.Samples;
using BizGraph.Model;

namespace BizGraph.Api.Decisions;

/// <summary>The forms by which people decide about gaps and suggestions on the plain pages.</summary>
static class DecisionPages
{
    public static void MapDecisionPages(this IEndpointRouteBuilder app)
    {
        app.MapPost(
                "/suggestions/decide",
                (HttpContext http, DecisionDesk desk, CancellationToken cancellation) =>
                    DecideAsync(http, desk.DecideSuggestionAsync, cancellation)
            )
            .AddEndpointFilter(OwnForms.Refuse);
        app.MapPost(
                "/gaps/decide",
                (HttpContext http, DecisionDesk desk, CancellationToken cancellation) =>
                    DecideAsync(http, desk.DecideGapAsync, cancellation)
            )
            .AddEndpointFilter(OwnForms.Refuse);
    }

    static async Task<IResult> DecideAsync(
        HttpContext http,
        Func<string, DecisionRequest, CancellationToken, Task<Decision>> decide,
        CancellationToken cancellation
    )
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var back = PageOfOurs(form["back"].ToString());
        if (
            !long.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || !Enum.TryParse<DecisionAction>(form["action"], out var action)
            || action == DecisionAction.Record
        )
        {
            const string Unclear = "The form was not filled in by this page; go back and load it again.";
            return DecisionPage.Of(Unclear, back, StatusCodes.Status422UnprocessableEntity);
        }

        var request = new DecisionRequest(action, revision, form["by"].ToString(), form["note"], form["to"]);
        try
        {
            return DecisionPage.Of(DecisionWords.Sentence(await decide(form["id"].ToString(), request, cancellation)), back);
        }
        catch (Exception exception)
            when (exception
                    is UnknownGapException
                        or UnknownSuggestionException
                        or DecidedMeanwhileException
                        or DecisionOrderException
                        or SampleIsFixedException
                        or StoreException
            )
        {
            return DecisionPage.Of(exception.Message, back, StatusCodes.Status409Conflict);
        }
    }

    // Only a path on this very service: whatever else was sent leads to the first page.
    static string PageOfOurs(string back) =>
        back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal)
            ? back
            : "/";
}
