using BizGraph.Model;

namespace BizGraph.Store.Neo4j;

/// <summary>The labels and types that the store uses in the database; it touches nothing else.</summary>
sealed class GraphNames(string prefix)
{
    /// <summary>A business to the network that it belongs to.</summary>
    public const string MemberOf = "MEMBER_OF";

    /// <summary>What is shown of a business.</summary>
    public string Business { get; } = prefix + "Business";

    /// <summary>A network that businesses belong to.</summary>
    public string Network { get; } = prefix + "Network";

    /// <summary>An import.</summary>
    public string Import { get; } = prefix + "Import";

    /// <summary>Claims of an import that were acknowledged together, as JSON text.</summary>
    public string Batch { get; } = prefix + "ImportBatch";

    /// <summary>The one node that says the version, and who is changing what is shown.</summary>
    public string Store { get; } = prefix + "BizGraphStore";

    /// <summary>An entry of the log of records.</summary>
    public string Record { get; } = prefix + "BizGraphRecord";

    /// <summary>The types of ties, as a pattern takes them.</summary>
    public static string AnyTie { get; } = string.Join('|', RelationshipTypes.All.Select(TypeOf));

    /// <summary>The relationship type of a tie.</summary>
    public static string TypeOf(RelationshipType type) => type.ToString().ToUpperInvariant();

    /// <summary>What finds nodes fast and keeps them single. The constraints hold at once; nothing waits for the indexes, without which it is slower and no less right.</summary>
    public IEnumerable<string> Schema =>
        [
            Unique(Store, "only"),
            Unique(Business, "id"),
            Unique(Network, "name"),
            Unique(Import, "number"),
            Unique(Batch, "import, n.seq"),
            Unique(Record, "number"),
            Index(Business, "name"),
            Index(Import, "planHash"),
            Index(Record, "kind, n.key"),
        ];

    static string Unique(string label, string property) =>
        $"CREATE CONSTRAINT {label}_{Name(property)} IF NOT EXISTS FOR (n:{label}) REQUIRE (n.{property}) IS UNIQUE";

    static string Index(string label, string property) =>
        $"CREATE INDEX {label}_{Name(property)} IF NOT EXISTS FOR (n:{label}) ON (n.{property})";

    static string Name(string property) => property.Replace(", n.", "_", StringComparison.Ordinal);
}
