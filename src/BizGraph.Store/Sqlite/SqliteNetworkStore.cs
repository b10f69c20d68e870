using System.Globalization;
using BizGraph.Model;
using BizGraph.Store.Sqlite.Finishing;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>A network in one SQLite file, shared by any number of processes of this machine.</summary>
/// <remarks>SQLite works synchronously, so these methods end before they return; a finish of millions of rows takes its caller's thread.</remarks>
public sealed partial class SqliteNetworkStore : INetworkStore
{
    readonly StoreFile _file;
    readonly TimeProvider _time;
    readonly SharedConnection _writing;
    readonly SharedConnection _reading;
    readonly ClaimWriter _claims;
    readonly Dictionary<int, ImportLock> _running = [];

    /// <summary>Opens a store file, and makes it where there is none.</summary>
    /// <exception cref="StoreException">The file cannot be used, or is no BizGraph store.</exception>
    public SqliteNetworkStore(string path, TimeProvider? time = null)
    {
        _file = new StoreFile(path);
        _time = time ?? TimeProvider.System;
        _file.Create();
        _writing = new SharedConnection(_file);
        // Answers short questions while a long finish writes.
        _reading = new SharedConnection(_file);
        _writing.Statements = _claims = new ClaimWriter(_writing.Connection);
        Records = new RecordTable(_writing, _reading, _time);
    }

    /// <inheritdoc/>
    public IRecordLog Records { get; }

    /// <inheritdoc/>
    public Task<ImportTicket> BeginAsync(ImportPlan plan, CancellationToken cancellation = default) =>
        _writing.UseAsync(
            connection =>
            {
                using var transaction = WriteTransaction.Begin(connection, waiting: null, cancellation);
                var ticket =
                    ImportTable.Find(connection, plan)
                    ?? new ImportTicket(
                        ImportTable.Insert(connection, plan, _time.GetUtcNow()),
                        ClaimPosition.Start,
                        IsFinished: false
                    );
                if (!ticket.IsFinished)
                {
                    Hold(ticket.Number);
                }

                transaction.Commit();
                return ticket;
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task AppendAsync(
        int import,
        IReadOnlyList<Claim> claims,
        ClaimPosition through,
        CancellationToken cancellation = default
    ) =>
        _writing.UseAsync(
            connection =>
            {
                ThrowUnlessHeld(import);
                using var transaction = WriteTransaction.Begin(connection, waiting: null, cancellation);
                try
                {
                    _claims.Write(import, claims);
                    connection.Run(
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
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task<Import> FinishAsync(
        int import,
        ImportReport report,
        FinishOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        _writing.UseAsync(
            connection =>
            {
                ThrowUnlessHeld(import);
                options ??= new FinishOptions();
                using (var transaction = WriteTransaction.Begin(connection, options.Waiting, cancellation))
                {
                    Counting.Begin(connection, import, report, options, _time.GetUtcNow(), cancellation);
                    if (options.IsTrial)
                    {
                        // The transaction ends without being kept.
                        return ImportTable.Read(connection, _file.Path, import).Single();
                    }

                    transaction.Commit();
                }

                Release(import);
                return ImportTable.Read(connection, _file.Path, import).Single();
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task<ImportChanges> UndoAsync(int import, UndoOptions? options = null, CancellationToken cancellation = default) =>
        _writing.UseAsync(
            connection =>
            {
                using var transaction = WriteTransaction.Begin(connection, options?.Waiting, cancellation);
                var state = ImportTable.Read(connection, _file.Path, import).SingleOrDefault()?.State;
                var changes = state switch
                {
                    null => throw Refusal($"There is no import {import}; 'bizgraph imports' lists them."),
                    ImportState.Running when !_running.ContainsKey(import) => throw Refusal(
                        $"Import {import} is running; stop it first."
                    ),
                    ImportState.Undone => throw Refusal($"Import {import} was undone before; nothing is to be done."),
                    ImportState.Running or ImportState.Interrupted => Drop(connection, import),
                    _ => Counting.End(connection, import, options?.Matching, cancellation),
                };
                transaction.Commit();
                if (state is ImportState.Running or ImportState.Interrupted)
                {
                    // What was only looked at leaves no text in the log either.
                    StoreFile.EmptyLog(connection);
                }

                return changes;
            },
            cancellation
        );

    /// <inheritdoc/>
    public Task ReleaseAsync(int import) =>
        _writing.UseAsync(
            _ =>
            {
                Release(import);
                return true;
            },
            CancellationToken.None
        );

    /// <summary>Writes a whole copy of the store to another file while it is in use. Copying the file by hand may lose what its write-ahead log holds.</summary>
    /// <exception cref="StoreException">The file exists already, or cannot be written.</exception>
    public Task BackupAsync(string path, CancellationToken cancellation = default) =>
        _writing.UseAsync(
            connection =>
            {
                var target = Path.GetFullPath(path);
                if (File.Exists(target))
                {
                    throw Refusal($"{target} exists already; name a file that does not.");
                }

                var unfinished = $"{target}.{Guid.NewGuid():N}.part";
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                connection.Run("VACUUM INTO ?", unfinished);
                File.Move(unfinished, target);
                return true;
            },
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writing.Dispose();
        _reading.Dispose();
        foreach (var held in _running.Values)
        {
            held.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    ImportChanges Drop(SqliteConnection connection, int import)
    {
        // What this very process began and drops was only looked at; of what was interrupted a job may keep the number.
        var isHere = _running.ContainsKey(import);
        ImportTable.Drop(connection, import, isNumberFree: isHere);
        if (!isHere)
        {
            Hold(import);
        }

        Release(import);
        return new ImportChanges();
    }

    void Hold(int import)
    {
        const string Busy = "The same files are being taken in right now, as import {0}; wait for it, or stop it and try again.";
        _running.Add(
            import,
            (_running.ContainsKey(import) ? null : ImportLock.TakePatiently(_file.Path, import))
                ?? throw Refusal(string.Format(CultureInfo.InvariantCulture, Busy, import))
        );
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
}
