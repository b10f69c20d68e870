using BizGraph.Model;
using BizGraph.Store.Sqlite.Erasing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BizGraph.Store.Sqlite;

/// <summary>What is taken out of the store for good.</summary>
public sealed partial class SqliteNetworkStore
{
    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(BusinessId business, string by, CancellationToken cancellation = default)
    {
        var (rows, tieRows) = await _writing.UseAsync(
            connection =>
            {
                using var transaction = WriteTransaction.Begin(connection, waiting: null, cancellation);
                var erased = BusinessText.Erase(connection, business, cancellation);
                var key = $"{erased.Rows} rows, {erased.TieRows} of ties";
                RecordTable.Add(connection, "erasure", key, "{}", by, _time.GetUtcNow());
                transaction.Commit();
                return erased;
            },
            cancellation
        );
        // It is erased by now: whoever cancels, or is in the way, is too late to make it fail.
        return new Erasure(rows, tieRows, IsWiped: await _writing.UseAsync(Wipe, CancellationToken.None));
    }

    // VACUUM writes every page anew, so nothing is left between them or in free ones.
    static bool Wipe(SqliteConnection connection)
    {
        try
        {
            connection.Execute("VACUUM");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_FULL)
        {
            return false;
        }

        return StoreFile.EmptyLog(connection);
    }
}
