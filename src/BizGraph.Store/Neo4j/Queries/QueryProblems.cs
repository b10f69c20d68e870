using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j.Queries;

/// <summary>Says in one sentence what is wrong with a server, and what to do. No sentence holds a password or a parameter.</summary>
sealed class QueryProblems(Neo4jAddress address, HttpClient http)
{
    static readonly Version Oldest = new(5, 26);

    public async Task<StoreException> ExplainAsync(Exception exception, CancellationToken cancellation) =>
        exception switch
        {
            Neo4jError { Status: HttpStatusCode.NotFound } error
                when error.Code is not "Neo.ClientError.Database.DatabaseNotFound" => new StoreException(
                await WithoutQueryApiAsync(cancellation),
                exception
            ),
            Neo4jError error => new StoreException(Explain(error), exception),
            HttpRequestException { InnerException: AuthenticationException tls } => new StoreException(
                ExplainTls(tls),
                exception
            ),
            OperationCanceledException => new StoreException(
                $"{address} took too long to answer; try again when it has less to do.",
                exception
            ),
            _ => new StoreException(
                $"{address} cannot be reached ({exception.GetBaseException().Message}); is Neo4j running there, and is its HTTP connector on?",
                exception
            ),
        };

    string ExplainTls(AuthenticationException exception) =>
        exception.Message.Contains("chain", StringComparison.OrdinalIgnoreCase)
            ? $"The certificate of {address} cannot be trusted ({exception.Message}); add its authority to those that this machine trusts, or name the authority's certificate with {AuthorityFile.Setting}."
        : exception.Message.Contains("NameMismatch", StringComparison.Ordinal)
            ? $"The certificate of {address} is for another name than {address.Server.Host}; use the name that it is for."
        : $"{address} does not answer in TLS as it should ({exception.Message}); is that the address of its HTTPS connector (port 7473)?";

    string Explain(Neo4jError error) =>
        error.Code switch
        {
            "Neo.ClientError.Security.Unauthorized" =>
                $"{address} does not accept the user '{address.User}' with this password; set NEO4J_USERNAME and NEO4J_PASSWORD.",
            "Neo.ClientError.Security.CredentialsExpired" =>
                $"{address} still has its first password, which must be changed before anything else; change it in Neo4j Browser, then set NEO4J_PASSWORD.",
            "Neo.ClientError.Security.AuthenticationRateLimit" =>
                $"{address} lets '{address.User}' wait after too many wrong passwords; set NEO4J_PASSWORD and try again in a minute.",
            "Neo.ClientError.Security.Forbidden" =>
                $"The user '{address.User}' may not do this in {address}: it must be able to read, write and make constraints.",
            "Neo.ClientError.Database.DatabaseNotFound" =>
                $"There is no database '{address.Database}' in {address.Server.GetLeftPart(UriPartial.Authority)}; name one after the address, such as /neo4j, or set NEO4J_DATABASE.",
            "" => $"{address} answered, but not as Neo4j does: {error.Message}. Is that the address of its HTTP connector?",
            _ when error.IsTooLarge =>
                $"{address} has too little memory for this; raise server.memory.heap.max_size in its neo4j.conf.",
            _ when error.IsTransient => $"{address} is too busy or not ready ({error.Code}: {error.Message}); try again later.",
            _ => $"{address} declined ({error.Code}: {error.Message})",
        };

    /// <summary>Says that the server is too old, where it is.</summary>
    public async Task<StoreException?> TooOldAsync(CancellationToken cancellation) =>
        await VersionAsync(cancellation) is { } version && IsTooOld(version) ? new StoreException(TooOld(version)) : null;

    static bool IsTooOld(string version) =>
        Version.TryParse(string.Join('.', version.Split('.', '-').Take(2)), out var number) && number < Oldest;

    string TooOld(string version) => $"{address} is Neo4j {version}, which is too old: BizGraph needs {Oldest} or later.";

    async Task<string> WithoutQueryApiAsync(CancellationToken cancellation)
    {
        var version = await VersionAsync(cancellation);
        return version is null ? $"{address} is no Neo4j server; is that the address of its HTTP connector (port 7474 or 7473)?"
            : IsTooOld(version) ? TooOld(version)
            : $"The Query API of {address} (Neo4j {version}) is off; add QUERY_API_ENDPOINTS to server.http_enabled_modules in its neo4j.conf.";
    }

    async Task<string?> VersionAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative), cancellation);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
            return json.RootElement.TryGetProperty("neo4j_version", out var version) ? version.GetString() : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }
}
