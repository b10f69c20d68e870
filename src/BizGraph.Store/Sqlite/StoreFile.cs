using BizGraph.Model;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BizGraph.Store.Sqlite;

/// <summary>Opens connections to a store file and turns SQLite's errors into one line that says what to do.</summary>
sealed class StoreFile(string path)
{
    // Only one thread at a time uses a connection, so SQLite's own lock around each call is not needed; it took 6% of an import.
    // SQLite declines, harmlessly, where the process opened a connection of its own before.
    static StoreFile()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Makes the file and its tables where there are none yet.</summary>
    public void Create() =>
        Guard(() =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            ThrowIfOfAnother();
            using var connection = Open();
            if (connection.Number("PRAGMA user_version") == 0)
            {
                CreateTables(connection);
            }
            else
            {
                Upgrade(connection);
            }

            if (connection.Number("PRAGMA user_version") is var format and not Schema.Format)
            {
                throw new StoreException(
                    $"{Path} was written by another BizGraph (format {format}, this one reads {Schema.Format}); "
                        + (format > Schema.Format ? "update BizGraph." : "take the files in again, into a new store.")
                );
            }

            return true;
        });

    // Looked at before anything of the file is set: another program's database is left as it is, to the byte.
    void ThrowIfOfAnother()
    {
        if (!File.Exists(Path))
        {
            return;
        }

        using var connection = Connection();
        connection.Open();
        connection.Execute("PRAGMA busy_timeout = 5000");
        if (
            connection.Number("PRAGMA application_id") != Schema.ApplicationId
            && connection.Number("SELECT count(*) FROM sqlite_schema") > 0
        )
        {
            throw new StoreException($"{Path} is an SQLite file, but no BizGraph store; give another file with --store.");
        }
    }

    SqliteConnection Connection() =>
        new(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path,
                Pooling = false,
                ForeignKeys = true,
            }.ToString()
        );

    /// <summary>A connection that is closed when it is disposed.</summary>
    public SqliteConnection Open()
    {
        var connection = Connection();
        try
        {
            connection.Open();
            // FULL: an acknowledged batch survives the loss of power, too. What is deleted is overwritten, so that a preview leaves no text.
            connection.Execute(
                """
                PRAGMA busy_timeout = 200;
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA cache_size = -65536;
                PRAGMA wal_autocheckpoint = 16384;
                PRAGMA secure_delete = ON;
                """
            );
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Moves what the write-ahead log holds into the file and empties the log.</summary>
    /// <returns>False where readers hold on to it for longer than a second.</returns>
    public static bool EmptyLog(SqliteConnection connection)
    {
        const int Looks = 5;
        for (var look = 0; look < Looks; look++)
        {
            // Each look waits for as long as the connection's busy timeout.
            if (connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Runs an action on the file; what it cannot do becomes a <see cref="StoreException"/>.</summary>
    public T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException exception)
        {
            throw new StoreException(Explain(exception), exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new StoreException($"Cannot use {Path}: {exception.Message} Give another file with --store.", exception);
        }
    }

    string Explain(SqliteException exception) =>
        exception.SqliteErrorCode switch
        {
            raw.SQLITE_NOTADB => $"{Path} is no BizGraph store; give another file with --store.",
            raw.SQLITE_CANTOPEN =>
                $"Cannot open {Path}; check that the folder exists and may be written, or give another file with --store.",
            raw.SQLITE_READONLY => $"{Path} may not be written; change its permissions or give another file with --store.",
            raw.SQLITE_FULL => $"No space is left for {Path}; free some and run the same command again.",
            raw.SQLITE_BUSY => $"{Path} is in use by another program; try again when that is done.",
            _ => $"{Path}: {exception.Message}",
        };

    static void CreateTables(SqliteConnection connection)
    {
        using var transaction = WriteTransaction.Begin(connection, waiting: null, CancellationToken.None);
        // Another process may have made them meanwhile; a file with tables of its own is left as it is.
        if (connection.Number("PRAGMA user_version") == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            connection.Execute(Schema.Tables);
            connection.Execute($"PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = {Schema.Format}");
        }

        transaction.Commit();
    }

    static void Upgrade(SqliteConnection connection)
    {
        if (!Schema.Upgrades.ContainsKey((int)connection.Number("PRAGMA user_version")))
        {
            return;
        }

        using var transaction = WriteTransaction.Begin(connection, waiting: null, CancellationToken.None);
        // Read again: another process may have been first.
        while ((int)connection.Number("PRAGMA user_version") is var format && Schema.Upgrades.TryGetValue(format, out var next))
        {
            connection.Execute($"{next} PRAGMA user_version = {format + 1}");
        }

        transaction.Commit();
    }
}
