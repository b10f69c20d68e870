namespace BizGraph.Api.Commands;

/// <summary>The files of a folder that are new or other than before.</summary>
/// <remarks>Looks instead of being told: file systems on a network tell nothing. A file that is still being copied is waited for.</remarks>
sealed class WatchedFolder(DirectoryInfo folder)
{
    // A copy over a network may pause between two looks, and a workbook that never gets an end is to be said, too.
    const int QuietLooks = 2;
    const int MostLooks = 30;

    // What ends a zip archive stands in its last bytes: 22, and a comment.
    const int LongestEnd = 22 + ushort.MaxValue;

    readonly Dictionary<string, (long Length, DateTime Written, int Looks)> _seen = [];
    readonly Dictionary<string, (long Length, DateTime Written)> _handed = [];

    /// <summary>Those that came or changed since they were handed out last, stayed as they are for two looks and are whole; in the order of their names.</summary>
    public IReadOnlyList<string> Settled()
    {
        folder.Refresh();
        var settled = new List<string>();
        var files = folder.Exists ? folder.GetFiles() : [];
        foreach (var file in files.Where(f => !IsUnfinished(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var state = (file.Length, file.LastWriteTimeUtc);
            var before = _seen.GetValueOrDefault(file.Name);
            var looks = (before.Length, before.Written) == state ? before.Looks + 1 : 0;
            _seen[file.Name] = (state.Length, state.LastWriteTimeUtc, looks);
            var isNew = !_handed.TryGetValue(file.Name, out var handed) || handed != state;
            if (isNew && looks >= QuietLooks && (IsWhole(file) || looks >= MostLooks))
            {
                _handed[file.Name] = state;
                settled.Add(file.FullName);
            }
        }

        return settled;
    }

    // Nobody writes to it, and where it is an archive, as workbooks are, its end is there.
    static bool IsWhole(FileInfo file)
    {
        try
        {
            using var bytes = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.None);
            Span<byte> start = stackalloc byte[4];
            if (bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < 4 || !start.SequenceEqual("PK\u0003\u0004"u8))
            {
                return true;
            }

            var end = new byte[Math.Min(bytes.Length, LongestEnd)];
            bytes.Seek(-end.Length, SeekOrigin.End);
            bytes.ReadExactly(end);
            return end.AsSpan().LastIndexOf("PK\u0005\u0006"u8) >= 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // What programs leave beside a file that is open or being fetched.
    static bool IsUnfinished(string name) =>
        name.StartsWith('.')
        || name.StartsWith("~$", StringComparison.Ordinal)
        || name.EndsWith(".part", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".crdownload", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);
}
