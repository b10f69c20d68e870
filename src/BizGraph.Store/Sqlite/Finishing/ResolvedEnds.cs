using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Second phase: which business each end of a tie means, for the ends that the import uses or whose business changed.</summary>
static class ResolvedEnds
{
    const string MarkDirty = """
        INSERT OR IGNORE INTO dirty_end
            SELECT e.number, e.entity FROM tie_end e JOIN
                (SELECT from_end AS number FROM tie_claim WHERE import = $0 UNION SELECT to_end FROM tie_claim WHERE import = $0) c
                ON c.number = e.number;
        INSERT OR IGNORE INTO dirty_end
            SELECT e.number, e.entity FROM renamed r CROSS JOIN tie_end e ON e.source = r.source AND e.name = r.name;
        INSERT OR IGNORE INTO dirty_end
            SELECT e.number, e.entity FROM relisted r CROSS JOIN tie_end e ON e.id_entity = r.entity;
        """;

    const string Dirty = """
        SELECT e.number, e.source, e.text, e.is_id, e.name, d.old, EXISTS (SELECT 1 FROM business b WHERE b.entity = e.id_entity AND b.listed)
        FROM dirty_end d CROSS JOIN tie_end e ON e.number = d.number
        ORDER BY d.number
        """;

    // Every pair that a claim joins or joined: all claims of the import, and those of others whose end moved.
    const string MarkPairs = """
        INSERT OR IGNORE INTO touched SELECT entity FROM relisted;
        INSERT OR IGNORE INTO touched SELECT old FROM dirty_end WHERE old IS NOT NULL;
        INSERT OR IGNORE INTO touched
            SELECT e.entity FROM dirty_end d CROSS JOIN tie_end e ON e.number = d.number WHERE e.entity IS NOT NULL;
        INSERT OR IGNORE INTO dirty_pair
            SELECT min(f.entity, t.entity), max(f.entity, t.entity)
            FROM tie_claim c JOIN tie_end f ON f.number = c.from_end JOIN tie_end t ON t.number = c.to_end
            WHERE c.import = $0 AND f.entity IS NOT NULL AND t.entity IS NOT NULL;
        DELETE FROM dirty_end WHERE old IS (SELECT entity FROM tie_end e WHERE e.number = dirty_end.number);
        INSERT OR IGNORE INTO dirty_pair
            WITH moved AS (
                SELECT c.import, c.file, c.row, c.part, c.from_end, c.to_end
                FROM dirty_end d CROSS JOIN tie_claim c ON c.from_end = d.number
                UNION ALL
                SELECT c.import, c.file, c.row, c.part, c.from_end, c.to_end
                FROM dirty_end d CROSS JOIN tie_claim c ON c.to_end = d.number
            ), ends AS (
                SELECT f.entity AS f_new, iif(df.number IS NULL, f.entity, df.old) AS f_old,
                       t.entity AS t_new, iif(dt.number IS NULL, t.entity, dt.old) AS t_old
                FROM moved m
                CROSS JOIN tie_end f ON f.number = m.from_end
                CROSS JOIN tie_end t ON t.number = m.to_end
                LEFT JOIN dirty_end df ON df.number = m.from_end
                LEFT JOIN dirty_end dt ON dt.number = m.to_end
            )
            SELECT min(f_old, t_old), max(f_old, t_old) FROM ends WHERE f_old IS NOT NULL AND t_old IS NOT NULL
            UNION ALL
            SELECT min(f_new, t_new), max(f_new, t_new) FROM ends WHERE f_new IS NOT NULL AND t_new IS NOT NULL;
        """;

    public static void Apply(SqliteConnection connection, int import, CancellationToken cancellation)
    {
        connection.Run(MarkDirty, import);
        using var writer = new EntityNumbers(connection);
        using var named = connection.Prepare(
            "SELECT e.id FROM alias a JOIN entity e ON e.number = a.entity WHERE a.source = $0 AND a.name = $1 LIMIT 2",
            2
        );
        using var move = connection.Prepare("UPDATE tie_end SET entity = $1 WHERE number = $0", 2);
        using var query = connection.Prepare(Dirty, 0);
        using var reader = query.ExecuteReader();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var source = reader.GetString(1);
            var end = new RelationshipEnd(reader.GetString(2), reader.GetBoolean(3));
            var business = Consolidation.Resolve(source, end, reader.GetBoolean(6), Named(named, source, reader.GetString(4)));
            long? entity = business is { } id ? writer.Of(id) : null;
            if (entity != reader.Long(5))
            {
                move.With(reader.GetInt64(0), entity).ExecuteNonQuery();
            }
        }

        connection.Run(MarkPairs, import);
    }

    static List<BusinessId> Named(SqliteCommand named, string source, string name)
    {
        using var reader = named.With(source, name).ExecuteReader();
        var businesses = new List<BusinessId>(2);
        while (reader.Read())
        {
            businesses.Add(new BusinessId(reader.GetString(0)));
        }

        return businesses;
    }
}
