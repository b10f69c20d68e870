using System.IO.Compression;
using BizGraph.Model;

namespace BizGraph.Ingest.Files;

/// <summary>What a file on disk holds: itself, what was packed into it by gzip, or the entries of a zip archive.</summary>
static class Archives
{
    const int MostEntries = 1_000;

    /// <summary>Its contents, those of an archive in order of their names.</summary>
    /// <exception cref="UnreadableFileException">It is an archive that cannot be read.</exception>
    public static IReadOnlyList<ByteSource> ContentsOf(string path)
    {
        using var file = ByteSource.OpenFile(path);
        var bytes = new byte[FileHead.Length];
        var head = new FileHead(bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
        return head.IsGzip ? [new GzipBytes(path)]
            : head.IsZip && !head.IsZippedWorkbook && !IsDocument(head) ? EntriesOf(path, file)
            : [new FileBytes(path)];
    }

    /// <summary>Whether a zip archive is some program's document, and no archive to its user.</summary>
    public static bool IsDocument(FileHead head) =>
        head.IsZip && (head.Has("[Content_Types].xml"u8) || head.Has("mimetypeapplication/"u8));

    static List<ByteSource> EntriesOf(string path, FileStream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries)
        {
            throw new UnreadableFileException(
                $"an archive of {archive.Entries.Count:N0} files",
                $"at most {MostEntries:N0}",
                ImportProblemKind.OverLimit
            );
        }

        if (archive.Entries.Any(entry => entry.IsEncrypted))
        {
            throw new UnreadableFileException(
                "an archive that is locked with a password",
                "one without a password",
                ImportProblemKind.EncryptedFile
            );
        }

        var entries = archive
            .Entries.Select((entry, index) => (entry.FullName, Index: index, entry.CompressedLength))
            .Where(entry => !IsHidden(entry.FullName))
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .ThenBy(entry => entry.Index)
            .Select(ByteSource (entry) => new ZipEntryBytes(path, entry.FullName, entry.Index, entry.CompressedLength))
            .ToList();
        return entries.Count > 0
            ? entries
            : throw new UnreadableFileException("an archive without files", "one with lists in it");
    }

    // Folders, and what systems leave beside people's own files.
    static bool IsHidden(string name) =>
        name.EndsWith('/') || name.StartsWith("__MACOSX/", StringComparison.Ordinal) || Path.GetFileName(name).StartsWith('.');
}
