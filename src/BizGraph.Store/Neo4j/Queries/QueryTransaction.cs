using System.Text.Json;

namespace BizGraph.Store.Neo4j.Queries;

/// <summary>An explicit transaction. Each statement keeps it alive for the server's term; it is rolled back when it is disposed before it was committed.</summary>
sealed class QueryTransaction(QueryApi api, Uri query) : IAsyncDisposable
{
    static readonly TimeSpan RollbackPatience = TimeSpan.FromSeconds(5);

    string? _id;
    string? _affinity;

    /// <summary>Runs a statement and makes a value of each row.</summary>
    public async Task<List<T>> RowsAsync<T>(Query statement, ReadRow<T> read, CancellationToken cancellation)
    {
        var to = At(_id is null ? "/tx" : $"/tx/{_id}");
        var answer = await api.SendAsync(HttpMethod.Post, to, statement, read, _affinity, cancellation);
        _id ??= answer.Transaction;
        _affinity ??= answer.Affinity;
        return answer.Rows;
    }

    /// <summary>Runs a statement whose rows are not asked for.</summary>
    public Task RunAsync(Query statement, CancellationToken cancellation) =>
        RowsAsync(statement, static (ref Utf8JsonReader _) => true, cancellation);

    /// <summary>Keeps what the statements did.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        if (_id is not null)
        {
            await api.SendAsync(
                HttpMethod.Post,
                At($"/tx/{_id}/commit"),
                new Query("RETURN 1"),
                static (ref Utf8JsonReader _) => true,
                _affinity,
                cancellation
            );
            _id = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_id is null)
        {
            return;
        }

        // What the server does not hear, it does by itself when the transaction's term is over.
        using var patience = new CancellationTokenSource(RollbackPatience);
        try
        {
            await api.SendAsync(
                HttpMethod.Delete,
                At($"/tx/{_id}"),
                query: null,
                static (ref Utf8JsonReader _) => true,
                _affinity,
                patience.Token
            );
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or Neo4jError or OperationCanceledException) { }
    }

    Uri At(string path) => new(query.OriginalString + path, UriKind.Relative);
}
