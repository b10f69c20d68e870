using System.Security.Cryptography;
using BizGraph.Ingest.Csv;
using BizGraph.Model;

namespace BizGraph.Ingest.Files;

/// <summary>What one pass over some bytes tells: which they are, and how to read them.</summary>
/// <param name="Source">Where they are.</param>
/// <param name="Sha256">Their SHA-256, in hexadecimal. What an archive holds is known by itself, however it was packed.</param>
/// <param name="Bytes">Their length.</param>
/// <param name="Modified">When their file was written last.</param>
/// <param name="FileLength">The length of their file.</param>
/// <param name="Format">What they are.</param>
/// <param name="Encoding">How they stand for text, if they do.</param>
sealed record FileScan(
    ByteSource Source,
    string Sha256,
    long Bytes,
    DateTime Modified,
    long FileLength,
    IFileFormat Format,
    TextEncoding Encoding
)
{
    const int BlockSize = 1 << 18;

    static readonly (byte[] Start, string What)[] Signatures =
    [
        ("%PDF"u8.ToArray(), "a PDF"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("SQLite format 3\0"u8.ToArray(), "an SQLite database"),
    ];

    /// <summary>Whether the file is still the one that was read.</summary>
    public bool IsUnchanged =>
        new FileInfo(Source.Path) is { Exists: true } now && now.Length == FileLength && now.LastWriteTimeUtc == Modified;

    /// <summary>The bytes, opened.</summary>
    public Stream Open() => Source.Open(out _);

    /// <summary>Their text as UTF-8.</summary>
    public Stream OpenText() => Encoding.TextOf(Open());

    /// <summary>Reads the bytes once, from the first to the last.</summary>
    /// <param name="source">Where they are.</param>
    /// <param name="read">Told how many bytes of the file were read since it was told last.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="UnreadableFileException">They are nothing that can be read.</exception>
    public static async Task<FileScan> RunAsync(ByteSource source, Action<long> read, CancellationToken cancellation)
    {
        await using var bytes = source.Open(out var file);
        var (modified, fileLength) = (File.GetLastWriteTimeUtc(source.Path), file.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockSize];
        BlockReader? text = null;
        long length = 0;
        while (await bytes.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancellation) is var count and > 0)
        {
            text ??= BlockReader.For(block.AsMemory(0, count), source.IsUnpacked);
            text.Add(block.AsSpan(0, count), length);
            hash.AppendData(block.AsSpan(0, count));
            length += count;
            read(source.IsUnpacked ? 0 : count);
        }

        return text is null
            ? throw new UnreadableFileException("an empty file (0 bytes)", "a header row and rows below it")
            : new FileScan(
                source,
                Convert.ToHexStringLower(hash.GetHashAndReset()),
                length,
                modified,
                fileLength,
                text.Format,
                text.Encoding
            );
    }

    /// <summary>Looks at the blocks of a file.</summary>
    sealed class BlockReader(IFileFormat format, TextEncoding? known)
    {
        readonly Utf8Census _census = new();

        public IFileFormat Format => format;

        public TextEncoding Encoding =>
            known is null ? _census.Encoding
            : known.IsWide ? known
            : known with { HasBadBytes = _census.Bad > 0 };

        /// <summary>What the first block tells.</summary>
        public static BlockReader For(ReadOnlyMemory<byte> first, bool isUnpacked)
        {
            var head = new FileHead(first[..Math.Min(first.Length, FileHead.Length)]);
            RefuseSignature(head, isUnpacked);
            return new BlockReader(RowReaders.FormatOf(head), head.Encoding);
        }

        public void Add(ReadOnlySpan<byte> block, long offset)
        {
            if (!format.IsText || known?.IsWide == true)
            {
                return;
            }

            if (block.IndexOf((byte)0) is var nul and >= 0)
            {
                throw new UnreadableFileException(
                    $"a NUL byte at byte {offset + nul + 1:N0}: no text",
                    "a CSV file: text in rows and cells"
                );
            }

            _census.Add(block);
        }

        static void RefuseSignature(FileHead head, bool isUnpacked)
        {
            if (isUnpacked && (head.IsGzip || (head.IsZip && !head.IsZippedWorkbook && !Archives.IsDocument(head))))
            {
                throw new UnreadableFileException(
                    "an archive inside an archive",
                    "lists in the archive itself",
                    ImportProblemKind.NestedArchive
                );
            }

            var what =
                head.IsZip && !head.IsZippedWorkbook
                    ? head.Has("opendocument.spreadsheet"u8)
                        ? "an OpenDocument spreadsheet (.ods)"
                        : "a document that is no workbook"
                    : Signatures.FirstOrDefault(signature => head.Starts(signature.Start)).What;
            if (what is not null)
            {
                throw new UnreadableFileException(
                    what,
                    "a workbook (.xlsx) or a CSV file: open it in its program and save it as one"
                );
            }
        }
    }
}
