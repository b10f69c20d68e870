using System.Buffers;
using System.Text.Json;
using BizGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BizGraph.GraphQL.Transport;

/// <summary>Server-sent events, one connection for each operation (the distinct connections mode of GraphQL over SSE).</summary>
static class EventStream
{
    static readonly byte[] Complete = "event: complete\ndata:\n\n"u8.ToArray();
    static readonly byte[] KeepAlive = ":\n\n"u8.ToArray();

    public static bool IsAsked(HttpRequest request) =>
        request.Headers.Accept.Count == 1
        && request.Headers.Accept[0]!.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase);

    public static async Task AnswerAsync(HttpContext http, GraphQLExecutor executor, GraphQLRequest request)
    {
        var cancellation = http.RequestAborted;
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var (operation, refusal) = executor.Prepare(request);
        if (operation is null)
            await WriteAsync(http, refusal!);
        else
            await FollowAsync(
                http,
                executor.StreamAsync(operation, http.RequestServices, http, cancellation),
                executor.Options.KeepAlive
            );
        await http.Response.Body.WriteAsync(Complete, cancellation);
    }

    /// <summary>Writes results as they come, and a comment where nothing came for a while, so that proxies keep the connection.</summary>
    static async Task FollowAsync(HttpContext http, IAsyncEnumerable<ExecutionResult> results, TimeSpan keepAlive)
    {
        await http.Response.Body.FlushAsync(http.RequestAborted);
        await using var stream = results.GetAsyncEnumerator(http.RequestAborted);
        while (true)
        {
            var next = stream.MoveNextAsync().AsTask();
            while (
                await Task.WhenAny(next, Task.Delay(keepAlive, http.RequestAborted)) != next
                && !http.RequestAborted.IsCancellationRequested
            )
            {
                await http.Response.Body.WriteAsync(KeepAlive, http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
            if (!await next)
                return;
            await WriteAsync(http, stream.Current);
        }
    }

    static async Task WriteAsync(HttpContext http, ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("event: next\ndata: "u8);
        using (var writer = new Utf8JsonWriter(buffer, ResponseJson.Options))
            ResultWriter.Write(writer, result);
        buffer.Write("\n\n"u8);
        await http.Response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
