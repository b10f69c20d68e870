namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Two entities as one number, the lesser first: comparing it is all that sorting claims by their businesses takes. An entity that is grouped with others stands for the head of its group.</summary>
/// <param name="hasGroups">Whether any entity is grouped; where none is, looking for groups is left out.</param>
sealed class EntityPair(bool hasGroups)
{
    const string FromIdOrName = "iif(f.number IS NULL, c.from_end >> 1, f.entity)";

    const string ToIdOrName = "iif(t.number IS NULL, c.to_end >> 1, t.entity)";

    /// <summary>The business of the end <c>f</c>.</summary>
    public string From { get; } = HeadOf("gf", "f.entity", hasGroups);

    /// <summary>The pair of the ends <c>f</c> and <c>t</c>; NULL while one of them fits several businesses.</summary>
    public string Sql { get; } = Of(HeadOf("gf", "f.entity", hasGroups), HeadOf("gt", "t.entity", hasGroups));

    /// <summary>The groups of the ends <c>f</c> and <c>t</c>, to be joined.</summary>
    public string Groups { get; } = Joined("f.entity", "t.entity", hasGroups);

    /// <summary>The business of the first end of the claim <c>c</c> where most ends are ids and <c>f</c> and <c>t</c> are the others, if they are.</summary>
    public string FromOfIds { get; } = HeadOf("gf", FromIdOrName, hasGroups);

    /// <summary>The pair, found in the same way.</summary>
    public string SqlOfIds { get; } = Of(HeadOf("gf", FromIdOrName, hasGroups), HeadOf("gt", ToIdOrName, hasGroups));

    /// <summary>The groups of those ends, to be joined.</summary>
    public string GroupsOfIds { get; } = Joined(FromIdOrName, ToIdOrName, hasGroups);

    public static long Of(long a, long b) => (Math.Min(a, b) << 32) | Math.Max(a, b);

    public static (long Lesser, long Greater) Parts(long pair) => (pair >> 32, pair & uint.MaxValue);

    static string Of(string from, string to) => $"min({from}, {to}) << 32 | max({from}, {to})";

    static string HeadOf(string group, string entity, bool hasGroups) => hasGroups ? $"coalesce({group}.head, {entity})" : entity;

    static string Joined(string from, string to, bool hasGroups) =>
        hasGroups ? $"LEFT JOIN grouped gf ON gf.entity = {from} LEFT JOIN grouped gt ON gt.entity = {to}" : "";
}
