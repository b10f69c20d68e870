using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Brings what is shown up to date after imports began or ceased to count; all inside one transaction.</summary>
/// <remarks>
/// Works on the keys that changed and streams over them in order, so memory does not grow with the import.
/// Each phase leaves what the next one must look at in temporary tables.
/// </remarks>
sealed class ConsolidationRun
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
        DROP TABLE IF EXISTS temp.ceased;
        DROP TABLE IF EXISTS temp.gone;
        DROP TABLE IF EXISTS temp.unmatched;
        DROP TABLE IF EXISTS temp.loosened;
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

    readonly SqliteConnection _connection;
    readonly AffectedImports _imports;
    readonly CancellationToken _cancellation;
    readonly Standings _standings;
    readonly BusinessEvents _events = new();
    ImportChanges _changes = new();
    bool _isAmbiguous;

    ConsolidationRun(SqliteConnection connection, AffectedImports imports, CancellationToken cancellation)
    {
        (_connection, _imports, _cancellation) = (connection, imports, cancellation);
        _standings = new Standings(connection);
    }

    /// <param name="connection">The store.</param>
    /// <param name="imports">The imports that began or ceased to count.</param>
    /// <param name="matching">Asked about the businesses that arrived or lost a match; null asks nobody.</param>
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
        var run = new ConsolidationRun(connection, imports, cancellation);
        run.ShowIds();
        var matched = matching is null ? [] : run.Match(matching);
        run.Merge(matched);
        run.ShowTies();
        run.CountWhatWaits();
        connection.Execute(Clean);
        return run._changes;
    }

    /// <summary>What each id by itself is shown as, and which one each end of a tie means.</summary>
    void ShowIds()
    {
        _changes = ShownBusinesses.Apply(_connection, _imports, _standings, _events, _changes, _cancellation);
        _isAmbiguous = ResolvedEnds.Apply(_connection, _imports, _standings, _cancellation);
        _changes = TieOnlyBusinesses.Apply(_connection, _events, _changes, _cancellation);
    }

    IReadOnlyCollection<long> Match(MatchFinder matching) =>
        FoundMatches.Apply(_connection, _standings, _imports.Main, matching, _events, _cancellation);

    /// <summary>Which ids are one business, and what that is shown as.</summary>
    void Merge(IReadOnlyCollection<long> matched)
    {
        if (_connection.Number("SELECT EXISTS (SELECT 1 FROM match_claim UNION ALL SELECT 1 FROM grouped)") == 0)
        {
            return;
        }

        var regrouped = MatchGroups.Apply(_connection, _standings, matched, _cancellation);
        _isAmbiguous |= ResolvedEnds.ApplyAgain(_connection, regrouped.Keys, _cancellation);
        var isUndo = !_standings.Counts(_imports.Main);
        _changes = MergedBusinesses.Apply(_connection, _standings, isUndo, regrouped, _events, _changes, _cancellation);
    }

    void ShowTies()
    {
        var pairs = new EntityPair(_connection.Number("SELECT EXISTS (SELECT 1 FROM grouped)") != 0);
        MovedClaims.Apply(_connection, pairs, _cancellation);
        foreach (var import in _imports.All.Where(import => _isAmbiguous && _standings.Counts(import)))
        {
            HeldTies.Hold(_connection, import);
        }

        _changes = ShownTies.Apply(_connection, _imports, pairs, _standings, _changes, _cancellation);
    }

    void CountWhatWaits()
    {
        _changes = _changes with
        {
            Held = HeldTies.Count(_connection, _imports.Main),
            Questions = _standings.Counts(_imports.Main) ? MatchTable.CountQuestions(_connection, _imports.Main) : 0,
        };
        foreach (var import in _imports.All.Where(import => !_standings.Counts(import)))
        {
            HeldTies.Forget(_connection, import);
        }
    }
}
