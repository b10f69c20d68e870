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
    const string Clean = """
        DROP TABLE IF EXISTS temp.relisted;
        DROP TABLE IF EXISTS temp.dirty_end;
        DROP TABLE IF EXISTS temp.otherwise;
        DROP TABLE IF EXISTS temp.moved_end;
        DROP TABLE IF EXISTS temp.touched;
        DROP TABLE IF EXISTS temp.moved_claim;
        DROP TABLE IF EXISTS temp.lost_pair;
        """;

    const string Dirt = """
        -- Businesses that became listed or ceased to be.
        CREATE TEMP TABLE relisted (entity INTEGER PRIMARY KEY);
        -- Ends of counting claims to resolve anew, because a name or listing changed.
        CREATE TEMP TABLE dirty_end (number INTEGER PRIMARY KEY);
        -- Ends of the import that mean another business than their text does as an id; null where they fit several.
        CREATE TEMP TABLE otherwise (number INTEGER PRIMARY KEY, entity INTEGER);
        -- Ends of counting claims that mean another business now, with the one that they meant before.
        CREATE TEMP TABLE moved_end (number INTEGER PRIMARY KEY, old INTEGER);
        -- Businesses that ties alone may name now, or no longer.
        CREATE TEMP TABLE touched (entity INTEGER PRIMARY KEY);
        -- Claims that join another pair of businesses now than before.
        CREATE TEMP TABLE moved_claim (claim INTEGER PRIMARY KEY);
        -- Pairs of businesses that a claim joined and joins no more.
        CREATE TEMP TABLE lost_pair (pair INTEGER PRIMARY KEY);
        """;

    public static ImportChanges Apply(SqliteConnection connection, int import, CancellationToken cancellation)
    {
        connection.Execute(Clean + Dirt);
        var standings = new Standings(connection);
        var changes = new ImportChanges();
        changes = ShownBusinesses.Apply(connection, import, standings, changes, cancellation);
        var isAmbiguous = ResolvedEnds.Apply(connection, import, standings.Counts(import), cancellation);
        MovedClaims.Apply(connection, cancellation);
        if (isAmbiguous)
        {
            HeldTies.Hold(connection, import);
        }

        changes = TieOnlyBusinesses.Apply(connection, changes, cancellation);
        changes = ShownTies.Apply(connection, import, standings, changes, cancellation);
        changes = changes with { Held = HeldTies.Count(connection, import) };
        if (!standings.Counts(import))
        {
            HeldTies.Forget(connection, import);
        }

        connection.Execute(Clean);
        return changes;
    }
}
