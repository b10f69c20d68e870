using System.Security.Cryptography.X509Certificates;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j;

/// <summary>Where a Neo4j database is, and who asks. The password is never part of a text.</summary>
sealed record Neo4jAddress
{
    /// <summary>What <c>--store</c> calls a database that the environment names.</summary>
    public const string Plain = "neo4j";

    const string FilePrefix = "neo4j:";
    const string AuraHosts = ".databases.neo4j.io";
    const string Expected =
        "expected neo4j+http://HOST:7474/DATABASE, neo4j+https://HOST:7473/DATABASE, neo4j (with NEO4J_URI), or neo4j:FILE with those settings";

    /// <summary>The server, such as <c>https://host:7473</c>.</summary>
    public required Uri Server { get; init; }

    /// <summary>The database's name.</summary>
    public required string Database { get; init; }

    /// <summary>Put before each label, so that several networks, or other data of the same words, can share a database. Empty by default.</summary>
    public required string LabelPrefix { get; init; }

    /// <summary>The authorities whose certificates are trusted; null for those that the machine trusts.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    public required string User { get; init; }

    public required string Password { private get; init; }

    /// <summary>The value of the Authorization header.</summary>
    public string Basic => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{User}:{Password}"));

    public override string ToString() => $"{Server.GetLeftPart(UriPartial.Authority)}/{Database}";

    /// <summary>Whether <c>--store</c> means a Neo4j database.</summary>
    public static bool IsOne(string store) =>
        store == Plain
        || store.StartsWith(FilePrefix, StringComparison.Ordinal)
        || store.StartsWith("neo4j+", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads an address.</summary>
    /// <param name="store">What <c>--store</c> says.</param>
    /// <param name="environment">The value of an environment variable; null or empty where it is not set.</param>
    /// <exception cref="StoreException">It is none, it holds a password, or none is known.</exception>
    public static Neo4jAddress Of(string store, Func<string, string?> environment)
    {
        var settings = environment;
        if (store.StartsWith(FilePrefix, StringComparison.Ordinal) && !store.Contains("://", StringComparison.Ordinal))
        {
            settings = Neo4jSettingsFile.Read(store[FilePrefix.Length..], environment);
        }

        string? Setting(string name) => settings(name) is { Length: > 0 } value ? value : null;
        var isNamed = store.Contains("://", StringComparison.Ordinal);
        var text = isNamed
            ? store
            : Setting("NEO4J_URI")
                ?? throw Refusal("--store neo4j needs NEO4J_URI, such as http://localhost:7474; it is not set.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw Refusal($"'{WithoutUser(text)}' is no address of a Neo4j database; {Expected}.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw Refusal(
                "A store's address must not hold a user or a password, since others can read command lines; set NEO4J_USERNAME and NEO4J_PASSWORD instead."
            );
        }

        return new Neo4jAddress
        {
            Server = ServerOf(uri),
            Database = uri.AbsolutePath.Trim('/') is { Length: > 0 } path
                ? Uri.UnescapeDataString(path)
                : Setting("NEO4J_DATABASE") ?? "neo4j",
            LabelPrefix = PrefixOf(uri.Query),
            Authorities = Setting(AuthorityFile.Setting) is { } file ? AuthorityFile.Read(file) : null,
            User = Setting("NEO4J_USERNAME") ?? "neo4j",
            Password =
                Setting("NEO4J_PASSWORD")
                ?? throw Refusal(
                    $"The password of {uri.Host} is not known; set NEO4J_PASSWORD (and NEO4J_USERNAME, unless it is neo4j)."
                ),
        };
    }

    static Uri ServerOf(Uri uri)
    {
        var isAura = uri.Host.EndsWith(AuraHosts, StringComparison.OrdinalIgnoreCase);
        return uri.Scheme switch
        {
            "http" or "neo4j+http" => Server("http", uri.Port > 0 ? uri.Port : 7474),
            "https" or "neo4j+https" => Server("https", uri.Port > 0 ? uri.Port : 7473),
            // The port of a Bolt address is Bolt's; what is asked here is HTTP.
            "neo4j+s" or "bolt+s" => Server("https", isAura ? 443 : 7473),
            "neo4j" or "bolt" => Server("http", 7474),
            "neo4j+ssc" or "bolt+ssc" => throw Refusal(
                $"'{uri.Scheme}' means a certificate that nobody vouches for; BizGraph verifies certificates. Use neo4j+https:// with one that this machine trusts."
            ),
            _ => throw Refusal($"'{uri.Scheme}://' is no address of a Neo4j database; {Expected}."),
        };

        Uri Server(string scheme, int port) => new UriBuilder(scheme, uri.Host, port).Uri;
    }

    static string PrefixOf(string query)
    {
        const string Name = "?prefix=";
        if (query.Length == 0)
        {
            return "";
        }

        var prefix = query.StartsWith(Name, StringComparison.Ordinal) ? query[Name.Length..] : "";
        return prefix.Length is > 0 and <= 40 && char.IsAsciiLetterUpper(prefix[0]) && prefix.All(char.IsAsciiLetterOrDigit)
            ? prefix
            : throw Refusal(
                $"'{query}' is not understood; after the database only ?prefix=Word may follow: a capital and then letters or digits, 40 at most."
            );
    }

    static string WithoutUser(string text) => text.LastIndexOf('@') is > 0 and var at ? text[(at + 1)..] : text;

    static StoreException Refusal(string message) => new(message) { IsRefusal = true };
}
