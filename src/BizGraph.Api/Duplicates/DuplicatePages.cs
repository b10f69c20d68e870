using BizGraph.Api.Imports;
using BizGraph.Api.Languages;
using BizGraph.Api.Samples;
using BizGraph.Api.Snapshots;
using BizGraph.Model;

namespace BizGraph.Api.Duplicates;

/// <summary>The pairs that may be one business, to be answered on a plain page.</summary>
static class DuplicatePages
{
    public static void MapDuplicatePages(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/duplicates",
            (CurrentSnapshot current, CancellationToken cancellation) => ShowAsync(current, null, cancellation)
        );
        app.MapPost("/duplicates", AnswerAsync).AddEndpointFilter(OwnForms.Refuse);
    }

    static async Task<IResult> AnswerAsync(
        HttpContext http,
        CurrentSnapshot current,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await OwnForms.ReadAsync(http.Request, cancellation) is not { } form)
        {
            const int Unclear = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(current, words => words.UnclearForm, cancellation, Unclear);
        }

        var (one, other) = (new BusinessId(form["one"].ToString()), new BusinessId(form["other"].ToString()));
        if (form["same"].ToString() is not ("true" or "false") and var answer)
        {
            return await ShowAsync(
                current,
                _ => $"The answer was \"{answer}\"; expected one business or two.",
                cancellation,
                StatusCodes.Status400BadRequest
            );
        }

        try
        {
            var decision = await DuplicateAnswers.KeepAsync(one, other, form["same"] == "true", current, clock, cancellation);
            return await ShowAsync(current, words => words.AnswerKept(decision.Import), cancellation);
        }
        catch (Exception exception)
            when (exception is UnknownBusinessException or SameBusinessException or SampleIsFixedException or StoreException)
        {
            return await ShowAsync(current, _ => exception.Message, cancellation, StatusCodes.Status409Conflict);
        }
    }

    static async Task<IResult> ShowAsync(
        CurrentSnapshot current,
        Func<IUploadWords, string>? done,
        CancellationToken cancellation,
        int statusCode = StatusCodes.Status200OK
    )
    {
        var shown = current.Now;
        return DuplicatePage.Of(
            DuplicateQueue.Of(shown.Snapshot, await shown.Store.MatchesAsync(cancellation)),
            done,
            statusCode
        );
    }
}
