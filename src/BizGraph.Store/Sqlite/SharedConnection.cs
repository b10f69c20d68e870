using BizGraph.Model;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BizGraph.Store.Sqlite;

/// <summary>A connection to a store file that its callers use one at a time.</summary>
sealed class SharedConnection(StoreFile file) : IDisposable
{
    // About 10 ms of SQLite's work.
    const int StepsBetweenLooks = 100_000;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    readonly Lock _gate = new();
    volatile bool _isClosed;

    public SqliteConnection Connection { get; } = file.Guard(file.Open);

    /// <summary>Runs an action when no other runs. Cancellation stops even a long statement; what SQLite cannot do becomes a <see cref="StoreException"/>.</summary>
    public Task<T> UseAsync<T>(Func<SqliteConnection, T> action, CancellationToken cancellation)
    {
        while (!_gate.TryEnter(Pause))
        {
            cancellation.ThrowIfCancellationRequested();
        }

        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            Watch(cancellation);
            return Task.FromResult(file.Guard(() => action(Connection)));
        }
        catch (StoreException exception)
            when (exception.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT })
        {
            throw new OperationCanceledException(exception.Message, exception, cancellation);
        }
        finally
        {
            if (!_isClosed)
            {
                Watch(CancellationToken.None);
            }

            _gate.Exit();
        }
    }

    /// <summary>What is to be closed before the connection.</summary>
    public IDisposable? Statements { get; set; }

    /// <summary>Stops what runs, which is then as if it had not begun, and closes the connection.</summary>
    public void Dispose()
    {
        while (!_gate.TryEnter(Pause))
        {
            raw.sqlite3_interrupt(Connection.Handle!);
        }

        try
        {
            if (!_isClosed)
            {
                _isClosed = true;
                Statements?.Dispose();
                Connection.Dispose();
            }
        }
        finally
        {
            _gate.Exit();
        }
    }

    void Watch(CancellationToken cancellation) =>
        raw.sqlite3_progress_handler(
            Connection.Handle!,
            cancellation.CanBeCanceled ? StepsBetweenLooks : 0,
            cancellation.CanBeCanceled ? _ => cancellation.IsCancellationRequested ? 1 : 0 : null,
            null
        );
}
