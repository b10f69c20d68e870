using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Transport;

/// <summary>One graphql-transport-ws connection: its messages in, its operations, its answers out.</summary>
sealed class SocketConnection(WebSocket socket, GraphQLExecutor executor, HttpContext http) : IAsyncDisposable
{
    readonly SocketChannel _channel = new(socket, executor.Options.MaxRequestBytes);
    readonly CancellationTokenSource _closing = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
    readonly ConcurrentDictionary<string, RunningOperation> _operations = new();
    Task<JsonDocument?> _receiving = Task.FromResult<JsonDocument?>(null);
    bool _isInitialized;
    bool _isAcknowledged;

    public async Task RunAsync()
    {
        try
        {
            while (await NextAsync() is { } message)
                using (message)
                    await HandleAsync(message.RootElement);
        }
        catch (SocketClosedException e)
        {
            await SocketClose.CloseAsync(socket, e.Code, e.Message, _receiving);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

    /// <summary>Cancels what still runs and waits for it: no resolver outlives its client.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_operations.Values.Select(operation => operation.Done));
        _closing.Dispose();
        _channel.Dispose();
    }

    async Task<JsonDocument?> NextAsync()
    {
        if (_isInitialized)
            return await _channel.ReceiveAsync(_closing.Token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        _receiving = _channel.ReceiveAsync(_closing.Token);
        if (await Task.WhenAny(_receiving, Task.Delay(executor.Options.ConnectionInitTimeout, limit.Token)) != _receiving)
            throw new SocketClosedException(SocketClose.InitTimeout, "Connection initialisation timeout");
        await limit.CancelAsync();
        return await _receiving;
    }

    async Task HandleAsync(JsonElement message)
    {
        switch (Text(message, "type"))
        {
            case "connection_init":
                await InitializeAsync(message);
                break;
            case "ping":
                await _channel.SendAsync("pong", null, null, _closing.Token);
                break;
            case "pong":
                break;
            case "subscribe":
                Subscribe(Text(message, "id") ?? throw Invalid("A subscribe message needs an id"), message);
                break;
            case "complete":
                await StopAsync(Text(message, "id") ?? throw Invalid("A complete message needs an id"));
                break;
            default:
                throw Invalid("Unknown message type");
        }
    }

    async Task InitializeAsync(JsonElement message)
    {
        if (_isInitialized)
            throw new SocketClosedException(SocketClose.TooManyInits, "Too many initialisation requests");
        _isInitialized = true;
        message.TryGetProperty("payload", out var payload);
        if (executor.OnConnect is { } check && !await check(http, payload))
            throw new SocketClosedException(SocketClose.Forbidden, "Forbidden");
        _isAcknowledged = true;
        await _channel.SendAsync("connection_ack", null, null, _closing.Token);
    }

    void Subscribe(string id, JsonElement message)
    {
        if (!_isAcknowledged)
            throw new SocketClosedException(SocketClose.Unauthorized, "Unauthorized");
        if (_operations.ContainsKey(id))
            throw new SocketClosedException(SocketClose.SubscriberExists, $"Subscriber for {id} already exists");
        if (!message.TryGetProperty("payload", out var payload))
            throw Invalid("A subscribe message needs a payload");
        GraphQLRequest request;
        try
        {
            request = RequestReader.FromJson(payload.Clone(), noMutations: false);
        }
        catch (BadRequestException e)
        {
            throw Invalid(e.Message);
        }
        var running = new RunningOperation(_closing.Token);
        _operations[id] = running;
        running.Done = Task.Run(() => AnswerAsync(id, request, running));
    }

    async Task AnswerAsync(string id, GraphQLRequest request, RunningOperation running)
    {
        try
        {
            var (operation, refusal) = executor.Prepare(request);
            if (operation is null)
            {
                Forget(id, running);
                await _channel.SendErrorsAsync(id, refusal!, _closing.Token);
                return;
            }
            await foreach (var result in executor.StreamAsync(operation, http.RequestServices, http, running.Token))
                await _channel.SendAsync("next", id, result, running.Token);
            Forget(id, running);
            if (!running.Token.IsCancellationRequested)
                await _channel.SendAsync("complete", id, null, _closing.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            Forget(id, running);
        }
    }

    async Task StopAsync(string id)
    {
        if (_operations.TryRemove(id, out var running))
            await running.CancelAsync();
    }

    /// <summary>Only this operation: a client may use the id again once it completed.</summary>
    void Forget(string id, RunningOperation running) => _operations.TryRemove(KeyValuePair.Create(id, running));

    static string? Text(JsonElement message, string name)
    {
        if (
            message.ValueKind != JsonValueKind.Object
            || !message.TryGetProperty(name, out var value)
            || value.ValueKind != JsonValueKind.String
        )
            return null;
        return value.GetString() is { Length: > 0 } text ? text : null;
    }

    static SocketClosedException Invalid(string reason) => new(SocketClose.BadRequest, reason);

    /// <summary>An operation that was subscribed to, until its last answer was sent.</summary>
    sealed class RunningOperation(CancellationToken closing)
    {
        readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(closing);

        public CancellationToken Token => _stop.Token;

        public Task Done { get; set; } = Task.CompletedTask;

        public Task CancelAsync() => _stop.CancelAsync();
    }
}
