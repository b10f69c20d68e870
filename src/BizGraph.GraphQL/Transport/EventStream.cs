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
            await WriteAsync(http, refusal!, executor.Options.WriteTimeout);
        else
            await FollowAsync(http, executor.StreamAsync(operation, http.RequestServices, http, cancellation), executor.Options);
        await http.Response.Body.WriteAsync(Complete, cancellation);
    }

    /// <summary>Writes results as they come, and now and then a comment, so that proxies keep the connection.</summary>
    static async Task FollowAsync(HttpContext http, IAsyncEnumerable<ExecutionResult> results, GraphQLOptions options)
    {
        var (aborted, limit, keepAlive) = (http.RequestAborted, options.WriteTimeout, options.KeepAlive);
        await http.Response.Body.FlushAsync(aborted);
        await using var stream = results.GetAsyncEnumerator(aborted);
        var next = Task.FromResult(true);
        try
        {
            var silence = Task.Delay(keepAlive, aborted);
            next = stream.MoveNextAsync().AsTask();
            while (true)
            {
                if (await Task.WhenAny(next, silence) == next)
                {
                    if (!await next)
                        return;
                    await WriteAsync(http, stream.Current, limit);
                    next = stream.MoveNextAsync().AsTask();
                    continue;
                }
                aborted.ThrowIfCancellationRequested();
                await SendAsync(http, KeepAlive, limit);
                silence = Task.Delay(keepAlive, aborted);
            }
        }
        catch (TimeoutException)
        {
            http.Abort(); // Which ends the stream, too.
        }
        finally
        {
            // A stream cannot be disposed while it waits for its next event; it stops waiting since the client is gone.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static Task WriteAsync(HttpContext http, ExecutionResult result, TimeSpan limit)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("event: next\ndata: "u8);
        using (var writer = new Utf8JsonWriter(buffer, ResponseJson.Options))
            ResultWriter.Write(writer, result);
        buffer.Write("\n\n"u8);
        return SendAsync(http, buffer.WrittenMemory, limit);
    }

    static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> bytes, TimeSpan limit)
    {
        await ClientPace.WithinAsync(limit, http.Response.Body.WriteAsync(bytes, http.RequestAborted));
        await ClientPace.WithinAsync(limit, new ValueTask(http.Response.Body.FlushAsync(http.RequestAborted)));
    }
}
