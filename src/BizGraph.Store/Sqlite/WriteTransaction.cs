using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BizGraph.Store.Sqlite;

/// <summary>A transaction that writes. What is not committed when it is disposed is rolled back.</summary>
sealed class WriteTransaction : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // Longer than the finish of the largest import that was measured; whoever can be cancelled waits until then.
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    readonly SqliteConnection _connection;

    WriteTransaction(SqliteConnection connection) => _connection = connection;

    /// <summary>Begins to write; waits for as long as another process does, ten minutes at most where nobody can cancel it, and says so once.</summary>
    /// <exception cref="SqliteException">Another process writes for longer.</exception>
    public static WriteTransaction Begin(SqliteConnection connection, Action? waiting, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        for (var told = false; ; told = true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                connection.Execute("BEGIN IMMEDIATE");
                return new WriteTransaction(connection);
            }
            catch (SqliteException exception)
                when (exception.SqliteErrorCode == raw.SQLITE_BUSY
                    && (cancellation.CanBeCanceled || Stopwatch.GetElapsedTime(start) < Longest)
                )
            {
                if (!told)
                {
                    waiting?.Invoke();
                }

                cancellation.WaitHandle.WaitOne(Pause);
            }
        }
    }

    public void Commit() => _connection.Execute("COMMIT");

    // SQLite rolls back by itself where the disk is full or a statement was stopped; then there is nothing to do.
    public void Dispose()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
        {
            _ = raw.sqlite3_exec(_connection.Handle!, "ROLLBACK");
        }
    }
}
