using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Brings what is shown up to date after one import began or ceased to count; all inside one transaction.</summary>
/// <remarks>
/// Works on the keys that changed and streams over them in order, so memory does not grow with the import.
/// Each phase leaves what the next one must look at in temporary tables.
/// </remarks>
static class ConsolidationRun
{
    const string Dirt = """
        DROP TABLE IF EXISTS temp.relisted;
        DROP TABLE IF EXISTS temp.renamed;
        DROP TABLE IF EXISTS temp.dirty_end;
        DROP TABLE IF EXISTS temp.touched;
        DROP TABLE IF EXISTS temp.dirty_pair;
        -- Businesses that became listed or ceased to be.
        CREATE TEMP TABLE relisted (entity INTEGER PRIMARY KEY);
        -- Names that came to a business or went from it.
        CREATE TEMP TABLE renamed (source TEXT, name TEXT, PRIMARY KEY (source, name)) WITHOUT ROWID;
        -- Ends to resolve anew, with the entity they meant before.
        CREATE TEMP TABLE dirty_end (number INTEGER PRIMARY KEY, old INTEGER);
        -- Businesses that ties alone may name now, or no longer.
        CREATE TEMP TABLE touched (entity INTEGER PRIMARY KEY);
        -- Pairs of businesses, the lesser number first, whose ties may have changed.
        CREATE TEMP TABLE dirty_pair (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
        """;

    public static ImportChanges Apply(SqliteConnection connection, int import, CancellationToken cancellation)
    {
        connection.Run(Dirt);
        var standings = ImportTable.Standings(connection);
        var changes = new ImportChanges();
        changes = ShownBusinesses.Apply(connection, import, standings, changes, cancellation);
        ResolvedEnds.Apply(connection, import, cancellation);
        changes = TieOnlyBusinesses.Apply(connection, changes, cancellation);
        changes = ShownTies.Apply(connection, import, standings, changes, cancellation);
        connection.Run(Dirt[..Dirt.IndexOf("--", StringComparison.Ordinal)]);
        return changes with { Held = HeldTies.Count(connection, import) };
    }
}
