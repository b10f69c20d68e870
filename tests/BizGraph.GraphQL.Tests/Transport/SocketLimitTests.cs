using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Transport;

/// <summary>What one WebSocket may do, and from where.</summary>
public sealed class SocketLimitTests
{
    [Theory]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData(null, true)]
    [InlineData("own", true)]
    public async Task A_page_of_another_origin_opens_no_socket(string? origin, bool isOpened)
    {
        await using var server = await KestrelTown.StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin == "own" ? $"http://{server.Address.Authority}" : origin);
        var opening = socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws" }.Uri, Cancellation);
        if (isOpened)
            await opening;
        else
            await Assert.ThrowsAsync<WebSocketException>(() => opening);
    }

    [Fact]
    public async Task Pings_do_not_put_off_the_time_to_introduce_oneself()
    {
        await using var server = await KestrelTown.StartAsync();
        using var socket = await OpenAsync(server);
        for (var i = 0; i < 40 && socket.State == WebSocketState.Open; i++)
        {
            await Send(socket, """{"type":"ping"}""");
            if (await Receive(socket) != """{"type":"pong"}""")
                break;
            await Task.Delay(50, Cancellation);
        }
        Assert.Equal(4408, (int?)socket.CloseStatus);
    }

    [Theory]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"subscribe","id":"\ud800","payload":{"query":"{greet}"}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{greet\ud800}"}}""")]
    [InlineData("7")]
    [InlineData("""{"type":"complete","id":7}""")]
    public async Task A_message_that_fits_nothing_closes_with_4400(string message)
    {
        await using var server = await KestrelTown.StartAsync();
        using var socket = await OpenAsync(server);
        await Send(socket, """{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await Receive(socket));
        await Send(socket, message);
        await Receive(socket);
        Assert.Equal(4400, (int?)socket.CloseStatus);
    }

    [Fact]
    public async Task A_socket_runs_so_many_operations_at_once_and_then_as_many_again()
    {
        await using var server = await KestrelTown.StartAsync();
        var most = server.Services.GetRequiredService<GraphQLExecutor>().Options.MaxOperationsPerConnection;
        using var socket = await OpenAsync(server);
        await Send(socket, """{"type":"connection_init"}""");
        await Receive(socket);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < most; i++)
            {
                await Send(socket, Subscribe($"{i}", "subscription { opening { name } }"));
                Assert.StartsWith($$"""{"id":"{{i}}","type":"next",""", await Receive(socket), StringComparison.Ordinal);
            }
            await Send(socket, Subscribe("more", "{ greet }"));
            Assert.Contains("TOO_MANY_OPERATIONS", await Receive(socket), StringComparison.Ordinal);
            for (var i = 0; i < most; i++)
                await Send(socket, $$"""{"type":"complete","id":"{{i}}"}""");
            await Send(socket, """{"type":"ping"}""");
            Assert.Equal("""{"type":"pong"}""", await Receive(socket));
            await Task.Delay(200, Cancellation);
        }
    }

    static async Task<ClientWebSocket> OpenAsync(KestrelTown server)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws" }.Uri, Cancellation);
        return socket;
    }

    static string Subscribe(string id, string query) =>
        $$$"""{"type":"subscribe","id":"{{{id}}}","payload":{"query":"{{{query}}}"}}""";

    static Task Send(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Cancellation);

    static async Task<string> Receive(ClientWebSocket socket)
    {
        var buffer = new byte[4_096];
        var part = await socket.ReceiveAsync(buffer, Cancellation);
        return Encoding.UTF8.GetString(buffer, 0, part.Count);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
