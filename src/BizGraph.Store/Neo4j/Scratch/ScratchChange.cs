using BizGraph.Model;
using BizGraph.Store.Sqlite;
using BizGraph.Store.Sqlite.Finishing;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Neo4j.Scratch;

/// <summary>Imports that begin or cease to count in the scratch, inside a transaction that is dropped unless it is kept.</summary>
sealed class ScratchChange(
    SqliteConnection connection,
    SqliteConnection? before,
    ClaimWriter claims,
    WriteTransaction transaction,
    Action ended
) : IDisposable
{
    bool _isKept;

    /// <summary>Takes in an import that is on the server, without its claims.</summary>
    public void Add(ImportNode import)
    {
        ImportTable.Insert(connection, import.Plan, import.Started, import.Number);
        if (import.MatchRevision is { } revision)
        {
            connection.Run("INSERT INTO revision VALUES (?, ?)", import.Number, revision);
        }
    }

    /// <summary>Takes in claims of an import, the earliest first.</summary>
    /// <returns>How many there were.</returns>
    public int Add(int import, IEnumerable<Claim> said)
    {
        List<Claim> all = [.. said];
        claims.Write(import, all);
        return all.Count;
    }

    /// <summary>Makes an import count that counts on the server.</summary>
    /// <returns>Its order.</returns>
    public long Repeat(ImportNode import, CancellationToken cancellation)
    {
        Counting.Begin(
            connection,
            import.Number,
            new ImportReport(),
            new FinishOptions { MostRetired = 1 },
            import.Finished!.Value,
            cancellation
        );
        Order(import.Number, import.Order!.Value);
        return import.Order.Value;
    }

    /// <summary>Makes an import count for the first time.</summary>
    /// <returns>Its report.</returns>
    public ImportReport Finish(
        int import,
        (long Order, DateTimeOffset At) finished,
        ImportReport report,
        FinishOptions options,
        CancellationToken cancellation
    )
    {
        connection.Execute("DELETE FROM dirty_match");
        Counting.Begin(connection, import, report, options, finished.At, cancellation);
        Order(import, finished.Order);
        return FactsJson.Read<ImportReport>(
            connection.Rows("SELECT report FROM import WHERE number = ?", r => r.Text(0), import).Single()
        );
    }

    /// <summary>Makes an import count no more.</summary>
    public ImportChanges Undo(int import, MatchFinder? matching, CancellationToken cancellation)
    {
        connection.Execute("DELETE FROM dirty_match");
        return Counting.End(connection, import, matching, cancellation);
    }

    /// <summary>All claims of matches of the imports of which matching found or dropped some in the last finish or undo.</summary>
    public List<ChangedMatches> ChangedMatches()
    {
        using var ids = new BusinessIds(connection);
        return connection
            .Rows("SELECT import FROM dirty_match ORDER BY import", r => r.Int(0))
            .ConvertAll(import =>
            {
                connection.Run(
                    "INSERT INTO revision VALUES (?, 1) ON CONFLICT (import) DO UPDATE SET number = number + 1",
                    import
                );
                return new ChangedMatches(
                    import,
                    connection.Number("SELECT number FROM revision WHERE import = ?", import),
                    connection.Rows(
                        $"{MatchTable.Select} WHERE number BETWEEN ? AND ? ORDER BY number",
                        r => MatchTable.ClaimOf(r, ids),
                        ClaimNumbers.First(import),
                        ClaimNumbers.Last(import)
                    )
                );
            });
    }

    /// <summary>The imports that count now.</summary>
    public IReadOnlyCollection<int> CountingImports() => ImportTable.Counting(connection);

    /// <summary>Keeps the change.</summary>
    public void Keep()
    {
        transaction.Commit();
        _isKept = true;
    }

    /// <summary>What is shown otherwise than before it.</summary>
    public ShownDifference Difference() => new(connection, before);

    /// <summary>Everything that is shown, as if nothing had been before.</summary>
    public ShownDifference Everything()
    {
        connection.Execute(
            """
            INSERT OR REPLACE INTO dirty_business SELECT entity FROM business;
            INSERT OR REPLACE INTO dirty_pair SELECT DISTINCT a, b FROM tie;
            """
        );
        return new(connection, before: null);
    }

    public void Dispose()
    {
        transaction.Dispose();
        ended();
        if (!_isKept)
        {
            claims.Forget();
        }
    }

    void Order(int import, long order) => connection.Run("UPDATE import SET finish_order = ?2 WHERE number = ?1", import, order);
}

/// <summary>The claims of matches of an import after some of them changed.</summary>
/// <param name="Import">The import.</param>
/// <param name="Revision">How often they have changed.</param>
/// <param name="Claims">All of them.</param>
sealed record ChangedMatches(int Import, long Revision, List<MatchClaim> Claims);
