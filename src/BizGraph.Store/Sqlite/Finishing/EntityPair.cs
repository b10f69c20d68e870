namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Two entities as one number, the lesser first: comparing it is all that sorting claims by their businesses takes.</summary>
static class EntityPair
{
    /// <summary>The pair of the ends <c>f</c> and <c>t</c>; NULL while one of them fits several businesses.</summary>
    public const string Sql = "min(f.entity, t.entity) << 32 | max(f.entity, t.entity)";

    /// <summary>The same of the claim <c>c</c> where most ends are ids and <c>f</c> and <c>t</c> are the others, if they are.</summary>
    public const string SqlOfIds = $"min({FromOfIds}, {ToOfIds}) << 32 | max({FromOfIds}, {ToOfIds})";

    /// <summary>The business of the first end, found in the same way.</summary>
    public const string FromOfIds = "iif(f.number IS NULL, c.from_end >> 1, f.entity)";

    const string ToOfIds = "iif(t.number IS NULL, c.to_end >> 1, t.entity)";

    public static long Of(long a, long b) => (Math.Min(a, b) << 32) | Math.Max(a, b);

    public static (long Lesser, long Greater) Parts(long pair) => (pair >> 32, pair & uint.MaxValue);
}
