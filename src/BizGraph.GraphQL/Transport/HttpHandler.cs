using System.Text.Json;
using BizGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Transport;

/// <summary>GraphQL over HTTP (graphql.github.io/graphql-over-http): GET for queries, POST for queries and mutations.</summary>
sealed class HttpHandler(GraphQLExecutor executor)
{
    public async Task HandleAsync(HttpContext http)
    {
        var media = ResponseMedia.Negotiate(http.Request);
        if (media is null)
        {
            await ResponseMedia.Json.RefuseAsync(
                http,
                StatusCodes.Status406NotAcceptable,
                "Accept application/graphql-response+json or application/json."
            );
            return;
        }
        try
        {
            using var body = await RequestReader.ReadAsync(http, executor.Options);
            var request = body.Request with { ReportCost = http.Request.Headers["GraphQL-Cost"] == "report" };
            var result = await executor.ExecuteAsync(request, http.RequestServices, http.RequestAborted, http);
            await WriteAsync(http, media, result);
        }
        catch (BadRequestException e)
        {
            await media.RefuseAsync(http, e.Status, e.Message);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    static async Task WriteAsync(HttpContext http, ResponseMedia media, ExecutionResult result)
    {
        http.Response.StatusCode = media.StatusOf(result);
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            http.Response.Headers.Allow = "POST";
        http.Response.ContentType = media.ContentType;
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, ResponseJson.Options);
        ResultWriter.Write(writer, result);
        await writer.FlushAsync(http.RequestAborted);
    }
}
