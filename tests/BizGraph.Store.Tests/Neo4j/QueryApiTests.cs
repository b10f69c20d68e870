using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j;
using BizGraph.Store.Neo4j.Queries;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>What the client makes of answers, good and bad. The answers are a real server's (5.26.20), shortened.</summary>
public sealed class QueryApiTests : IAsyncDisposable
{
    const string Two = """{"data":{"fields":["x"],"values":[[1],[2]]},"bookmarks":["FB:a"]}""";
    const string Password = "keep-this-secret";

    readonly FakeNeo4j _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Rows_are_read_and_the_bookmark_goes_with_the_next_statement()
    {
        _server.Answers(202, Two).Answers(202, Two);
        using var api = Api();

        Assert.Equal([1, 2], await NumbersAsync(api, "RETURN 1"));
        await NumbersAsync(api, "RETURN 2");

        var requests = _server.Requests.ToArray();
        Assert.Equal("""POST /db/neo4j/query/v2 {"statement":"RETURN 1"}""", requests[0]);
        Assert.Equal("""POST /db/neo4j/query/v2 {"statement":"RETURN 2","bookmarks":["FB:a"]}""", requests[1]);
    }

    [Fact]
    public async Task Rows_longer_than_any_buffer_and_values_of_every_kind_come_whole()
    {
        var text = new string('ü', 200_000);
        _server.Answers(
            202,
            $$"""{"data":{"fields":["a","b"],"values":[[{"x":[1,{"values":[]}]},"{{text}}"],[null,"\u00e9"]]},"counters":{"values":[[7]]},"notifications":[{"code":"x"}],"bookmarks":[]}"""
        );
        using var api = Api();

        var rows = await api.RowsAsync(
            new Query("RETURN"),
            static (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row)[1].GetString(),
            CancellationToken.None
        );

        Assert.Equal([text, "é"], rows);
    }

    [Fact]
    public async Task An_error_that_comes_after_values_inside_a_202_is_seen()
    {
        _server.Answers(
            202,
            """{"data":{"fields":["6/x"],"values":[[2],[3]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}"""
        );
        using var api = Api();

        var failed = await Assert.ThrowsAsync<StoreException>(() => NumbersAsync(api, "RETURN 6/x"));

        Assert.Contains("/ by zero", failed.Message, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task What_passes_is_tried_again_and_a_half_answer_is_none()
    {
        _server
            .Answers(202, Two)
            .Answers(202, """{"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"m"}]}""")
            .Answers(503, """{"errors":[{"code":"Neo.TransientError.Database.DatabaseUnavailable","message":"m"}]}""")
            .Answers(429, "{}")
            .BreaksAfter("""{"data":{"fields":["x"],"values":[[1],""")
            .Answers(202, Two);
        using var api = Api();
        await NumbersAsync(api, "RETURN 1");

        Assert.Equal([1, 2], await NumbersAsync(api, "RETURN 2"));
        Assert.Equal(6, _server.Requests.Count);
    }

    [Theory]
    [InlineData("Neo.ClientError.Security.Unauthorized", 401, "NEO4J_PASSWORD")]
    [InlineData("Neo.ClientError.Security.CredentialsExpired", 403, "first password")]
    [InlineData("Neo.ClientError.Security.AuthenticationRateLimit", 429, "too many wrong passwords", 3)]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", 404, "no database 'neo4j'")]
    [InlineData("Neo.ClientError.Statement.SyntaxError", 400, "SyntaxError")]
    public async Task Errors_of_the_client_are_not_tried_again_and_become_a_sentence(
        string code,
        int status,
        string says,
        int tries = 1
    )
    {
        for (var i = 0; i < tries; i++)
        {
            _server.Answers(status, $$"""{"errors":[{"code":"{{code}}","message":"The client is wrong."}]}""");
        }

        using var api = Api();
        var failed = await Assert.ThrowsAsync<StoreException>(() => NumbersAsync(api, "RETURN 1"));

        Assert.Contains(says, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, failed.ToString(), StringComparison.Ordinal);
        Assert.Equal(tries, _server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"neo4j_version":"4.4.38"}""", "too old")]
    [InlineData("""{"neo4j_version":"5.26.20"}""", "QUERY_API_ENDPOINTS")]
    [InlineData("""{"hello":"world"}""", "no Neo4j server")]
    public async Task A_server_without_the_Query_API_is_told_by_its_version(string discovery, string says)
    {
        _server.Answers(404, """{"errors":[{"code":"Neo.ClientError.Request.Invalid","message":"Not Found"}]}""");
        _server.Answers(200, discovery);
        using var api = Api();

        var failed = await Assert.ThrowsAsync<StoreException>(() => NumbersAsync(api, "RETURN 1"));

        Assert.Contains(says, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_has_the_Query_API_but_is_too_old_is_refused_before_anything_is_made()
    {
        _server.Answers(202, """{"data":{"fields":[],"values":[]}}""").Answers(200, """{"neo4j_version":"5.21.0"}""");
        await using var store = NetworkStores.Open(
            $"neo4j+http://127.0.0.1:{_server.Port}/neo4j",
            environment: name => name == "NEO4J_PASSWORD" ? Password : null
        );

        var refused = await Assert.ThrowsAsync<StoreException>(() => store.BeginAsync(new ImportPlan("default", [], [])));

        Assert.Contains("5.21.0, which is too old", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task A_page_of_another_server_is_no_answer()
    {
        _server.Answers(200, "<html>It works!</html>", "text/html");
        using var api = Api();

        var failed = await Assert.ThrowsAsync<StoreException>(() => NumbersAsync(api, "RETURN 1"));

        Assert.Contains("not as Neo4j does", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_for_the_servers_memory_goes_in_halves()
    {
        const string TooLarge = """{"errors":[{"code":"Neo.TransientError.General.MemoryPoolOutOfMemoryError","message":"m"}]}""";
        _server.Answers(202, TooLarge).Answers(202, Two).Answers(202, TooLarge).Answers(202, Two).Answers(202, Two);
        using var api = Api();
        await using var underWay = new UnderWay();
        var batches = new RowBatches(
            (rows, cancellation) => api.RunAsync(new Query("UNWIND $rows AS row RETURN row", rows.Write), cancellation),
            underWay
        );
        for (var row = 0; row < 5; row++)
        {
            var number = row;
            await batches.AddAsync(json => json.WriteNumberValue(number), CancellationToken.None);
        }

        await batches.SendAsync(CancellationToken.None);
        await underWay.EndAsync();

        Assert.Equal(
            ["[[0],[1],[2],[3],[4]]", "[[0],[1]]", "[[2],[3],[4]]", "[[2]]", "[[3],[4]]"],
            _server.Requests.Select(RowsOf)
        );
    }

    [Fact]
    public void Of_two_requests_at_once_neither_answer_takes_away_what_the_other_saw()
    {
        var bookmarks = new Bookmarks();
        bookmarks.Replace([], ["a"]);
        var (one, other) = (bookmarks.Latest, bookmarks.Latest);

        bookmarks.Replace(one, ["c"]);
        bookmarks.Replace(other, ["b"]);
        Assert.Equal(["c", "b"], bookmarks.Latest);

        bookmarks.Replace(bookmarks.Latest, ["d"]);
        bookmarks.Replace(bookmarks.Latest, []);
        Assert.Equal(["d"], bookmarks.Latest);
    }

    static string RowsOf(string request)
    {
        using var body = JsonDocument.Parse(request[request.IndexOf('{', StringComparison.Ordinal)..]);
        return body.RootElement.GetProperty("parameters").GetProperty("rows").GetRawText();
    }

    static Task<List<long>> NumbersAsync(QueryApi api, string statement) =>
        api.RowsAsync(
            new Query(statement),
            static (ref Utf8JsonReader row) =>
            {
                row.Begin();
                return row.NextLong();
            },
            CancellationToken.None
        );

    QueryApi Api() =>
        new(Neo4jAddress.Of($"neo4j+http://127.0.0.1:{_server.Port}/neo4j", name => name == "NEO4J_PASSWORD" ? Password : null));
}
