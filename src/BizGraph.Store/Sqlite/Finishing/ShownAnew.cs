using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Makes all that is shown anew from the claims that count, inside the transaction of the caller.</summary>
static class ShownAnew
{
    const string Empty = """
        DELETE FROM business;
        DELETE FROM alias;
        DELETE FROM tie;
        DELETE FROM held;
        DELETE FROM grouped;
        DELETE FROM merged;
        UPDATE tie_end SET entity = NULL, uses = 0;
        """;

    public static void Make(SqliteConnection connection, CancellationToken cancellation)
    {
        connection.Execute(Empty);
        foreach (
            var import in connection.Rows(
                $"SELECT number FROM import i WHERE {ImportTable.Counts} ORDER BY finish_order",
                r => r.Int(0)
            )
        )
        {
            ConsolidationRun.Apply(connection, new AffectedImports(import, [import]), matching: null, cancellation);
        }
    }
}
