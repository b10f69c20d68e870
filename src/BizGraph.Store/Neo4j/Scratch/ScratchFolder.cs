namespace BizGraph.Store.Neo4j.Scratch;

/// <summary>A temporary folder that nobody else may read, gone with this client. What a client that was killed left behind goes with the next one.</summary>
sealed class ScratchFolder : IDisposable
{
    const string Prefix = "bizgraph-scratch-";
    const string LockName = "in-use";

    readonly DirectoryInfo _folder;
    readonly FileStream _lock;

    public ScratchFolder()
    {
        ClearLeftBehind();
        _folder = Directory.CreateTempSubdirectory(Prefix);
        _lock = Lock(_folder);
    }

    public string File => Path.Combine(_folder.FullName, "scratch.db");

    public void Dispose()
    {
        _lock.Dispose();
        Delete(_folder);
    }

    static FileStream Lock(DirectoryInfo folder) =>
        new(Path.Combine(folder.FullName, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    static void ClearLeftBehind()
    {
        foreach (var folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(Prefix + "*"))
        {
            // One that is just being made has no lock yet, and is left alone.
            if (System.IO.File.Exists(Path.Combine(folder.FullName, LockName)) && IsLeftBehind(folder))
            {
                Delete(folder);
            }
        }
    }

    static bool IsLeftBehind(DirectoryInfo folder)
    {
        try
        {
            using var taken = Lock(folder);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next client, or the system, clears it.
        }
    }
}
