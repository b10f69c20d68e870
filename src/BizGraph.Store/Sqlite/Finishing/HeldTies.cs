using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>The ties of an import that are held because an end fits several businesses.</summary>
static class HeldTies
{
    const int Told = 20;

    const string OfImport = "claim BETWEEN ? AND ?";

    /// <summary>Holds the claims of an import whose ends fit several businesses.</summary>
    public static void Hold(SqliteConnection connection, int import)
    {
        foreach (var end in (ReadOnlySpan<string>)["from_end", "to_end"])
        {
            connection.Run(
                $"""
                INSERT OR IGNORE INTO held
                    SELECT e.number, c.number FROM tie_claim c CROSS JOIN tie_end e ON e.number = c.{end}
                    WHERE c.number BETWEEN ? AND ? AND e.entity IS NULL
                """,
                ClaimNumbers.First(import),
                ClaimNumbers.Last(import)
            );
        }
    }

    public static long Count(SqliteConnection connection, int import) =>
        connection.Number(
            $"SELECT count(DISTINCT claim) FROM held WHERE {OfImport}",
            ClaimNumbers.First(import),
            ClaimNumbers.Last(import)
        );

    /// <summary>The import counts no more: its ties wait for nothing.</summary>
    public static void Forget(SqliteConnection connection, int import) =>
        connection.Run($"DELETE FROM held WHERE {OfImport}", ClaimNumbers.First(import), ClaimNumbers.Last(import));

    /// <summary>The counts of an import's problems with the held ties among them.</summary>
    public static IReadOnlyDictionary<ImportProblemKind, long> Counted(
        IReadOnlyDictionary<ImportProblemKind, long> counts,
        long held
    ) => held == 0 ? counts : new Dictionary<ImportProblemKind, long>(counts) { [ImportProblemKind.AmbiguousEnd] = held };

    /// <summary>The first of them, each with its place and the businesses that fit.</summary>
    public static List<ImportProblem> Problems(SqliteConnection connection, int import) =>
        connection.Rows(
            $"""
            SELECT x.name, c.row, iif(f.entity IS NULL, f.text, t.text),
                (SELECT group_concat(e.id, ', ') FROM alias a JOIN entity e ON e.number = a.entity
                 WHERE a.source = iif(f.entity IS NULL, f.source, t.source) AND a.name = iif(f.entity IS NULL, f.name, t.name))
            FROM (SELECT DISTINCT claim FROM held WHERE {OfImport}) h
            CROSS JOIN tie_claim c ON c.number = h.claim
            CROSS JOIN tie_end f ON f.number = c.from_end
            CROSS JOIN tie_end t ON t.number = c.to_end
            CROSS JOIN import_file x ON x.import = ? AND x.file = c.file
            ORDER BY c.file, c.row, c.part LIMIT {Told}
            """,
            r => new ImportProblem(
                ImportProblemKind.AmbiguousEnd,
                r.Text(0),
                r.Long(1),
                Column: null,
                $"\"{r.Text(2)}\"",
                $"an end that means one business, by its id: this name fits {r.Text(3)}"
            ),
            ClaimNumbers.First(import),
            ClaimNumbers.Last(import),
            import
        );
}
