namespace BizGraph.Store.Sqlite;

/// <summary>Held by the process that takes in an import, and let go by the system however that process ends.</summary>
sealed class ImportLock : IDisposable
{
    // Whoever lists the imports holds the lock for an instant.
    const int Looks = 10;
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    readonly FileStream _stream;

    ImportLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock of an import; null while another holds it for longer than a look takes.</summary>
    public static ImportLock? TakePatiently(string storePath, int import)
    {
        for (var look = 1; look < Looks; look++)
        {
            if (Take(storePath, import) is { } taken)
            {
                return taken;
            }

            Thread.Sleep(BetweenLooks);
        }

        return Take(storePath, import);
    }

    static ImportLock? Take(string storePath, int import)
    {
        try
        {
            return new ImportLock(
                new FileStream(PathOf(storePath, import), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether a process holds the lock of an import.</summary>
    public static bool IsHeld(string storePath, int import)
    {
        if (!File.Exists(PathOf(storePath, import)))
        {
            return false;
        }

        using var taken = Take(storePath, import);
        return taken is null;
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Lets go for good: the import is finished or dropped.</summary>
    public void Remove()
    {
        // Windows deletes no open file; and what is left over does no harm.
        _stream.Dispose();
        try
        {
            File.Delete(_stream.Name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    static string PathOf(string storePath, int import) => $"{storePath}.import-{import}.lock";
}
