using System.Buffers;
using System.Text;

namespace BizGraph.Ingest.Csv;

/// <summary>Counts, block by block, how well the bytes of a file read as UTF-8.</summary>
sealed class Utf8Census
{
    readonly byte[] _cut = new byte[4]; // a character that the last block cut
    int _cutLength;

    /// <summary>Characters of more than one byte.</summary>
    public long Wide { get; private set; }

    /// <summary>Bytes that are part of no character.</summary>
    public long Bad { get; private set; }

    /// <summary>The encoding that the whole file is in.</summary>
    /// <remarks>A few bad bytes among many wide characters are damage in a UTF-8 file; otherwise they are Windows-1252.</remarks>
    public TextEncoding Encoding =>
        Bad + _cutLength == 0 ? new TextEncoding(System.Text.Encoding.UTF8)
        : Wide > 10 * (Bad + _cutLength) ? new TextEncoding(System.Text.Encoding.UTF8, HasBadBytes: true)
        : new TextEncoding(TextEncoding.Windows1252);

    /// <summary>Counts the next block.</summary>
    public void Add(ReadOnlySpan<byte> block)
    {
        block = block[FinishCut(block)..];
        if (System.Text.Ascii.IsValid(block))
        {
            return;
        }

        while (!block.IsEmpty)
        {
            var wide = block.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (wide < 0)
            {
                return;
            }

            block = block[wide..];
            var status = Rune.DecodeFromUtf8(block, out _, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                block.CopyTo(_cut);
                _cutLength = block.Length;
                return;
            }

            Wide += status == OperationStatus.Done ? 1 : 0;
            Bad += status == OperationStatus.Done ? 0 : length;
            block = block[length..];
        }
    }

    // Joins what the last block cut with the beginning of this one; says how many bytes of it that took.
    int FinishCut(ReadOnlySpan<byte> block)
    {
        if (_cutLength == 0 || block.IsEmpty)
        {
            return 0;
        }

        Span<byte> joined = stackalloc byte[8];
        _cut.AsSpan(0, _cutLength).CopyTo(joined);
        var added = Math.Min(block.Length, 4);
        block[..added].CopyTo(joined[_cutLength..]);
        var status = Rune.DecodeFromUtf8(joined[..(_cutLength + added)], out _, out var length);
        if (status == OperationStatus.NeedMoreData && added == block.Length)
        {
            joined[..(_cutLength + added)].CopyTo(_cut);
            _cutLength += added;
            return added;
        }

        Wide += status == OperationStatus.Done ? 1 : 0;
        Bad += status == OperationStatus.Done ? 0 : length;
        var taken = Math.Max(0, length - _cutLength);
        _cutLength = 0;
        return taken;
    }
}
