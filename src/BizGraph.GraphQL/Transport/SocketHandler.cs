using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Transport;

/// <summary>Accepts WebSockets for graphql-transport-ws (github.com/enisdenjo/graphql-ws, PROTOCOL.md).</summary>
sealed class SocketHandler(GraphQLExecutor executor)
{
    const string Protocol = "graphql-transport-ws";

    /// <summary>A client that has not answered a ping for so long is gone.</summary>
    static readonly TimeSpan PingPatience = TimeSpan.FromSeconds(20);

    public async Task HandleAsync(HttpContext http)
    {
        if (!IsFromHere(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var isKnown = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext
            {
                SubProtocol = isKnown ? Protocol : http.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(),
                KeepAliveInterval = executor.Options.KeepAlive,
                KeepAliveTimeout = PingPatience,
            }
        );
        if (!isKnown)
        {
            await SocketClose.CloseAsync(socket, SocketClose.UnknownProtocol, "Subprotocol not acceptable");
            return;
        }
        await using var connection = new SocketConnection(socket, executor, http);
        await connection.RunAsync();
    }

    /// <summary>
    /// Browsers let any page open a socket to any host, with its cookies and without asking first, and tell only the page's origin.
    /// Other clients tell none.
    /// </summary>
    bool IsFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || executor.Options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            );
    }
}

/// <summary>The close codes of the protocol.</summary>
static class SocketClose
{
    public const int BadRequest = 4400;
    public const int Unauthorized = 4401;
    public const int Forbidden = 4403;
    public const int UnknownProtocol = 4406;
    public const int InitTimeout = 4408;
    public const int SubscriberExists = 4409;
    public const int TooManyInits = 4429;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Closes, and does not wait longer than a few seconds for a client that does not answer.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="code">The close code.</param>
    /// <param name="reason">The reason, for people.</param>
    /// <param name="receiving">A receive that still waits; it ends with the client's own close.</param>
    public static async Task CloseAsync(WebSocket socket, int code, string reason, Task? receiving = null)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, limit.Token);
            if (receiving is not null)
                await receiving.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }
}

/// <summary>Ends a connection with a close code.</summary>
sealed class SocketClosedException(int code, string reason) : Exception(reason)
{
    public int Code { get; } = code;
}
