using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Makes an import count, or count no more, inside the transaction of the caller.</summary>
static class Counting
{
    /// <summary>From now on the import counts; its report is kept with what it changed.</summary>
    /// <exception cref="StoreException">It is a full load that would retire too much.</exception>
    public static void Begin(
        SqliteConnection connection,
        int import,
        ImportReport report,
        FinishOptions options,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var retiring = Retiring.Before(connection, import);
        var imports = AffectedImports.By(connection, import, () => ImportTable.Finish(connection, import, now));
        var changes = Show(connection, imports, options.Matching, cancellation);
        retiring?.ThrowIfMoreThan(options.MostRetired, changes);
        var held = HeldTies.Problems(connection, import);
        ImportTable.Report(
            connection,
            import,
            report with
            {
                Changes = changes,
                Problems = [.. report.Problems, .. held],
                ProblemCount = report.ProblemCount + changes.Held,
                ProblemCounts = HeldTies.Counted(report.ProblemCounts, changes.Held),
            }
        );
    }

    /// <summary>From now on the import counts no more.</summary>
    public static ImportChanges End(
        SqliteConnection connection,
        int import,
        MatchFinder? matching,
        CancellationToken cancellation
    ) =>
        Show(
            connection,
            AffectedImports.By(
                connection,
                import,
                () => connection.Run("UPDATE import SET state = 'undone' WHERE number = ?", import)
            ),
            matching,
            cancellation
        );

    static ImportChanges Show(
        SqliteConnection connection,
        AffectedImports imports,
        MatchFinder? matching,
        CancellationToken cancellation
    )
    {
        var changes = ConsolidationRun.Apply(connection, imports, matching, cancellation);
        if (changes.Any)
        {
            connection.Run("UPDATE store SET version = version + 1");
        }

        return changes;
    }
}
