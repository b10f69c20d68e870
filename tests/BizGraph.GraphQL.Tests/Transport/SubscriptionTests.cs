using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using BizGraph.GraphQL.Tests.Towns;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Transport;

/// <summary>Oracles: npm's graphql-ws as the client, and the protocol's list of close codes.</summary>
public sealed class SubscriptionTests
{
    [Fact]
    public async Task A_real_client_follows_subscriptions_and_every_close_code_is_given()
    {
        await using var town = await KestrelTown.StartAsync();
        var lines = await NodeClient.RunAsync(
            "subscribe.mjs",
            town.Address.ToString().Replace("http:", "ws:", StringComparison.Ordinal)
        );
        string[] expected =
        [
            """count: {"seen":[{"data":{"count":1}},{"data":{"count":2}},{"data":{"count":3}}]}""",
            """query: {"seen":[{"data":{"greet":"Hello you! "}}]}""",
            """broken: {"seen":[{"data":{"broken":1}},{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":16}],"path":["broken"]}],"data":null}]}""",
            """syntax: {"seen":[],"error":1}""",
            """together: [{"seen":[{"data":{"count":1}},{"data":{"count":2}}]},{"seen":[{"data":{"count":1}}]}]""",
            """early: {"data":{"opening":{"name":"Ada's"}}}""",
            "bad json: 4400",
            "unknown type: 4400",
            "no payload: 4400",
            "not initialized: 4401",
            "forbidden: 4403",
            "protocol: 4406",
            "silent: 4408",
            "twice the same id: 4409",
            "two inits: 4429",
        ];
        Assert.Equal(expected, lines);
        await town.Services.GetRequiredService<Town>().Gone.Task.WaitAsync(TimeSpan.FromSeconds(1), Cancellation);
    }

    [Fact]
    public async Task No_stream_outlives_its_socket()
    {
        await using var server = await KestrelTown.StartAsync();
        var town = server.Services.GetRequiredService<Town>();
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws" }.Uri, Cancellation);
        await Send("""{"type":"connection_init"}""");
        await Send("""{"type":"subscribe","id":"1","payload":{"query":"subscription { opening { name } }"}}""");
        await town.Waiting.Task.WaitAsync(Cancellation);
        socket.Abort();
        await town.Gone.Task.WaitAsync(TimeSpan.FromSeconds(1), Cancellation);

        Task Send(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Cancellation);
    }

    [Fact]
    public async Task An_event_stream_gives_each_result_and_the_end()
    {
        await using var server = await KestrelTown.StartAsync();
        using var client = new HttpClient();
        using var request = Stream(server, "subscription { count(to: 2) }");
        using var response = await client.SendAsync(request, Cancellation);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        const string Events =
            "event: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata:\n\n";
        // Comments keep a slow stream open and say nothing.
        var told = (await response.Content.ReadAsStringAsync(Cancellation)).Split("\n\n").Where(block => block != ":");
        Assert.Equal(Events, string.Join("\n\n", told));
    }

    [Fact]
    public async Task A_silent_event_stream_sends_comments_and_ends_with_its_client()
    {
        await using var server = await KestrelTown.StartAsync();
        var town = server.Services.GetRequiredService<Town>();
        using (var client = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }))
        using (var request = Stream(server, "subscription { opening { name } }"))
        using (var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
            while (await reader.ReadLineAsync(Cancellation) is { } line && line != ":")
                Assert.False(line.StartsWith("event: complete", StringComparison.Ordinal));
        }
        await town.Gone.Task.WaitAsync(TimeSpan.FromSeconds(1), Cancellation);
    }

    static HttpRequestMessage Stream(KestrelTown server, string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, server.Address + "?query=" + Uri.EscapeDataString(query));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return request;
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
