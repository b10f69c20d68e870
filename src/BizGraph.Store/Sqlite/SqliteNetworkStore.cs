using BizGraph.Model;
using BizGraph.Store.Sqlite.Finishing;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>A network in one SQLite file, shared by any number of processes of this machine.</summary>
/// <remarks>SQLite works synchronously, so these methods end before they return; a finish of millions of rows takes its caller's thread.</remarks>
public sealed class SqliteNetworkStore : INetworkStore
{
    readonly StoreFile _file;
    readonly TimeProvider _time;
    readonly SqliteConnection _connection;
    readonly ClaimWriter _claims;
    readonly Lock _gate = new();
    readonly Dictionary<int, ImportLock> _running = [];

    /// <summary>Opens a store file, and makes it where there is none.</summary>
    /// <exception cref="StoreException">The file cannot be used, or is no BizGraph store.</exception>
    public SqliteNetworkStore(string path, TimeProvider? time = null)
    {
        _file = new StoreFile(path);
        _time = time ?? TimeProvider.System;
        _file.Create();
        _connection = _file.Guard(_file.Open);
        _claims = new ClaimWriter(_connection);
    }

    /// <inheritdoc/>
    public Task<long> VersionAsync(CancellationToken cancellation = default) =>
        Locked(() => _connection.Number("SELECT version FROM store"));

    /// <inheritdoc/>
    public Task<ImportTicket> BeginAsync(ImportPlan plan, CancellationToken cancellation = default) =>
        Locked(() =>
        {
            using var transaction = WriteTransaction.Begin(_connection, waiting: null, cancellation);
            var ticket =
                ImportTable.Find(_connection, plan)
                ?? new ImportTicket(
                    ImportTable.Insert(_connection, plan, _time.GetUtcNow()),
                    ClaimPosition.Start,
                    IsFinished: false
                );
            if (!ticket.IsFinished)
            {
                Hold(ticket.Number);
            }

            transaction.Commit();
            return ticket;
        });

    /// <inheritdoc/>
    public Task AppendAsync(
        int import,
        IReadOnlyList<Claim> claims,
        ClaimPosition through,
        CancellationToken cancellation = default
    ) =>
        Locked(() =>
        {
            ThrowUnlessHeld(import);
            using var transaction = WriteTransaction.Begin(_connection, waiting: null, cancellation);
            try
            {
                _claims.Write(import, claims);
                _connection.Run(
                    "UPDATE import SET acknowledged_file = ?2, acknowledged_row = ?3 WHERE number = ?1",
                    import,
                    through.File,
                    through.Row
                );
                cancellation.ThrowIfCancellationRequested();
                transaction.Commit();
                return true;
            }
            catch
            {
                _claims.Forget();
                throw;
            }
        });

    /// <inheritdoc/>
    public Task<Import> FinishAsync(
        int import,
        ImportReport report,
        Action? waiting = null,
        CancellationToken cancellation = default
    ) =>
        Locked(() =>
        {
            ThrowUnlessHeld(import);
            using (var transaction = WriteTransaction.Begin(_connection, waiting, cancellation))
            {
                ImportTable.Finish(_connection, import, _time.GetUtcNow());
                var changes = Show(import, cancellation);
                var held = HeldTies.Problems(_connection, import);
                ImportTable.Report(
                    _connection,
                    import,
                    report with
                    {
                        Changes = changes,
                        Problems = [.. report.Problems, .. held],
                        ProblemCount = report.ProblemCount + changes.Held,
                        ProblemCounts = HeldTies.Counted(report.ProblemCounts, changes.Held),
                    }
                );
                transaction.Commit();
            }

            Release(import);
            return ImportTable.Read(_connection, _file.Path, import).Single();
        });

    /// <inheritdoc/>
    public Task<ImportChanges> UndoAsync(int import, Action? waiting = null, CancellationToken cancellation = default) =>
        Locked(() =>
        {
            using var transaction = WriteTransaction.Begin(_connection, waiting, cancellation);
            var state = ImportTable.Read(_connection, _file.Path, import).SingleOrDefault()?.State;
            var changes = state switch
            {
                null => throw Refusal($"There is no import {import}; 'bizgraph imports' lists them."),
                ImportState.Running => throw Refusal($"Import {import} is running; stop it first."),
                ImportState.Undone => throw Refusal($"Import {import} was undone before; nothing is to be done."),
                ImportState.Interrupted => Drop(import),
                _ => Undo(import, cancellation),
            };
            transaction.Commit();
            return changes;
        });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Import>> ImportsAsync(CancellationToken cancellation = default) =>
        Locked<IReadOnlyList<Import>>(() => ImportTable.Read(_connection, _file.Path));

    /// <inheritdoc/>
    public Task<INetworkReading> ReadAsync(CancellationToken cancellation = default) =>
        Task.FromResult(_file.Guard<INetworkReading>(() => new SqliteNetworkReading(_file.Open())));

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(BusinessId business, CancellationToken cancellation = default) =>
        Locked<IReadOnlyList<ClaimOrigin>>(() => ImportTable.Origins(_connection, business));

    /// <summary>Writes a whole copy of the store to another file while it is in use. Copying the file by hand may lose what its write-ahead log holds.</summary>
    /// <exception cref="StoreException">The file exists already, or cannot be written.</exception>
    public Task BackupAsync(string path, CancellationToken cancellation = default) =>
        Locked(() =>
        {
            var target = Path.GetFullPath(path);
            if (File.Exists(target))
            {
                throw Refusal($"{target} exists already; name a file that does not.");
            }

            var unfinished = target + ".part";
            File.Delete(unfinished);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            _connection.Run("VACUUM INTO ?", unfinished);
            File.Move(unfinished, target);
            return true;
        });

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var held in _running.Values)
        {
            held.Dispose();
        }

        _claims.Dispose();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    ImportChanges Undo(int import, CancellationToken cancellation)
    {
        _connection.Run("UPDATE import SET state = 'undone' WHERE number = ?", import);
        return Show(import, cancellation);
    }

    ImportChanges Drop(int import)
    {
        ImportTable.Drop(_connection, import);
        Hold(import);
        Release(import);
        return new ImportChanges();
    }

    ImportChanges Show(int import, CancellationToken cancellation)
    {
        var changes = ConsolidationRun.Apply(_connection, import, cancellation);
        if (changes.Any)
        {
            _connection.Run("UPDATE store SET version = version + 1");
        }

        return changes;
    }

    void Hold(int import)
    {
        if (!_running.ContainsKey(import))
        {
            _running[import] =
                ImportLock.Take(_file.Path, import)
                ?? throw Refusal(
                    $"Another process is taking in the same files right now, as import {import}; wait for it, or stop it and try again."
                );
        }
    }

    void Release(int import)
    {
        if (_running.Remove(import, out var held))
        {
            held.Remove();
        }
    }

    void ThrowUnlessHeld(int import)
    {
        if (!_running.ContainsKey(import))
        {
            throw new ArgumentException($"Import {import} was not begun here, or is over.", nameof(import));
        }
    }

    static StoreException Refusal(string message) => new(message) { IsRefusal = true };

    // One connection writes and answers short questions, one caller at a time.
    Task<T> Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            return Task.FromResult(_file.Guard(action));
        }
    }
}
