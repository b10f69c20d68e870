using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Fourth phase: what matching finds of the businesses that the import brought becomes claims of the import.</summary>
static class FoundMatches
{
    public static void Apply(
        SqliteConnection connection,
        int import,
        MatchFinder matching,
        BusinessEvents events,
        CancellationToken cancellation
    )
    {
        using var ids = new BusinessIds(connection);
        var arrived = events.Added.Select(ids.Of).ToHashSet();
        var found = matching(Shown(connection, ids, cancellation), arrived).ToList();

        using var entities = new EntityNumbers(connection);
        using var table = new MatchTable(connection, entities);
        var number = ClaimNumbers.Next(connection, "match_claim", import);
        for (var i = 0; i < found.Count; i++)
        {
            var (one, other, verdict, score, reason) = found[i];
            var position = new ClaimPosition(File: 0, Row: 0, Part: i);
            table.Write(number + i, new MatchClaim(position, one, other, verdict, IsByHand: false, score, reason));
        }
    }

    /// <summary>The businesses as they are shown so far: the groups of before, and what stands alone.</summary>
    static IEnumerable<Business> Shown(SqliteConnection connection, BusinessIds ids, CancellationToken cancellation)
    {
        using var row = connection.Prepare(SqliteNetworkReading.Businesses);
        while (row.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new Business(ids.Of(row.Long(0)), FactsJson.Read<BusinessFacts>(row.Bytes(2)), row.Bool(1));
        }
    }
}
