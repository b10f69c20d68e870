using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Brings what is shown up to date after imports began or ceased to count; all inside one transaction.</summary>
/// <remarks>
/// Works on the keys that changed and streams over them in order, so memory does not grow with the import.
/// Each phase leaves what the next one must look at in temporary tables.
/// </remarks>
static class ConsolidationRun
{
    const string Clean = """
        DROP TABLE IF EXISTS temp.affected;
        DROP TABLE IF EXISTS temp.relisted;
        DROP TABLE IF EXISTS temp.dirty_end;
        DROP TABLE IF EXISTS temp.otherwise;
        DROP TABLE IF EXISTS temp.moved_end;
        DROP TABLE IF EXISTS temp.touched;
        DROP TABLE IF EXISTS temp.moved_claim;
        DROP TABLE IF EXISTS temp.lost_pair;
        DROP TABLE IF EXISTS temp.regrouped;
        """;

    const string Dirt = """
        -- The imports that began or ceased to count, as ranges of claims.
        CREATE TEMP TABLE affected (first INTEGER PRIMARY KEY, last INTEGER NOT NULL);
        -- Businesses that became listed or ceased to be.
        CREATE TEMP TABLE relisted (entity INTEGER PRIMARY KEY);
        -- Ends of counting claims to resolve anew, because a name or listing changed.
        CREATE TEMP TABLE dirty_end (number INTEGER PRIMARY KEY);
        -- Ends of these imports that mean another business than their text does as an id; null where they fit several.
        CREATE TEMP TABLE otherwise (number INTEGER PRIMARY KEY, entity INTEGER);
        -- Ends of counting claims that mean another business now, with the one that they meant before.
        CREATE TEMP TABLE moved_end (number INTEGER PRIMARY KEY, old INTEGER);
        -- Businesses that ties alone may name now, or no longer.
        CREATE TEMP TABLE touched (entity INTEGER PRIMARY KEY);
        -- Claims that join another pair of businesses now than before.
        CREATE TEMP TABLE moved_claim (claim INTEGER PRIMARY KEY);
        -- Pairs of businesses that a claim joined and joins no more.
        CREATE TEMP TABLE lost_pair (pair INTEGER PRIMARY KEY);
        -- Entities that stand under another head now, with the one that they stood under.
        CREATE TEMP TABLE regrouped (entity INTEGER PRIMARY KEY, old_head INTEGER NOT NULL);
        """;

    /// <param name="connection">The store.</param>
    /// <param name="imports">The imports that began or ceased to count.</param>
    /// <param name="matching">Asked about the businesses that it brought; null asks nobody.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ImportChanges Apply(
        SqliteConnection connection,
        AffectedImports imports,
        MatchFinder? matching,
        CancellationToken cancellation
    )
    {
        connection.Execute(Clean + Dirt);
        imports.Write(connection);
        var standings = new Standings(connection);
        var events = new BusinessEvents();
        var changes = new ImportChanges();
        changes = ShownBusinesses.Apply(connection, imports, standings, events, changes, cancellation);
        var isAmbiguous = ResolvedEnds.Apply(connection, imports, standings, cancellation);
        changes = TieOnlyBusinesses.Apply(connection, events, changes, cancellation);
        if (matching is not null && events.Added.Count > 0)
        {
            FoundMatches.Apply(connection, imports.Main, matching, events, cancellation);
        }

        if (connection.Number("SELECT EXISTS (SELECT 1 FROM match_claim)") != 0)
        {
            var regrouped = MatchGroups.Apply(connection, standings, cancellation);
            isAmbiguous |= ResolvedEnds.ApplyAgain(connection, regrouped.Keys, cancellation);
            changes = MergedBusinesses.Apply(
                connection,
                standings,
                isUndo: !standings.Counts(imports.Main),
                regrouped,
                events,
                changes,
                cancellation
            );
        }

        var pairs = new EntityPair(connection.Number("SELECT EXISTS (SELECT 1 FROM grouped)") != 0);
        MovedClaims.Apply(connection, pairs, cancellation);
        foreach (var import in imports.All.Where(import => isAmbiguous && standings.Counts(import)))
        {
            HeldTies.Hold(connection, import);
        }

        changes = ShownTies.Apply(connection, imports, pairs, standings, changes, cancellation);
        changes = changes with
        {
            Held = HeldTies.Count(connection, imports.Main),
            Questions = standings.Counts(imports.Main) ? CountQuestions(connection, imports.Main) : 0,
        };
        foreach (var import in imports.All.Where(import => !standings.Counts(import)))
        {
            HeldTies.Forget(connection, import);
        }

        connection.Execute(Clean);
        return changes;
    }

    static long CountQuestions(SqliteConnection connection, int import) =>
        connection.Number(
            "SELECT count(*) FROM match_claim WHERE number BETWEEN ? AND ? AND verdict = ?",
            ClaimNumbers.First(import),
            ClaimNumbers.Last(import),
            (long)MatchVerdict.Unsure
        );
}
