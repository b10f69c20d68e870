using System.Text.RegularExpressions;
using BizGraph.Ingest;

namespace BizGraph.Api.Imports;

/// <summary>Uploaded files, in a folder that only its user can read: those that wait for a yes, those that a job takes in, and the rows that were refused.</summary>
/// <remarks>Several processes may use one folder. What a killed process left is deleted by the next one when it is old enough.</remarks>
sealed partial class UploadFolder
{
    /// <summary>Bytes of one upload with all of its files. Larger files go in by the command line.</summary>
    public const long LargestUpload = 64L << 20;

    /// <summary>Files of one upload.</summary>
    public const int MostFiles = 20;

    /// <summary>How long an upload waits for a yes.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    /// <summary>How long refused rows can be fetched, and how long the files of a job stay that no service came back for.</summary>
    public static readonly TimeSpan LongestKeep = TimeSpan.FromDays(7);

    /// <summary>The name of the file that says how an upload was understood.</summary>
    public const string Mapping = "mapping.yaml";

    const int LongestName = 60;

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    readonly TimeProvider _clock;
    readonly string _waiting;
    readonly string _jobs;
    readonly string _results;

    /// <summary>Uses a folder, and makes it where there is none.</summary>
    public UploadFolder(string path, TimeProvider clock)
    {
        _clock = clock;
        Make(path);
        (_waiting, _jobs, _results) = (Under(path, "waiting"), Under(path, "jobs"), Under(path, "results"));
        DropOld();
    }

    /// <summary>Writes the files of an upload into a folder of its own.</summary>
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
                var path = Path.Combine(_waiting, token, $"{paths.Count}", SafeName(file.FileName));
                Make(Path.GetDirectoryName(path)!);
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

    /// <summary>Moves the files of an upload to where they stay until a job took them in.</summary>
    /// <returns>Where they are now.</returns>
    public IReadOnlyList<string> Confirm(string token, IReadOnlyList<string> files)
    {
        Directory.Move(Path.Combine(_waiting, token), Path.Combine(_jobs, token));
        return [.. files.Select(file => Path.Combine(_jobs, Path.GetRelativePath(_waiting, file)))];
    }

    /// <summary>Moves them back: no job took them.</summary>
    public void Withdraw(string token) => Directory.Move(Path.Combine(_jobs, token), Path.Combine(_waiting, token));

    /// <summary>Whether a job takes in the files of an upload.</summary>
    public bool IsOf(string token, ImportRequest request) =>
        Hexadecimal().IsMatch(token)
        && request.Files.Any(file =>
            file.StartsWith(Path.Combine(_jobs, token) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        );

    /// <summary>Deletes the files of an upload that waits.</summary>
    public void Drop(string token) => Delete(Path.Combine(_waiting, token));

    /// <summary>Deletes the files of a job, if they lie here.</summary>
    public void DropFilesOf(ImportRequest request)
    {
        foreach (var path in request.Files.Select(file => Path.GetRelativePath(_jobs, file)))
        {
            if (!path.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(path))
            {
                Delete(Path.Combine(_jobs, path.Split(Path.DirectorySeparatorChar)[0]));
            }
        }
    }

    /// <summary>Where the rows go that are refused of an upload or a job, each list in a file of its own; what was there is gone.</summary>
    /// <param name="id">The upload's token or the job's id.</param>
    public RefusedRowFiles NewRefusedRows(string id)
    {
        var folder = Path.Combine(_results, id);
        Delete(folder);
        Make(folder);
        return new RefusedRowFiles(Path.Combine(folder, "refused.csv"));
    }

    /// <summary>Keeps how an upload was understood.</summary>
    public void WriteMapping(string token, string yaml) => File.WriteAllText(Path.Combine(_results, token, Mapping), yaml);

    /// <summary>The files of refused rows of an upload or a job.</summary>
    /// <param name="id">The upload's token or the job's id, in hexadecimal; anything else has none.</param>
    public IReadOnlyList<string> RefusedRows(string id)
    {
        var folder = Path.Combine(_results, id);
        return Hexadecimal().IsMatch(id) && Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.csv").OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal)]
            : [];
    }

    /// <summary>A file that people may fetch: refused rows, or how an upload was understood.</summary>
    /// <returns>Null where there is none of this name.</returns>
    public string? Result(string id, string file) =>
        Hexadecimal().IsMatch(id) && file == Mapping && File.Exists(Path.Combine(_results, id, Mapping))
            ? Path.Combine(_results, id, Mapping)
            : RefusedRows(id).SingleOrDefault(path => Path.GetFileName(path) == file);

    /// <summary>Deletes what waited too long, whichever process it waited for.</summary>
    public void DropOld()
    {
        var now = _clock.GetUtcNow();
        foreach (var (folder, longest) in new[] { (_waiting, LongestWait), (_jobs, LongestKeep), (_results, LongestKeep) })
        {
            foreach (
                var old in Directory.GetDirectories(folder).Where(path => now - Directory.GetLastWriteTimeUtc(path) > longest)
            )
            {
                Delete(old);
            }
        }
    }

    static string Under(string path, string name)
    {
        var folder = Path.Combine(path, name);
        Make(folder);
        return folder;
    }

    static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // The folder lies in the user's own profile.
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }

    // Another may have been first, and a file may be open still: what is left is deleted when it is old.
    static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
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

    [GeneratedRegex("^[0-9a-f]{1,64}$")]
    private static partial Regex Hexadecimal();
}
