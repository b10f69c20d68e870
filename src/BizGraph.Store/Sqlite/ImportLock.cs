namespace BizGraph.Store.Sqlite;

/// <summary>Held by the process that takes in an import, and let go by the system however that process ends.</summary>
sealed class ImportLock : IDisposable
{
    readonly FileStream _stream;

    ImportLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock of an import; null while another holds it.</summary>
    public static ImportLock? Take(string storePath, int import)
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
        File.Delete(_stream.Name);
        _stream.Dispose();
    }

    static string PathOf(string storePath, int import) => $"{storePath}.import-{import}.lock";
}
