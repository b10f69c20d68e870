using BizGraph.Model;
using BizGraph.Store.Neo4j;
using BizGraph.Store.Neo4j.Queries;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>Explicit transactions: several requests, of which all are kept or none. The answers are a real server's (5.26.20), shortened.</summary>
public sealed class QueryTransactionTests : IAsyncDisposable
{
    const string Two = """{"data":{"fields":["x"],"values":[[1],[2]]},"bookmarks":["FB:a"]}""";

    readonly FakeNeo4j _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_transaction_that_fails_is_rolled_back_and_one_that_was_lost_is_run_again_whole()
    {
        const string Begun = """{"data":{"fields":["x"],"values":[[1]]},"transaction":{"id":"tx1","expires":"x"}}""";
        const string Lost = """{"errors":[{"code":"Neo.ClientError.Transaction.TransactionNotFound","message":"m"}]}""";
        const string Wrong = """{"errors":[{"code":"Neo.ClientError.Statement.SyntaxError","message":"m"}]}""";
        _server.Answers(202, Begun).Answers(404, Lost).Answers(200, "{}");
        _server.Answers(202, Begun).Answers(202, Two).Answers(202, Two);
        _server.Answers(202, Begun).Answers(202, Wrong).Answers(200, "{}");
        using var api = Api();

        await TransactAsync(api);
        await Assert.ThrowsAsync<StoreException>(() => TransactAsync(api));

        Assert.Equal(
            [
                "POST tx",
                "POST tx/tx1",
                "DELETE tx/tx1",
                "POST tx",
                "POST tx/tx1",
                "POST tx/tx1/commit",
                "POST tx",
                "POST tx/tx1",
                "DELETE tx/tx1",
            ],
            _server
                .Requests.Select(request => request.Split(' '))
                .Select(parts => $"{parts[0]} {parts[1]["/db/neo4j/query/v2/".Length..]}")
        );
    }

    [Fact]
    public async Task Each_request_of_a_transaction_asks_for_the_member_of_the_cluster_that_has_it()
    {
        const string Begun = """{"data":{"fields":["x"],"values":[[1]]},"transaction":{"id":"tx1","expires":"x"}}""";
        _server.Member = "member-3";
        _server.Answers(202, Begun).Answers(202, Two).Answers(202, Two).Answers(202, Two);
        using var api = Api();

        await TransactAsync(api);
        await api.RunAsync(new Query("RETURN 1"), CancellationToken.None);

        Assert.Equal(["", "member-3", "member-3", ""], _server.Affinities);
    }

    static Task<bool> TransactAsync(QueryApi api) =>
        api.TransactAsync(
            async (transaction, cancellation) =>
            {
                await transaction.RunAsync(new Query("RETURN 1"), cancellation);
                await transaction.RunAsync(new Query("RETURN 2"), cancellation);
                return true;
            },
            CancellationToken.None
        );

    QueryApi Api() =>
        new(Neo4jAddress.Of($"neo4j+http://127.0.0.1:{_server.Port}/neo4j", name => name == "NEO4J_PASSWORD" ? "x" : null));
}
