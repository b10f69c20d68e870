using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>The imports whose claims began or ceased to count, in the temporary table <c>affected</c> with the range of their claims' numbers.</summary>
/// <param name="Main">The one that was finished or undone.</param>
/// <param name="All">It, unless a full load had retired it, and the imports of its source that a full load retired or brought back.</param>
sealed record AffectedImports(int Main, IReadOnlyList<int> All)
{
    /// <summary>Changes the state of an import and finds which ones that affects.</summary>
    public static AffectedImports By(SqliteConnection connection, int import, Action change)
    {
        var before = ImportTable.Counting(connection);
        change();
        before.SymmetricExceptWith(ImportTable.Counting(connection));
        return new AffectedImports(import, [.. before.Order()]);
    }

    public void Write(SqliteConnection connection)
    {
        foreach (var import in All)
        {
            connection.Run("INSERT INTO affected VALUES (?, ?)", ClaimNumbers.First(import), ClaimNumbers.Last(import));
        }
    }
}
