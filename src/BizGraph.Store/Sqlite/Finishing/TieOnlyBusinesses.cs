using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Third phase: a business that no row lists is shown for as long as a counting tie names it.</summary>
static class TieOnlyBusinesses
{
    const string Unlisted = """
        SELECT t.entity FROM touched t
        WHERE NOT EXISTS (SELECT 1 FROM business b WHERE b.entity = t.entity AND b.listed)
        ORDER BY t.entity
        """;

    // The same business may be written in several ways: the first in ordinal order stands.
    const string NameInTies = """
        SELECT min(e.text) FROM tie_end e
        WHERE e.entity = $0 AND (
            EXISTS (SELECT 1 FROM tie_claim c JOIN import i ON i.number = c.import
                    WHERE c.from_end = e.number AND i.state = 'finished')
            OR EXISTS (SELECT 1 FROM tie_claim c JOIN import i ON i.number = c.import
                    WHERE c.to_end = e.number AND i.state = 'finished'))
        """;

    public static ImportChanges Apply(SqliteConnection connection, ImportChanges changes, CancellationToken cancellation)
    {
        using var table = new BusinessTable(connection);
        using var name = connection.Prepare(NameInTies, 1);
        using var query = connection.Prepare(Unlisted, 0);
        using var reader = query.ExecuteReader();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var entity = reader.GetInt64(0);
            changes = name.With(entity).ExecuteScalar() is string text
                ? table.Show(entity, new BusinessFacts { Name = text }, isListed: false, changes)
                : table.Remove(entity, changes);
        }

        return changes;
    }
}
