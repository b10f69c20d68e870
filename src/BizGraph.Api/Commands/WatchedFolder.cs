namespace BizGraph.Api.Commands;

/// <summary>The files of a folder that are new or other than before.</summary>
/// <remarks>Looks instead of being told: file systems on a network tell nothing. A file that is still being copied is waited for.</remarks>
sealed class WatchedFolder(DirectoryInfo folder)
{
    readonly Dictionary<string, (long Length, DateTime Written)> _seen = [];
    readonly Dictionary<string, (long Length, DateTime Written)> _handed = [];

    /// <summary>Those that came or changed since they were handed out last, and did not change since the last look; in the order of their names.</summary>
    public IReadOnlyList<string> Settled()
    {
        folder.Refresh();
        var settled = new List<string>();
        var files = folder.Exists ? folder.GetFiles() : [];
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var state = (file.Length, file.LastWriteTimeUtc);
            var isSettled = _seen.TryGetValue(file.Name, out var before) && before == state;
            _seen[file.Name] = state;
            if (isSettled && !IsUnfinished(file.Name) && (!_handed.TryGetValue(file.Name, out var handed) || handed != state))
            {
                _handed[file.Name] = state;
                settled.Add(file.FullName);
            }
        }

        return settled;
    }

    // What programs leave beside a file that is open or being fetched.
    static bool IsUnfinished(string name) =>
        name.StartsWith('.')
        || name.StartsWith("~$", StringComparison.Ordinal)
        || name.EndsWith(".part", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".crdownload", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);
}
