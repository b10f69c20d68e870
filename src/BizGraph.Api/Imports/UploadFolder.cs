using System.Text.RegularExpressions;
using BizGraph.Ingest;

namespace BizGraph.Api.Imports;

/// <summary>Uploaded files of this process, in a temporary folder that only its user can read and that goes with the process.</summary>
sealed partial class UploadFolder : IDisposable
{
    /// <summary>Bytes of one upload with all of its files. Larger files go in by the command line.</summary>
    public const long LargestUpload = 64L << 20;

    /// <summary>Uploads that wait; one more, and the oldest is let go.</summary>
    public const int MostWaiting = 8;

    /// <summary>Files of one upload.</summary>
    public const int MostFiles = 20;

    /// <summary>How long an upload waits.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    const int LongestName = 60;

    static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    readonly Lock _lock = new();
    readonly List<(string Token, ImportRequest Request, DateTimeOffset Since)> _waiting = [];
    readonly TimeProvider _clock;
    readonly ITimer _looks;
    string? _folder;

    /// <summary>Has no uploads yet.</summary>
    public UploadFolder(TimeProvider clock)
    {
        _clock = clock;
        // What nobody asks for any more is deleted, too.
        _looks = clock.CreateTimer(_ => DropOld(), state: null, BetweenLooks, BetweenLooks);
    }

    /// <summary>Writes files of an upload into a folder of its own.</summary>
    /// <returns>Where they are, under the names that they came with.</returns>
    /// <exception cref="ImportRefusedException">They are none or too many.</exception>
    public async Task<IReadOnlyList<string>> KeepAsync(
        string token,
        IReadOnlyList<IFormFile> files,
        CancellationToken cancellation
    )
    {
        if (files.Count is 0 or > MostFiles)
        {
            throw new ImportRefusedException([$"Found {files.Count:N0} files; expected 1 to {MostFiles} in one upload."], []);
        }

        var paths = new List<string>();
        try
        {
            foreach (var file in files)
            {
                // Each in a folder of its own, since two may have the same name.
                var path = Path.Combine(FolderOf(token), $"{paths.Count}", SafeName(file.FileName));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await using var target = File.Create(path);
                await file.CopyToAsync(target, cancellation);
                paths.Add(path);
            }
        }
        catch
        {
            Drop(token);
            throw;
        }

        return paths;
    }

    /// <summary>Keeps an upload waiting for a yes.</summary>
    public void Wait(string token, ImportRequest request)
    {
        lock (_lock)
        {
            _waiting.Add((token, request, _clock.GetUtcNow()));
        }

        DropOld();
    }

    /// <summary>What a token stands for, once; null where it stands for nothing.</summary>
    public ImportRequest? Take(string token)
    {
        DropOld();
        lock (_lock)
        {
            var place = _waiting.FindIndex(upload => upload.Token == token);
            if (place < 0)
            {
                return null;
            }

            var request = _waiting[place].Request;
            _waiting.RemoveAt(place);
            return request;
        }
    }

    /// <summary>Deletes the files of an upload.</summary>
    public void Drop(string token)
    {
        Delete(FolderOf(token));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _looks.Dispose();
        if (_folder is not null)
        {
            Delete(_folder);
        }
    }

    // Another may have been first, and a file may be open still: what is left is deleted with the rest.
    static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    void DropOld()
    {
        var oldest = _clock.GetUtcNow() - LongestWait;
        List<string> gone;
        lock (_lock)
        {
            var overMany = _waiting.Take(_waiting.Count - MostWaiting);
            gone = [.. overMany.Union(_waiting.Where(upload => upload.Since < oldest)).Select(upload => upload.Token)];
            _waiting.RemoveAll(upload => gone.Contains(upload.Token));
        }

        gone.ForEach(Drop);
    }

    string FolderOf(string token)
    {
        lock (_lock)
        {
            _folder ??= Directory.CreateTempSubdirectory("bizgraph-uploads-").FullName;
        }

        return Path.Combine(_folder, token);
    }

    // A name is text from outside: no folders, no signs that mean something to a shell or a file system, not too long.
    static string SafeName(string name)
    {
        var last = UnsafeSigns().Replace(name[(name.LastIndexOfAny(['/', '\\']) + 1)..], "_").Trim(' ', '.');
        return last.Length == 0 ? "file"
            : last.Length <= LongestName ? last
            : last[^LongestName..];
    }

    [GeneratedRegex("""[\p{C}<>:"|?*]""")]
    private static partial Regex UnsafeSigns();
}
