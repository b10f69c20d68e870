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
        SELECT min(text) FROM (
            SELECT text FROM tie_end WHERE number BETWEEN ?1 * 2 AND ?1 * 2 + 1 AND entity = ?1 AND uses > 0
            UNION ALL
            SELECT text FROM tie_end WHERE entity = ?1 AND entity <> number >> 1 AND uses > 0)
        """;

    public static ImportChanges Apply(
        SqliteConnection connection,
        BusinessEvents events,
        ImportChanges changes,
        CancellationToken cancellation
    )
    {
        using var table = new BusinessTable(connection, events);
        using var name = connection.Prepare(NameInTies);
        using var unlisted = connection.Prepare(Unlisted);
        while (unlisted.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var entity = unlisted.Long(0);
            name.Bind(entity).Read();
            var text = name.TextOrNull(0);
            name.Reset();
            changes = text is null ? table.Remove(entity, changes) : table.Show(entity, table.Find(entity), RowOf(text), changes);
        }

        return changes;
    }

    static BusinessRow RowOf(string name) =>
        new(IsListed: false, Claims: [], Names: [], FactsJson.Write(new BusinessFacts { Name = name }));
}
