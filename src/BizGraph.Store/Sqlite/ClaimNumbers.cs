using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The numbers of claims: those of one import follow each other, so that rows are appended and an import is a range.</summary>
static class ClaimNumbers
{
    /// <summary>How many of the lowest bits count the rows: room for 10^12 rows of an import and 8 million imports.</summary>
    public const int RowBits = 40;

    public static long First(int import) => (long)import << RowBits;

    public static long Last(int import) => First(import + 1) - 1;

    public static int ImportOf(long claim) => (int)(claim >> RowBits);

    /// <summary>The number after the last one of an import in a table.</summary>
    public static long Next(SqliteConnection connection, string table, int import) =>
        connection.Number(
            $"SELECT coalesce(max(number), ?1 - 1) + 1 FROM {table} WHERE number BETWEEN ?1 AND ?2",
            First(import),
            Last(import)
        );
}
