using System.Globalization;
using BizGraph.Api.Jobs;
using BizGraph.Api.Languages;
using BizGraph.Api.Samples;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;
using Microsoft.AspNetCore.Http.Features;

namespace BizGraph.Api.Imports;

/// <summary>The upload form's way: a preview, then a yes or a no, then the result.</summary>
static class ImportPages
{
    // Until there is access control: the door that it came through.
    const string By = "page";

    public static void MapImportPages(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/imports").AddEndpointFilter(OwnForms.Refuse);
        imports.MapPost("/preview", PreviewAsync);
        imports.MapPost("/look-again", LookAgainAsync);
        imports.MapPost("/confirm", ConfirmAsync);
        imports.MapPost("/cancel", CancelAsync);
        imports.MapPost("/undo", UndoAsync);
        app.MapGet(
            "/imports",
            (ImportDesk desk, ImportJobs jobs, CancellationToken cancellation) => ListAsync(desk, jobs, done: null, cancellation)
        );
    }

    static Task<IResult> PreviewAsync(HttpContext http, ImportDesk desk, CancellationToken cancellation) =>
        AnswerAsync(
            http,
            async form => ImportPreviewPage.Of(await desk.PreviewAsync(form.Files, form["source"], columns: null, cancellation))
        );

    static Task<IResult> LookAgainAsync(HttpContext http, ImportDesk desk, CancellationToken cancellation) =>
        AnswerAsync(
            http,
            async form =>
                ImportPreviewPage.Of(await desk.LookAgainAsync(form["token"].ToString(), MappingForm.Read(form), cancellation))
        );

    static Task<IResult> ConfirmAsync(
        HttpContext http,
        ImportDesk desk,
        ImportJobs jobs,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        AnswerAsync(
            http,
            async form => await JobPages.GoToAsync(await JobOfAsync(form["token"].ToString(), desk), jobs, clock, cancellation)
        );

    // Who presses the button twice sees the answer to the second time only: it is to be that of the first.
    static async Task<Job> JobOfAsync(string token, ImportDesk desk)
    {
        try
        {
            return await desk.ConfirmAsync(token, By);
        }
        catch (UnknownTokenException)
        {
            if (await desk.JobOfAsync(token, CancellationToken.None) is { } job)
            {
                return job;
            }

            throw;
        }
    }

    static Task<IResult> CancelAsync(HttpContext http, ImportDesk desk) =>
        AnswerAsync(
            http,
            form =>
            {
                desk.Cancel(form["token"].ToString());
                return Task.FromResult<IResult>(Results.LocalRedirect("/"));
            }
        );

    static Task<IResult> UndoAsync(HttpContext http, ImportDesk desk, ImportJobs jobs, CancellationToken cancellation) =>
        AnswerAsync(
            http,
            async form =>
            {
                if (!int.TryParse(form["import"], CultureInfo.InvariantCulture, out var import))
                {
                    throw new ImportRefusedException([$"Found \"{form["import"]}\"; expected the number of an import."], []);
                }

                var changes = await desk.UndoAsync(import, cancellation);
                return await ListAsync(desk, jobs, words => words.Undone(import, changes), cancellation);
            }
        );

    static async Task<IResult> ListAsync(
        ImportDesk desk,
        ImportJobs jobs,
        Func<IUploadWords, string>? done,
        CancellationToken cancellation
    ) => ImportListPage.Of(await desk.ImportsAsync(cancellation), await jobs.AllAsync(cancellation), canUndo: desk.IsOpen, done);

    /// <summary>Reads the form and answers; whatever is wrong with it becomes a page.</summary>
    static async Task<IResult> AnswerAsync(HttpContext http, Func<IFormCollection, Task<IResult>> answer)
    {
        try
        {
            return await answer(await ReadAsync(http));
        }
        catch (ImportRefusedException refused)
        {
            return ImportRefusedPage.Of(StatusCodes.Status422UnprocessableEntity, mayTryAgain: true, refused.Reasons);
        }
        catch (UnknownTokenException gone)
        {
            return ImportRefusedPage.Of(StatusCodes.Status404NotFound, mayTryAgain: true, gone.Message);
        }
        catch (SampleIsFixedException)
        {
            const string Why =
                "This service shows the sample town, which stays as it is. Start it without --sample to take in your own lists.";
            return ImportRefusedPage.Of(StatusCodes.Status409Conflict, mayTryAgain: false, Why);
        }
        catch (ImportDeclinedException declined)
        {
            return ImportRefusedPage.Of(StatusCodes.Status409Conflict, mayTryAgain: true, declined.Message);
        }
        catch (StoreException trouble)
        {
            return ImportRefusedPage.Of(StatusCodes.Status507InsufficientStorage, mayTryAgain: true, trouble.Message);
        }
        catch (IOException trouble) when (trouble is not BadHttpRequestException)
        {
            // What the system says of it names folders of this machine.
            const string Why = "The files could not be kept. See that there is room on the disk of this machine, and try again.";
            return ImportRefusedPage.Of(StatusCodes.Status507InsufficientStorage, mayTryAgain: true, Why);
        }
    }

    static async Task<IFormCollection> ReadAsync(HttpContext http)
    {
        var most = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (http.Request.ContentLength > most)
        {
            throw TooLarge();
        }

        if (!http.Request.HasFormContentType)
        {
            throw new ImportRefusedException(["What was sent is no form; choose the files on the page."], []);
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        catch (InvalidDataException damaged)
        {
            throw new ImportRefusedException([$"The form cannot be read: {damaged.Message}"], []);
        }
    }

    static ImportRefusedException TooLarge() =>
        new(
            [
                $"The files are too large; expected at most {UploadFolder.LargestUpload >> 20} MB in all. 'bizgraph import' takes larger ones.",
            ],
            []
        );
}
