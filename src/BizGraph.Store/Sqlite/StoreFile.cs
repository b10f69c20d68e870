using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>Opens connections to a store file and turns SQLite's errors into one line that says what to do.</summary>
sealed class StoreFile(string path)
{
    const int Busy = 5;
    const int ReadOnlyFile = 8;
    const int Full = 13;
    const int CannotOpen = 14;
    const int NotADatabase = 26;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Makes the file and its tables where there are none yet.</summary>
    public void Create() =>
        Guard(() =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            using var connection = Open();
            if (connection.Number("PRAGMA user_version") == 0)
            {
                CreateTables(connection);
            }

            if (connection.Number("PRAGMA application_id") != Schema.ApplicationId)
            {
                throw new StoreException($"{Path} is an SQLite file, but no BizGraph store; give another file with --store.");
            }

            if (connection.Number("PRAGMA user_version") is var format and > Schema.Format)
            {
                throw new StoreException(
                    $"{Path} was written by a newer BizGraph (format {format}, this one reads {Schema.Format}); update BizGraph."
                );
            }

            return true;
        });

    /// <summary>A connection that is closed when it is disposed.</summary>
    public SqliteConnection Open()
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 60,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            // FULL: an acknowledged batch survives the loss of power, too.
            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins to write; waits for as long as another process does, and says so once.</summary>
    public static SqliteTransaction BeginWriting(SqliteConnection connection, Action? waiting, CancellationToken cancellation)
    {
        for (var told = false; ; told = true)
        {
            cancellation.ThrowIfCancellationRequested();
            var patience = connection.DefaultTimeout;
            try
            {
                connection.DefaultTimeout = 1;
                return connection.BeginTransaction(deferred: false);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
            {
                if (!told)
                {
                    waiting?.Invoke();
                }
            }
            finally
            {
                connection.DefaultTimeout = patience;
            }
        }
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
            NotADatabase => $"{Path} is no BizGraph store; give another file with --store.",
            CannotOpen =>
                $"Cannot open {Path}; check that the folder exists and may be written, or give another file with --store.",
            ReadOnlyFile => $"{Path} may not be written; change its permissions or give another file with --store.",
            Full => $"No space is left for {Path}; free some and run the same command again.",
            Busy => $"{Path} is in use by another program for over a minute; try again when that is done.",
            _ => $"{Path}: {exception.Message}",
        };

    static void CreateTables(SqliteConnection connection)
    {
        using var transaction = BeginWriting(connection, waiting: null, CancellationToken.None);
        // Another process may have made them meanwhile; a file with tables of its own is left as it is.
        if (connection.Number("PRAGMA user_version") == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            connection.Run(Schema.Tables);
            connection.Run($"PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = {Schema.Format}");
        }

        transaction.Commit();
    }
}
