using System.Security.Cryptography;

namespace BizGraph.Ingest.Csv;

/// <summary>What one pass over the bytes of a file tells: which file it is, and how to read it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="File">Its name, SHA-256 and length.</param>
/// <param name="Modified">When it was written last.</param>
/// <param name="Encoding">How its bytes stand for text.</param>
sealed record FileScan(string Path, Model.ImportFile File, DateTime Modified, TextEncoding Encoding)
{
    const int BlockSize = 1 << 18;

    static readonly (byte[] Start, string What)[] Signatures =
    [
        ("PK\x03\x04"u8.ToArray(), "a zip archive or an Excel workbook (.xlsx)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an Excel workbook (.xls)"),
        ("%PDF"u8.ToArray(), "a PDF"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("SQLite format 3\0"u8.ToArray(), "an SQLite database"),
    ];

    /// <summary>Opens the file for reading from its beginning.</summary>
    public FileStream Open() => Open(Path);

    /// <summary>Whether the file is still the one that was read.</summary>
    public bool IsUnchanged =>
        new FileInfo(Path) is { Exists: true } now && now.Length == File.Bytes && now.LastWriteTimeUtc == Modified;

    /// <summary>Reads the file once, from its beginning to its end.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="read">Told how many bytes were read since it was told last.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="UnreadableFileException">It is empty or no text.</exception>
    public static async Task<FileScan> RunAsync(string path, Action<long> read, CancellationToken cancellation)
    {
        await using var stream = Open(path);
        var modified = System.IO.File.GetLastWriteTimeUtc(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var census = new Utf8Census();
        var block = new byte[BlockSize];
        TextEncoding? known = null;
        long length = 0;
        while (await stream.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancellation) is var count and > 0)
        {
            var bytes = block.AsMemory(0, count);
            if (length == 0)
            {
                RefuseSignature(bytes.Span);
                known = TextEncoding.FromStart(bytes.Span);
            }

            if (known?.IsWide != true)
            {
                RefuseNul(bytes.Span, length);
                census.Add(bytes.Span);
            }

            hash.AppendData(bytes.Span);
            length += count;
            read(count);
        }

        if (length == 0)
        {
            throw new UnreadableFileException("an empty file (0 bytes)", "a header row and rows below it");
        }

        var file = new Model.ImportFile(
            System.IO.Path.GetFileName(path),
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            length
        );
        return new FileScan(path, file, modified, Conclude(known, census));
    }

    // A spreadsheet program may have it open for writing.
    static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);

    static TextEncoding Conclude(TextEncoding? known, Utf8Census census) =>
        known is null ? census.Encoding
        : known.IsWide ? known
        : known with { HasBadBytes = census.Bad > 0 };

    static void RefuseSignature(ReadOnlySpan<byte> start)
    {
        foreach (var (signature, what) in Signatures)
        {
            if (start.StartsWith(signature))
            {
                throw new UnreadableFileException(what, "a CSV file: open it in its program and save it as CSV");
            }
        }
    }

    static void RefuseNul(ReadOnlySpan<byte> bytes, long offset)
    {
        if (bytes.IndexOf((byte)0) is var nul and >= 0)
        {
            throw new UnreadableFileException(
                $"a NUL byte at byte {offset + nul + 1:N0}: no text",
                "a CSV file: text in rows and cells"
            );
        }
    }
}

/// <summary>A file that cannot be read, and why.</summary>
/// <param name="found">What it is.</param>
/// <param name="expected">What would do.</param>
sealed class UnreadableFileException(string found, string expected) : Exception($"Found {found}; expected {expected}.")
{
    /// <summary>What it is.</summary>
    public string Found { get; } = found;

    /// <summary>What would do.</summary>
    public string Expected { get; } = expected;
}
