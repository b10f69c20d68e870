using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>First phase: the businesses that the import lists, and the names under which ties find them.</summary>
static class ShownBusinesses
{
    const string Claims = """
        SELECT d.entity, e.id, c.import, c.file, c.row, c.part, c.said, i.source
        FROM (SELECT DISTINCT entity FROM business_claim WHERE import = $0) d
        CROSS JOIN entity e ON e.number = d.entity
        CROSS JOIN business_claim c ON c.entity = d.entity
        CROSS JOIN import i ON i.number = c.import
        ORDER BY d.entity
        """;

    public static ImportChanges Apply(
        SqliteConnection connection,
        int import,
        Dictionary<(int, int), ClaimStanding> standings,
        ImportChanges changes,
        CancellationToken cancellation
    )
    {
        using var table = new BusinessTable(connection);
        using var aliases = new AliasTable(connection);
        using var query = connection.Prepare(Claims, 1).With(import);
        using var reader = query.ExecuteReader();
        var more = reader.Read();
        while (more)
        {
            cancellation.ThrowIfCancellationRequested();
            var entity = reader.GetInt64(0);
            var id = new BusinessId(reader.GetString(1));
            var claims = new List<CountingClaim<BusinessClaim>>();
            var source = reader.GetString(7);
            do
            {
                if (standings.TryGetValue((reader.GetInt32(2), reader.GetInt32(3)), out var standing))
                {
                    claims.Add(new(ClaimOf(reader, id), standing));
                }

                more = reader.Read();
            } while (more && reader.GetInt64(0) == entity);

            var shown = Consolidation.Business(id, claims);
            if (shown is null)
            {
                table.Unlist(entity);
            }
            else
            {
                changes = table.Show(entity, shown.Business.Facts, isListed: true, changes);
            }

            aliases.Replace(source, entity, shown?.Aliases ?? []);
        }

        return changes;
    }

    static BusinessClaim ClaimOf(SqliteDataReader reader, BusinessId id) =>
        new(
            new ClaimPosition(reader.GetInt32(3), reader.GetInt64(4), reader.GetInt32(5)),
            id,
            FactsJson.Read<BusinessFacts>(reader.GetString(6))
        );
}
