using System.Globalization;
using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The imports of a store file.</summary>
static class ImportTable
{
    /// <summary>The text that tells one plan from another: the same plan again is the same import.</summary>
    public static string PlanText(ImportPlan plan) =>
        FactsJson.Write(plan with { Files = [.. plan.Files.Select(f => f with { Name = "" })] });

    public static int Insert(SqliteConnection connection, ImportPlan plan, DateTimeOffset now)
    {
        var number = (int)
            connection.Number(
                "INSERT INTO import (source, plan, all_new, state, started) VALUES ($0, $1, $2, 'running', $3) RETURNING number",
                plan.Source,
                PlanText(plan),
                plan.AllNew,
                Stamp(now)
            );
        for (var file = 0; file < plan.Files.Count; file++)
        {
            connection.Run(
                "INSERT INTO import_file VALUES ($0, $1, $2, $3, $4)",
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
                WHERE plan = $0 AND state <> 'undone' ORDER BY state = 'finished' DESC, number LIMIT 1
                """,
                r => new ImportTicket(r.GetInt32(0), new ClaimPosition(r.GetInt32(1), r.GetInt64(2)), r.GetBoolean(3)),
                PlanText(plan)
            )
            .SingleOrDefault();

    /// <summary>All imports, or the one of a number.</summary>
    public static List<Import> Read(SqliteConnection connection, string storePath, int? number = null)
    {
        var files = connection
            .Rows(
                "SELECT import, name, sha256, bytes FROM import_file WHERE $0 IS NULL OR import = $0 ORDER BY import, file",
                r => (Import: r.GetInt32(0), File: new ImportFile(r.GetString(1), r.GetString(2), r.GetInt64(3))),
                number
            )
            .ToLookup(f => f.Import, f => f.File);
        return connection.Rows(
            """
            SELECT number, source, state, started, finished, version, report FROM import
            WHERE $0 IS NULL OR number = $0 ORDER BY number
            """,
            r => new Import
            {
                Number = r.GetInt32(0),
                Source = r.GetString(1),
                Files = [.. files[r.GetInt32(0)]],
                State = StateOf(r.GetString(2), storePath, r.GetInt32(0)),
                Started = Time(r.GetString(3)),
                Finished = r.Text(4) is { } finished ? Time(finished) : null,
                Version = r.Long(5),
                Report = r.Text(6) is { } report ? FactsJson.Read<ImportReport>(report) : null,
            },
            number
        );
    }

    /// <summary>The rank of the claims of each file of each import that counts.</summary>
    public static Dictionary<(int Import, int File), ClaimStanding> Standings(SqliteConnection connection) =>
        connection
            .Rows(
                """
                SELECT i.number, f.file, i.source, i.finish_order, f.sha256, i.all_new
                FROM import i JOIN import_file f ON f.import = i.number WHERE i.state = 'finished'
                """,
                r =>
                    KeyValuePair.Create(
                        (r.GetInt32(0), r.GetInt32(1)),
                        new ClaimStanding(r.GetInt32(0), r.GetString(2), r.GetInt64(3), r.GetString(4), r.GetBoolean(5))
                    )
            )
            .ToDictionary();

    /// <summary>Whose data an import is.</summary>
    public static string SourceOf(SqliteConnection connection, int import) =>
        connection.Rows("SELECT source FROM import WHERE number = $0", r => r.GetString(0), import).Single();

    /// <summary>From now on the import counts, later than all others.</summary>
    public static void Finish(SqliteConnection connection, int import, DateTimeOffset now) =>
        connection.Run(
            """
            UPDATE import SET state = 'finished', finished = $1,
                finish_order = (SELECT coalesce(max(finish_order), 0) + 1 FROM import)
            WHERE number = $0
            """,
            import,
            Stamp(now)
        );

    /// <summary>Keeps what came of an import, and the version that it made or left.</summary>
    public static void Report(SqliteConnection connection, int import, ImportReport report) =>
        connection.Run(
            "UPDATE import SET report = $1, version = (SELECT version FROM store) WHERE number = $0",
            import,
            FactsJson.Write(report)
        );

    /// <summary>The rows that speak of a business in its own name, the newest first.</summary>
    public static List<ClaimOrigin> Origins(SqliteConnection connection, BusinessId business) =>
        connection.Rows(
            """
            SELECT i.number, i.source, f.name, c.row, i.finished
            FROM entity e JOIN business_claim c ON c.entity = e.number
            JOIN import i ON i.number = c.import AND i.state = 'finished'
            JOIN import_file f ON f.import = c.import AND f.file = c.file
            WHERE e.id = $0 ORDER BY i.finish_order DESC, c.file DESC, c.row DESC, c.part DESC
            """,
            r => new ClaimOrigin(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetInt64(3), Time(r.GetString(4))),
            business.Value
        );

    static string Stamp(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    static DateTimeOffset Time(string stamp) => DateTimeOffset.Parse(stamp, CultureInfo.InvariantCulture);

    static ImportState StateOf(string state, string storePath, int number) =>
        state switch
        {
            "finished" => ImportState.Finished,
            "undone" => ImportState.Undone,
            _ => ImportLock.IsHeld(storePath, number) ? ImportState.Running : ImportState.Interrupted,
        };
}
