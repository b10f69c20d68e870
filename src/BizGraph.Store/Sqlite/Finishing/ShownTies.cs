using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Last phase: the ties between each pair of businesses that a claim joins or joined.</summary>
static class ShownTies
{
    // The cross joins keep the order of dirty_pair, so all claims of a pair come together without sorting.
    const string Claims = $"""
        SELECT d.a, d.b, o.turned, c.import, c.file, c.row, c.part, c.is_event, c.event_date, c.document,
            c.type, c.kind, c.currency, c.directed, c.weight, c.amount, c.since, c.until, c.ended, c.confidence, c.more
        FROM dirty_pair d
        CROSS JOIN (SELECT 0 AS turned UNION ALL SELECT 1) o
        CROSS JOIN tie_end f ON f.entity = iif(o.turned, d.b, d.a)
        CROSS JOIN tie_end t ON t.entity = iif(o.turned, d.a, d.b)
        CROSS JOIN tie_claim c ON c.from_end = f.number AND c.to_end = t.number
        WHERE NOT (o.turned AND d.a = d.b)
        ORDER BY d.a, d.b
        """;

    const int FirstFact = 10;

    public static ImportChanges Apply(
        SqliteConnection connection,
        int import,
        Dictionary<(int, int), ClaimStanding> standings,
        ImportChanges changes,
        CancellationToken cancellation
    )
    {
        using var table = new TieTable(connection);
        using var ids = connection.Prepare("SELECT id FROM entity WHERE number = $0", 1);
        using var pairs = connection.Prepare("SELECT a, b FROM dirty_pair ORDER BY a, b", 0);
        using var query = connection.Prepare(Claims, 0);
        using var pair = pairs.ExecuteReader();
        using var claim = query.ExecuteReader();
        var more = claim.Read();
        while (pair.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var (a, b) = (pair.GetInt64(0), pair.GetInt64(1));
            var (idA, idB) = (IdOf(ids, a), IdOf(ids, b));
            var claims = new List<ResolvedRelationshipClaim>();
            for (; more && claim.GetInt64(0) == a && claim.GetInt64(1) == b; more = claim.Read())
            {
                if (standings.TryGetValue((claim.GetInt32(3), claim.GetInt32(4)), out var standing))
                {
                    var turned = claim.GetBoolean(2);
                    claims.Add(new(ClaimOf(claim), standing, turned ? idB : idA, turned ? idA : idB));
                }
            }

            var consolidated = Consolidation.Relationships(claims);
            changes = table.Replace(a, b, idA, consolidated.Shown, Counted(changes, consolidated, claims, import));
        }

        return changes;
    }

    static ImportChanges Counted(
        ImportChanges changes,
        ConsolidatedRelationships consolidated,
        List<ResolvedRelationshipClaim> claims,
        int import
    ) =>
        changes with
        {
            KnownAlready = changes.KnownAlready + consolidated.Known.Count(c => c.Standing.Import == import),
            Repeated = changes.Repeated + consolidated.Repeated.Count(c => c.Standing.Import == import),
            SelfTies = changes.SelfTies + claims.Count(c => c.From == c.To && c.Standing.Import == import),
        };

    static BusinessId IdOf(SqliteCommand ids, long entity) => new((string)ids.With(entity).ExecuteScalar()!);

    // The ends as written are not needed any more: they are resolved.
    static RelationshipClaim ClaimOf(SqliteDataReader reader) =>
        new(
            new ClaimPosition(reader.GetInt32(4), reader.GetInt64(5), reader.GetInt32(6)),
            default,
            default,
            RelationshipColumns.Read(reader, FirstFact).ToFacts(),
            reader.GetBoolean(7)
                ? new RelationshipEvent(reader.Long(8) is { } day ? DateOnly.FromDayNumber((int)day) : null, reader.Text(9))
                : null
        );
}
