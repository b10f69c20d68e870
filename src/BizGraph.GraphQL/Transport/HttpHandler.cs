using BizGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Transport;

/// <summary>GraphQL over HTTP (graphql.github.io/graphql-over-http): GET for queries, POST for queries and mutations.</summary>
sealed class HttpHandler(GraphQLExecutor executor, GraphiqlPage page)
{
    readonly SocketHandler _sockets = new(executor);

    public async Task HandleAsync(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            await _sockets.HandleAsync(http);
            return;
        }
        if (GraphiqlPage.IsAsked(http.Request))
        {
            await page.AnswerAsync(http);
            return;
        }
        var isStream = EventStream.IsAsked(http.Request);
        var media = isStream ? ResponseMedia.Json : ResponseMedia.Negotiate(http.Request);
        if (media is null)
        {
            const string Accept = "Accept application/graphql-response+json, application/json or text/event-stream.";
            await ResponseMedia.Json.RefuseAsync(http, StatusCodes.Status406NotAcceptable, Accept);
        }
        else
            await AnswerAsync(http, media, isStream);
    }

    async Task AnswerAsync(HttpContext http, ResponseMedia media, bool isStream)
    {
        try
        {
            using var body = await RequestReader.ReadAsync(http, executor.Options);
            if (isStream)
                await EventStream.AnswerAsync(http, executor, body.Request);
            else
                await AnswerAsync(http, media, body.Request);
        }
        catch (BadRequestException e)
        {
            await media.RefuseAsync(http, media.StatusOf(e, executor.Options.UseDetailedStatusCodes), e.Message);
        }
        catch (Exception e) when (e is TimeoutException || http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    async Task AnswerAsync(HttpContext http, ResponseMedia media, GraphQLRequest request)
    {
        if (http.Request.Headers["GraphQL-Cost"] == "report")
            request = request with { ReportCost = true };
        var result = await executor.ExecuteAsync(request, http.RequestServices, http.RequestAborted, http);
        http.Response.StatusCode = media.StatusOf(result, executor.Options.UseDetailedStatusCodes);
        await WriteAsync(http, media, result);
    }

    async Task WriteAsync(HttpContext http, ResponseMedia media, ExecutionResult result)
    {
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            http.Response.Headers.Allow = "POST";
        http.Response.ContentType = media.ContentType;
        await ResultWriter.WriteAsync(
            http.Response.BodyWriter,
            result,
            pipe => ClientPace.WithinAsync(executor.Options.WriteTimeout, pipe.FlushAsync(http.RequestAborted))
        );
    }
}
