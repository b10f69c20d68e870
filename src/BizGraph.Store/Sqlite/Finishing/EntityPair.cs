namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Two entities as one number, the lesser first: comparing it is all that sorting claims by their businesses takes.</summary>
static class EntityPair
{
    /// <summary>The pair of the ends <c>f</c> and <c>t</c>; NULL while one of them fits several businesses.</summary>
    public const string Sql = "min(f.entity, t.entity) << 32 | max(f.entity, t.entity)";

    public static long Of(long a, long b) => (Math.Min(a, b) << 32) | Math.Max(a, b);

    public static (long Lesser, long Greater) Parts(long pair) => (pair >> 32, pair & uint.MaxValue);
}
