using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>The ties of an import that are held because an end fits several businesses.</summary>
static class HeldTies
{
    const int Told = 20;

    const string Held = """
        FROM tie_claim c
        JOIN tie_end f ON f.number = c.from_end
        JOIN tie_end t ON t.number = c.to_end
        WHERE c.import = $0 AND (f.entity IS NULL OR t.entity IS NULL)
        """;

    public static long Count(SqliteConnection connection, int import) => connection.Number($"SELECT count(*) {Held}", import);

    /// <summary>The counts of an import's problems with the held ties among them.</summary>
    public static IReadOnlyDictionary<ImportProblemKind, long> Counted(
        IReadOnlyDictionary<ImportProblemKind, long> counts,
        long held
    ) => held == 0 ? counts : new Dictionary<ImportProblemKind, long>(counts) { [ImportProblemKind.AmbiguousEnd] = held };

    /// <summary>The first of them, each with its place and the businesses that fit.</summary>
    public static List<ImportProblem> Problems(SqliteConnection connection, int import) =>
        connection.Rows(
            $"""
            SELECT (SELECT name FROM import_file x WHERE x.import = c.import AND x.file = c.file), c.row,
                iif(f.entity IS NULL, f.text, t.text),
                (SELECT group_concat(e.id, ', ') FROM alias a JOIN entity e ON e.number = a.entity
                 WHERE a.source = iif(f.entity IS NULL, f.source, t.source) AND a.name = iif(f.entity IS NULL, f.name, t.name))
            {Held} ORDER BY c.file, c.row, c.part LIMIT {Told}
            """,
            r => new ImportProblem(
                ImportProblemKind.AmbiguousEnd,
                r.GetString(0),
                r.GetInt64(1),
                Column: null,
                $"\"{r.GetString(2)}\"",
                $"an end that means one business, by its id: this name fits {r.GetString(3)}"
            ),
            import
        );
}
