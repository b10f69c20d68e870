using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using BizGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Transport;

/// <summary>One graphql-transport-ws connection: its messages in, its operations, its answers out.</summary>
sealed class SocketConnection(WebSocket socket, GraphQLExecutor executor, HttpContext http) : IAsyncDisposable
{
    readonly SocketChannel _channel = new(socket, executor.Options);
    readonly CancellationTokenSource _closing = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
    readonly ConcurrentDictionary<string, RunningOperation> _operations = new();
    readonly ConcurrentDictionary<RunningOperation, byte> _running = new(); // Stopped ones too, until they have ended.
    readonly Task _initTimeout = Task.Delay(executor.Options.ConnectionInitTimeout);
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
        catch (BadRequestException e)
        {
            await SocketClose.CloseAsync(socket, SocketClose.BadRequest, e.Message, _receiving);
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
        await Task.WhenAll(_running.Keys.Select(operation => operation.Done));
        _closing.Dispose();
        _channel.Dispose();
    }

    async Task<JsonDocument?> NextAsync()
    {
        if (_isInitialized)
            return await _channel.ReceiveAsync(_closing.Token);
        _receiving = _channel.ReceiveAsync(_closing.Token);
        if (await Task.WhenAny(_receiving, _initTimeout) != _receiving)
            throw new SocketClosedException(SocketClose.InitTimeout, "Connection initialisation timeout");
        return await _receiving;
    }

    async Task HandleAsync(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
            throw Invalid("A message has to be a JSON object");
        switch (RequestReader.Text(message, "type"))
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
                await SubscribeAsync(IdOf(message), message);
                break;
            case "complete":
                await StopAsync(IdOf(message));
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

    Task SubscribeAsync(string id, JsonElement message)
    {
        if (!_isAcknowledged)
            throw new SocketClosedException(SocketClose.Unauthorized, "Unauthorized");
        if (_operations.ContainsKey(id))
            throw new SocketClosedException(SocketClose.SubscriberExists, $"Subscriber for {id} already exists");
        if (!message.TryGetProperty("payload", out var payload))
            throw Invalid("A subscribe message needs a payload");
        if (_running.Count >= executor.Options.MaxOperationsPerConnection)
            return _channel.SendErrorsAsync(id, TooMany(), _closing.Token);
        var request = RequestReader.FromJson(payload.Clone());
        var running = new RunningOperation(_closing.Token);
        _operations[id] = running;
        _running[running] = 0;
        running.Done = Task.Run(() => AnswerAsync(id, request, running));
        return Task.CompletedTask;
    }

    ExecutionResult TooMany() =>
        ExecutionResult.RequestError(
            new Error
            {
                Message = $"A connection runs at most {executor.Options.MaxOperationsPerConnection} operations at once.",
                Code = "TOO_MANY_OPERATIONS",
            }
        );

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
        finally
        {
            _running.TryRemove(running, out _);
            running.Dispose();
        }
    }

    async Task StopAsync(string id)
    {
        if (_operations.TryRemove(id, out var running))
            await running.CancelAsync();
    }

    /// <summary>Only this operation: a client may use the id again once it completed.</summary>
    void Forget(string id, RunningOperation running) => _operations.TryRemove(KeyValuePair.Create(id, running));

    static string IdOf(JsonElement message) =>
        RequestReader.Text(message, "id") is { Length: > 0 } id ? id : throw Invalid("The message needs an id");

    static SocketClosedException Invalid(string reason) => new(SocketClose.BadRequest, reason);

    /// <summary>An operation that was subscribed to, until its last answer was sent.</summary>
    sealed class RunningOperation(CancellationToken closing) : IDisposable
    {
        readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(closing);

        public CancellationToken Token => _stop.Token;

        public Task Done { get; set; } = Task.CompletedTask;

        public async Task CancelAsync()
        {
            try
            {
                await _stop.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // It ended by itself at this moment.
            }
        }

        public void Dispose() => _stop.Dispose();
    }
}
