using System.Globalization;
using BizGraph.Api.Imports;
using BizGraph.Api.Languages;
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
                    DecideAsync(http, DecisionActions.OfSuggestions, desk.DecideSuggestionAsync, cancellation)
            )
            .AddEndpointFilter(OwnForms.Refuse);
        app.MapPost(
                "/gaps/decide",
                (HttpContext http, DecisionDesk desk, CancellationToken cancellation) =>
                    DecideAsync(http, DecisionActions.OfGaps, desk.DecideGapAsync, cancellation)
            )
            .AddEndpointFilter(OwnForms.Refuse);
    }

    static async Task<IResult> DecideAsync(
        HttpContext http,
        IReadOnlyList<DecisionAction> actions,
        Func<string, DecisionRequest, CancellationToken, Task<Decision>> decide,
        CancellationToken cancellation
    )
    {
        if (await OwnForms.ReadAsync(http.Request, cancellation) is not { } form)
        {
            return DecisionPage.Of(words => words.UnclearForm, "/", StatusCodes.Status422UnprocessableEntity);
        }

        var back = PageOfOurs(form["back"].ToString());
        if (
            !long.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || ActionOf(form["action"].ToString(), actions) is not { } action
        )
        {
            return DecisionPage.Of(words => words.UnclearForm, back, StatusCodes.Status422UnprocessableEntity);
        }

        var request = new DecisionRequest(action, revision, form["by"].ToString(), form["note"], form["to"]);
        try
        {
            var decision = await decide(form["id"].ToString(), request, cancellation);
            return DecisionPage.Of(words => words.Sentence(decision), back);
        }
        catch (Exception exception) when (Why(exception) is { } why)
        {
            return DecisionPage.Of(why, back, StatusCodes.Status409Conflict);
        }
    }

    // By its name alone: a number, or several names, would be read as an action, too.
    static DecisionAction? ActionOf(string name, IReadOnlyList<DecisionAction> actions) =>
        actions.Where(action => action.ToString() == name).Select(action => (DecisionAction?)action).SingleOrDefault();

    static Func<IDecisionWords, string>? Why(Exception exception) =>
        exception switch
        {
            UnknownGapException gap => words => words.UnknownGap(gap.Id),
            UnknownSuggestionException suggestion => words => words.UnknownSuggestion(suggestion.Id),
            DecidedMeanwhileException meanwhile => words => words.Meanwhile(meanwhile.Now),
            DecisionOrderException order => words => words.Problem(order.Problem),
            SampleIsFixedException => words => words.SampleIsFixed,
            StoreException trouble => _ => trouble.Message,
            _ => null,
        };

    // Only a path on this very service: whatever else was sent leads to the first page.
    static string PageOfOurs(string back) =>
        back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal)
            ? back
            : "/";
}
