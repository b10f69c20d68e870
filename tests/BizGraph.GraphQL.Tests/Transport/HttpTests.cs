using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BizGraph.GraphQL.Tests.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BizGraph.GraphQL.Tests.Transport;

/// <summary>Oracle: the GraphQL over HTTP specification.</summary>
public sealed class HttpTests : IAsyncLifetime
{
    WebApplication _app = null!;
    HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddTown();
        _app = builder.Build();
        _app.MapGraphQL();
        await _app.StartAsync();
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_query_is_answered_by_post_and_by_get()
    {
        const string Greeting = """{"data":{"greet":"Hello Bo! "}}""";
        var (status, type, body) = await Post(
            """{"query":"query ($n: String!) { greet(name: $n, times: 1) }","variables":{"n":"Bo"}}"""
        );
        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8", Greeting), (status, type, body));
        var got = await _client.GetStringAsync(
            new Uri("/graphql?query={greet(name:\"Bo\",times:1)}", UriKind.Relative),
            Cancellation
        );
        Assert.Equal(Greeting, got);
    }

    [Fact]
    public async Task A_request_error_is_200_in_the_old_media_type_and_400_in_the_new_one()
    {
        Assert.Equal(HttpStatusCode.OK, (await Post("""{"query":"{ unknown }"}""")).Status);
        var (status, type, body) = await Post("""{"query":"{ unknown }"}""", "application/graphql-response+json");
        Assert.Equal((HttpStatusCode.BadRequest, "application/graphql-response+json; charset=utf-8"), (status, type));
        Assert.DoesNotContain("\"data\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"query":7}""")]
    [InlineData("""{"query":"{ greet }","variables":[]}""")]
    [InlineData("""{"query":"\ud800"}""")]
    public async Task A_body_that_is_no_request_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(body)).Status);

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        using var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var response = await _client.PostAsync(new Uri("/graphql", UriKind.Relative), content, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused() =>
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await Post($$"""{"query":"{ greet }","x":"{{new string('x', 1_000_000)}}"}""")).Status
        );

    [Fact]
    public async Task Mutations_are_not_sent_by_get()
    {
        var response = await _client.GetAsync(
            new Uri("/graphql?query=mutation{note(text:\"x\")}", UriKind.Relative),
            Cancellation
        );
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task A_browser_gets_a_page_that_loads_nothing_from_elsewhere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml");
        using var response = await _client.SendAsync(request, Cancellation);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        var html = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("//", html, StringComparison.Ordinal);
        // An empty icon inside the page keeps browsers from asking for one.
        foreach (Match file in Regex.Matches(html, "(?:src|href)=\"(?!data:,)([^\"]+)\""))
            Assert.Equal(
                HttpStatusCode.OK,
                (await _client.GetAsync(new Uri(file.Groups[1].Value, UriKind.Relative), Cancellation)).StatusCode
            );
    }

    [Fact]
    public async Task The_schema_is_there_as_text() =>
        Assert.StartsWith(
            "schema {\n  query: Query\n",
            await _client.GetStringAsync(new Uri("/graphql/schema.graphql", UriKind.Relative), Cancellation),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_file_comes_as_a_part_of_the_form_and_only_with_the_preflight_header()
    {
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent("""{"query":"mutation ($f: Upload!) { import(file: $f) }","variables":{"f":null}}"""),
                "operations"
            },
            { new StringContent("""{"0":["variables.f"]}"""), "map" },
            { new StringContent("a,b"), "0", "shops.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await _client.SendAsync(request, Cancellation);
        Assert.Equal("""{"data":{"import":"shops.csv: a,b"}}""", await response.Content.ReadAsStringAsync(Cancellation));

        using var bare = new MultipartFormDataContent { { new StringContent("{}"), "operations" } };
        using var refused = await _client.PostAsync(new Uri("/graphql", UriKind.Relative), bare, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_response_of_many_parts_is_the_same_as_one_written_at_once()
    {
        var query =
            "{"
            + string.Concat(
                Enumerable.Range(0, 60).Select(i => $"a{i}: __schema {{ types {{ name description fields {{ name }} }} }} ")
            )
            + "}";
        var whole = await _app.Services.GetRequiredService<GraphQLExecutor>().ExecuteAsync(query, cancellation: Cancellation);
        var (_, _, body) = await Post(JsonSerializer.Serialize(new { query }));
        Assert.InRange(whole.Length, 3 * 64 * 1024, int.MaxValue);
        Assert.Equal(whole, body);
    }

    [Fact]
    public async Task A_body_that_breaks_off_or_trickles_leaves_the_server_well()
    {
        await using var town = await KestrelTown.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, town.Address.Port, Cancellation);
            var head =
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{\"query\":\"{";
            await socket.SendAsync(Encoding.ASCII.GetBytes(head[..^i]), Cancellation);
        }
        using var client = new HttpClient();
        var answer = await client.GetStringAsync(new Uri(town.Address + "?query={greet(times:0)}"), Cancellation);
        Assert.Equal("""{"data":{"greet":""}}""", answer);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_response_is_compressed_where_the_client_takes_it(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__schema{types{name}}}");
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var response = await _client.SendAsync(request, Cancellation);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_its_resolvers_within_a_second()
    {
        var town = _app.Services.GetRequiredService<Town>();
        using var leave = new CancellationTokenSource();
        var asked = _client.GetAsync(new Uri("/graphql?query={patience}", UriKind.Relative), leave.Token);
        await town.Waiting.Task.WaitAsync(Cancellation);
        await leave.CancelAsync();
        await town.Gone.Task.WaitAsync(TimeSpan.FromSeconds(1), Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    async Task<(HttpStatusCode Status, string Type, string Body)> Post(string body, string? accept = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        using var response = await _client.SendAsync(request, Cancellation);
        return (
            response.StatusCode,
            response.Content.Headers.ContentType!.ToString(),
            await response.Content.ReadAsStringAsync(Cancellation)
        );
    }
}
