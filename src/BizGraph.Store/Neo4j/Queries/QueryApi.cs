using System.Buffers;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text.Encodings.Web;
using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j.Queries;

/// <summary>Neo4j's HTTP Query API v2 of one database: <c>POST /db/{name}/query/v2</c>.</summary>
/// <remarks>What is transient is tried again for as long as <see cref="QueryRetry"/> is patient; what stays wrong becomes a <see cref="StoreException"/> in one sentence.</remarks>
sealed class QueryApi : IDisposable
{
    const string Affinity = "neo4j-cluster-affinity";
    static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(10);

    // The text is read as JSON only, never shown in a page: letters stay as they are.
    public static readonly JsonWriterOptions Options = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly HttpClient _http;
    readonly Uri _query;
    readonly QueryProblems _problems;
    readonly QueryRetry _retry;

    // What this client saw, so that any member of a cluster answers no older than that.
    readonly Bookmarks _bookmarks = new();
    volatile bool _hasAnswered;

    public QueryApi(Neo4jAddress address)
    {
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                ConnectTimeout = ConnectTimeout,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                UseProxy = !address.Server.IsLoopback,
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = address.Authorities is { } authorities ? AuthorityFile.Trust(authorities) : null,
                },
            }
        )
        {
            BaseAddress = address.Server,
            Timeout = LongestAnswer,
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", address.Basic);
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _query = new Uri($"db/{Uri.EscapeDataString(address.Database)}/query/v2", UriKind.Relative);
        _problems = new QueryProblems(address, _http);
        _retry = new QueryRetry(() => _hasAnswered);
    }

    /// <summary>Runs a statement in a transaction of its own, and makes a value of each row.</summary>
    public Task<List<T>> RowsAsync<T>(Query query, ReadRow<T> read, CancellationToken cancellation) =>
        GuardAsync(
            async token => (await SendAsync(HttpMethod.Post, _query, query, read, affinity: null, token)).Rows,
            cancellation
        );

    /// <summary>Runs a statement in a transaction of its own whose rows are not asked for.</summary>
    public Task RunAsync(Query query, CancellationToken cancellation) =>
        RowsAsync(query, static (ref Utf8JsonReader _) => true, cancellation);

    /// <summary>Runs a statement in a transaction of its own and returns the number of its only row; null where there is no row.</summary>
    public async Task<long?> NumberAsync(Query query, CancellationToken cancellation)
    {
        var rows = await RowsAsync(query, ReadNumber, cancellation);
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Runs several statements in one transaction: all of it is kept, or nothing. May run more than once.</summary>
    public Task<T> TransactAsync<T>(Func<QueryTransaction, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        GuardAsync(
            async token =>
            {
                await using var transaction = new QueryTransaction(this, _query);
                var result = await work(transaction, token);
                await transaction.CommitAsync(token);
                return result;
            },
            cancellation
        );

    /// <summary>Refuses a server that does not understand the statements.</summary>
    public async Task ThrowIfTooOldAsync(CancellationToken cancellation)
    {
        if (await _problems.TooOldAsync(cancellation) is { } tooOld)
        {
            throw tooOld;
        }
    }

    /// <summary>Sends one request as it is: without another try, its errors as they come.</summary>
    /// <param name="method">How.</param>
    /// <param name="to">Where to, on the server.</param>
    /// <param name="query">The statement; null for a request without one.</param>
    /// <param name="read">Makes a value of a row.</param>
    /// <param name="affinity">Which member of a cluster has the transaction, as it said itself; null where none did.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<QueryAnswer<T>> SendAsync<T>(
        HttpMethod method,
        Uri to,
        Query? query,
        ReadRow<T> read,
        string? affinity,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, to);
        if (affinity is not null)
        {
            request.Headers.TryAddWithoutValidation(Affinity, affinity);
        }

        var body = new ArrayBufferWriter<byte>();
        var bookmarks = _bookmarks.Latest;
        if (query is not null)
        {
            Write(body, query, bookmarks);
            request.Content = new ReadOnlyMemoryContent(body.WrittenMemory);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var answer = new QueryAnswer<T>(read);
        if (response.Content.Headers.ContentType?.MediaType is { } type && !type.EndsWith("json", StringComparison.Ordinal))
        {
            throw new Neo4jError(response.StatusCode, "", $"the answer is {type}");
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        await answer.ReadAsync(stream, response.StatusCode, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new Neo4jError(response.StatusCode, "", $"the answer is {(int)response.StatusCode}");
        }

        _hasAnswered = true;
        _bookmarks.Replace(bookmarks, answer.Bookmarks);
        answer.Affinity = response.Headers.TryGetValues(Affinity, out var values) ? values.First() : null;
        return answer;
    }

    public void Dispose() => _http.Dispose();

    static long ReadNumber(ref Utf8JsonReader row)
    {
        row.Begin();
        return row.NextLong();
    }

    async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await _retry.RunAsync(work, cancellation);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or Neo4jError
                || (exception is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            throw await _problems.ExplainAsync(exception, cancellation);
        }
    }

    static void Write(ArrayBufferWriter<byte> body, Query query, IReadOnlyList<string> bookmarks)
    {
        using var json = new Utf8JsonWriter(body, Options);
        json.WriteStartObject();
        json.WriteString("statement", query.Statement);
        if (query.IsRead)
        {
            json.WriteString("accessMode", "READ");
        }

        if (bookmarks.Count > 0)
        {
            json.WriteStartArray("bookmarks");
            foreach (var bookmark in bookmarks)
            {
                json.WriteStringValue(bookmark);
            }

            json.WriteEndArray();
        }

        if (query.Parameters is { } parameters)
        {
            json.WriteStartObject("parameters");
            parameters(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
