using System.Globalization;
using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The imports of a store file.</summary>
static class ImportTable
{
    /// <summary>Whether the import <c>i</c> counts.</summary>
    public const string Counts = """
        i.state = 'finished' AND NOT EXISTS (
            SELECT 1 FROM import r
            WHERE r.replaces AND r.state = 'finished' AND r.source = i.source AND r.finish_order > i.finish_order)
        """;

    /// <summary>The text that tells one plan from another: the same plan again is the same import.</summary>
    public static string PlanText(ImportPlan plan) =>
        FactsJson.Write(plan with { Files = [.. plan.Files.Select(f => f with { Name = "" })] });

    /// <summary>Begins an import, under the next number where it has none yet.</summary>
    public static int Insert(SqliteConnection connection, ImportPlan plan, DateTimeOffset now, int? ofNumber = null)
    {
        var number = (int)
            connection.Number(
                "INSERT INTO import (number, source, plan, all_new, replaces, state, started) VALUES (?, ?, ?, ?, ?, 'running', ?) RETURNING number",
                ofNumber,
                plan.Source,
                PlanText(plan),
                plan.AllNew,
                plan.ReplacesSource,
                Stamp(now)
            );
        for (var file = 0; file < plan.Files.Count; file++)
        {
            connection.Run(
                "INSERT INTO import_file VALUES (?, ?, ?, ?, ?)",
                number,
                file,
                plan.Files[file].Name,
                plan.Files[file].Sha256,
                plan.Files[file].Bytes
            );
        }

        return number;
    }

    /// <summary>The import of this plan that runs or counts, if there is one.</summary>
    public static ImportTicket? Find(SqliteConnection connection, ImportPlan plan) =>
        connection
            .Rows(
                """
                SELECT number, acknowledged_file, acknowledged_row, state = 'finished' FROM import
                WHERE plan = ?1 AND state <> 'undone' ORDER BY state = 'finished' DESC, number LIMIT 1
                """,
                r => new ImportTicket(r.Int(0), new ClaimPosition(r.Int(1), r.Long(2)), r.Bool(3)),
                PlanText(plan)
            )
            .SingleOrDefault();

    /// <summary>All imports, or the one of a number.</summary>
    public static List<Import> Read(SqliteConnection connection, string storePath, int? number = null)
    {
        // Files second: an import that begins in between is not among the imports, while one without its files could be.
        var imports = connection.Rows(
            """
            SELECT number, source, state, started, finished, version, report FROM import
            WHERE ?1 IS NULL OR number = ?1 ORDER BY number
            """,
            r => new Import
            {
                Number = r.Int(0),
                Source = r.Text(1),
                Files = [],
                State = StateOf(r.Text(2), storePath, r.Int(0)),
                Started = Time(r.Text(3)),
                Finished = r.TextOrNull(4) is { } finished ? Time(finished) : null,
                Version = r.LongOrNull(5),
                Report = r.TextOrNull(6) is { } report ? FactsJson.Read<ImportReport>(report) : null,
            },
            number
        );
        var files = connection
            .Rows(
                "SELECT import, name, sha256, bytes FROM import_file WHERE ?1 IS NULL OR import = ?1 ORDER BY import, file",
                r => (Import: r.Int(0), File: new ImportFile(r.Text(1), r.Text(2), r.Long(3))),
                number
            )
            .ToLookup(f => f.Import, f => f.File);
        return imports.ConvertAll(import => import with { Files = [.. files[import.Number]] });
    }

    /// <summary>Whose data an import is.</summary>
    public static string SourceOf(SqliteConnection connection, int import) =>
        connection.Rows("SELECT source FROM import WHERE number = $0", r => r.Text(0), import).Single();

    /// <summary>The imports that count: the finished ones, of a source with a full load that and the later ones.</summary>
    public static HashSet<int> Counting(SqliteConnection connection) =>
        [.. connection.Rows($"SELECT number FROM import i WHERE {Counts}", r => r.Int(0))];

    /// <summary>From now on the import counts, later than all others.</summary>
    public static void Finish(SqliteConnection connection, int import, DateTimeOffset now) =>
        connection.Run(
            """
            UPDATE import SET state = 'finished', finished = ?2,
                finish_order = (SELECT coalesce(max(finish_order), 0) + 1 FROM import)
            WHERE number = ?1
            """,
            import,
            Stamp(now)
        );

    /// <summary>Keeps what came of an import, and the version that it made or left.</summary>
    public static void Report(SqliteConnection connection, int import, ImportReport report) =>
        connection.Run(
            "UPDATE import SET report = ?2, version = (SELECT version FROM store) WHERE number = ?1",
            import,
            FactsJson.Write(report)
        );

    /// <summary>Drops an import that does not count, with its claims.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="import">Its number.</param>
    /// <param name="isNumberFree">Whether the number was told to nobody, and is given again if it is the last.</param>
    public static void Drop(SqliteConnection connection, int import, bool isNumberFree)
    {
        var names = UnusedNames.Before(connection, import);
        var (first, last) = (ClaimNumbers.First(import), ClaimNumbers.Last(import));
        connection.Run("DELETE FROM business_claim WHERE number BETWEEN ? AND ?", first, last);
        connection.Run("DELETE FROM tie_claim WHERE number BETWEEN ? AND ?", first, last);
        connection.Run("DELETE FROM match_claim WHERE number BETWEEN ? AND ?", first, last);
        connection.Run("DELETE FROM import WHERE number = ?", import);
        if (isNumberFree)
        {
            connection.Run("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'import' AND seq = ?", import);
        }

        names.Remove();
    }

    static string Stamp(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A time as it was written.</summary>
    public static DateTimeOffset Time(string stamp) => DateTimeOffset.Parse(stamp, CultureInfo.InvariantCulture);

    static ImportState StateOf(string state, string storePath, int number) =>
        state switch
        {
            "finished" => ImportState.Finished,
            "undone" => ImportState.Undone,
            _ => ImportLock.IsHeld(storePath, number) ? ImportState.Running : ImportState.Interrupted,
        };
}
