using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Unicode;
using BizGraph.GraphQL.Execution;

namespace BizGraph.GraphQL.Transport;

/// <summary>JSON messages over a WebSocket: whole messages in, one at a time out.</summary>
sealed class SocketChannel(WebSocket socket, GraphQLOptions options) : IDisposable
{
    readonly SemaphoreSlim _sending = new(1, 1);
    readonly ArrayBufferWriter<byte> _received = new(4 * 1024);

    /// <returns>Null when the client closed.</returns>
    /// <exception cref="SocketClosedException">The message is no JSON text, or too long.</exception>
    public async Task<JsonDocument?> ReceiveAsync(CancellationToken cancellation)
    {
        _received.ResetWrittenCount();
        while (true)
        {
            var part = await socket.ReceiveAsync(_received.GetMemory(4 * 1024), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await SocketClose.CloseAsync(socket, (int)WebSocketCloseStatus.NormalClosure, "");
                return null;
            }
            _received.Advance(part.Count);
            if (part.MessageType != WebSocketMessageType.Text || _received.WrittenCount > options.MaxRequestBytes)
                throw new SocketClosedException(SocketClose.BadRequest, "A message has to be JSON text within the size limit");
            if (part.EndOfMessage)
                return Parse();
        }
    }

    public Task SendAsync(string type, string? id, ExecutionResult? payload, CancellationToken cancellation) =>
        SendAsync(
            type,
            id,
            writer =>
            {
                if (payload is null)
                    return;
                writer.WritePropertyName("payload"u8);
                ResultWriter.Write(writer, payload);
            },
            cancellation
        );

    /// <summary>An <c>error</c> message: the request was refused, and the operation is over.</summary>
    public Task SendErrorsAsync(string id, ExecutionResult refusal, CancellationToken cancellation) =>
        SendAsync("error", id, writer => ResultWriter.WriteErrors(writer, "payload", refusal.Errors), cancellation);

    public void Dispose() => _sending.Dispose();

    async Task SendAsync(string type, string? id, Action<Utf8JsonWriter> payload, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ResponseJson.Options))
        {
            writer.WriteStartObject();
            if (id is not null)
                writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, type);
            payload(writer);
            writer.WriteEndObject();
        }
        await _sending.WaitAsync(cancellation);
        try
        {
            // A message that began is sent whole: cancelling within it would break the connection for the other operations.
            if (socket.State == WebSocketState.Open)
                await ClientPace.WithinAsync(
                    options.WriteTimeout,
                    socket.SendAsync(buffer.WrittenMemory, WebSocketMessageType.Text, true, CancellationToken.None)
                );
        }
        catch (TimeoutException)
        {
            socket.Abort();
            throw new OperationCanceledException("The client did not take its messages.");
        }
        finally
        {
            _sending.Release();
        }
    }

    JsonDocument Parse()
    {
        try
        {
            var bytes = _received.WrittenSpan.ToArray();
            return Utf8.IsValid(bytes)
                ? JsonDocument.Parse(bytes, RequestReader.JsonOptions(options))
                : throw new SocketClosedException(SocketClose.BadRequest, "The message is not UTF-8");
        }
        catch (JsonException)
        {
            throw new SocketClosedException(SocketClose.BadRequest, "The message is no JSON");
        }
    }
}
