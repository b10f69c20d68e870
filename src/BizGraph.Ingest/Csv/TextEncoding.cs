using System.Text;

namespace BizGraph.Ingest.Csv;

/// <summary>How the bytes of a file stand for text.</summary>
/// <param name="Encoding">The encoding; UTF-8 is read as it is.</param>
/// <param name="MarkLength">Length of the byte-order mark.</param>
/// <param name="HasBadBytes">Whether some bytes are no text in it, and are read as U+FFFD; not known where characters are wide.</param>
sealed record TextEncoding(Encoding Encoding, int MarkLength = 0, bool HasBadBytes = false)
{
    static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    /// <summary>Windows-1252, which the runtime knows once its table is registered.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Whether two or four bytes make a character: then a NUL byte is nothing special.</summary>
    public bool IsWide => Encoding is UnicodeEncoding or UTF32Encoding;

    /// <summary>Whether cells must be looked at for characters that are none.</summary>
    public bool MayHoldBadText => HasBadBytes || IsWide;

    /// <summary>What the first bytes of a file tell; null where only the whole file can.</summary>
    public static TextEncoding? FromStart(ReadOnlySpan<byte> start)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (start.StartsWith(mark))
            {
                return new TextEncoding(encoding, mark.Length);
            }
        }

        return FromNulPattern(start);
    }

    /// <summary>The text of a file as UTF-8, without its byte-order mark.</summary>
    /// <param name="file">The file, opened; the text disposes it.</param>
    public Stream TextOf(Stream file)
    {
        Span<byte> mark = stackalloc byte[4];
        file.ReadExactly(mark[..MarkLength]);
        return Encoding is UTF8Encoding ? file : Encoding.CreateTranscodingStream(file, Encoding, Encoding.UTF8);
    }

    // UTF-16 without a mark: in text that is mostly Latin every second byte is NUL.
    static TextEncoding? FromNulPattern(ReadOnlySpan<byte> start)
    {
        var pairs = Math.Min(start.Length, 1024) / 2;
        int even = 0,
            odd = 0;
        for (var i = 0; i < pairs; i++)
        {
            even += start[2 * i] == 0 ? 1 : 0;
            odd += start[(2 * i) + 1] == 0 ? 1 : 0;
        }

        return pairs < 2 ? null
            : odd > pairs / 2 && even == 0 ? new TextEncoding(Encoding.Unicode)
            : even > pairs / 2 && odd == 0 ? new TextEncoding(Encoding.BigEndianUnicode)
            : null;
    }
}
