using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store.Neo4j;

/// <summary>The imports of a database.</summary>
sealed class ImportNodes(QueryApi api, GraphNames names, StoreNode store)
{
    const string Free = "(i.holder IS NULL OR i.until < timestamp() OR i.holder = $client)";

    /// <summary>Holds the import <c>i</c> for this client.</summary>
    public static readonly string Hold = $"SET i.holder = $client, i.until = timestamp() + {StoreNode.HoldMilliseconds}";

    /// <summary>All imports, or the one of a number; the oldest first.</summary>
    public Task<List<ImportNode>> ReadAsync(int? number, CancellationToken cancellation) =>
        api.RowsAsync(
            new Query(
                $"MATCH (i:{names.Import}) WHERE $number IS NULL OR i.number = $number RETURN {ImportProperties.Columns} ORDER BY i.number",
                parameters => ImportProperties.WriteNumber(parameters, "number", number)
            ),
            ImportProperties.Read,
            cancellation
        );

    /// <summary>The import of a plan that is running or counts, or a new one; the number is null where another client has it.</summary>
    public Task<(int? Number, ImportNode? Known, long Until)> BeginAsync(
        ImportPlan plan,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var hash = ImportProperties.HashOf(ImportTable.PlanText(plan));
        return api.TransactAsync<(int? Number, ImportNode? Known, long Until)>(
            async (transaction, token) =>
            {
                // The store's node is locked: of two clients that begin the same plan, the second finds the first one's import.
                var found = await transaction.RowsAsync(
                    new Query(
                        $$"""
                        MATCH (s:{{names.Store}} {only: 1}) SET s.lock = $client
                        WITH s MATCH (i:{{names.Import}} {planHash: $hash}) WHERE i.state <> 'undone'
                        WITH i ORDER BY i.state = 'finished' DESC, i.number LIMIT 1
                        SET i.lock = $client
                        WITH i, i.state = 'running' AND {{Free}} AS free
                        FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | {{Hold}})
                        RETURN {{ImportProperties.Columns}}, free, coalesce(i.until, 0)
                        """,
                        parameters =>
                        {
                            store.WriteClient(parameters);
                            parameters.WriteString("hash", hash);
                        }
                    ),
                    static (ref Utf8JsonReader row) =>
                        (Node: ImportProperties.Read(ref row), IsFree: row.NextBool(), Until: row.NextLong()),
                    token
                );
                return found is [var (node, isFree, until)]
                    ? (isFree || node.State == ImportState.Finished ? node.Number : null, node, until)
                    : ((int?)await InsertAsync(transaction, plan, now, token), null, 0L);
            },
            cancellation
        );
    }

    /// <summary>Lets go of an import, so that any client may go on with it.</summary>
    public Task ReleaseAsync(int import, CancellationToken cancellation) =>
        api.RunAsync(
            new Query(
                $"MATCH (i:{names.Import} {{number: $number}}) SET i.lock = $client WITH i WHERE i.holder = $client SET i.holder = null, i.until = null",
                parameters =>
                {
                    store.WriteClient(parameters);
                    parameters.WriteNumber("number", import);
                }
            ),
            cancellation
        );

    /// <summary>Drops an import that does not count, with its claims.</summary>
    /// <param name="import">Its number.</param>
    /// <param name="isNumberFree">Whether the number was told to nobody, and is given again if it is the last.</param>
    /// <param name="cancellation">Leaves the rest of it, to be dropped again.</param>
    /// <returns>Whether no other client had it.</returns>
    public async Task<bool> DropAsync(int import, bool isNumberFree, CancellationToken cancellation)
    {
        const int BatchesAtOnce = 100;
        Query Of(string statement) =>
            new(
                $"MATCH (i:{names.Import} {{number: $number}}) SET i.lock = $client WITH i WHERE i.state = 'running' AND {Free} {statement}",
                parameters =>
                {
                    store.WriteClient(parameters);
                    parameters.WriteNumber("number", import);
                }
            );

        // It is held until it is gone, so that nobody goes on with half of it.
        var left = await api.NumberAsync(Of($"{Hold} RETURN i.number"), cancellation);
        while (left > 0)
        {
            left = await api.NumberAsync(
                Of(
                    $"CALL (i) {{ MATCH (b:{names.Batch} {{import: i.number}}) WITH b LIMIT {BatchesAtOnce} DELETE b RETURN count(b) AS gone }} {Hold} RETURN gone"
                ),
                cancellation
            );
        }

        if (left is null)
        {
            return false;
        }

        var free = isNumberFree
            ? $"WITH DISTINCT 1 AS gone MATCH (s:{names.Store} {{only: 1}}) WHERE s.lastImport = $number SET s.lastImport = $number - 1"
            : "";
        await api.RunAsync(Of($"DELETE i {free}"), cancellation);
        return true;
    }

    async Task<int> InsertAsync(QueryTransaction transaction, ImportPlan plan, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await transaction.RowsAsync(
            new Query(
                $$"""
                MATCH (s:{{names.Store}} {only: 1}) SET s.lastImport = s.lastImport + 1
                CREATE (i:{{names.Import}} {number: s.lastImport, state: 'running', counts: false, acknowledgedFile: 0, acknowledgedRow: 0})
                SET i += $import, i.started = $started {{Hold}}
                RETURN i.number
                """,
                parameters =>
                {
                    store.WriteClient(parameters);
                    parameters.WriteString("started", ImportProperties.Stamp(now));
                    ImportProperties.WritePlan(parameters, plan);
                }
            ),
            static (ref Utf8JsonReader row) =>
            {
                row.Begin();
                return row.NextLong();
            },
            cancellation
        );
        return (int)rows.Single();
    }
}
