using BizGraph.Model;

namespace BizGraph.Ingest.Files;

/// <summary>Passes XML on, as long as no tag or text of it is beyond reason: the parser would hold all of it in memory.</summary>
sealed class MarkupGuard(Stream inner) : Stream
{
    /// <summary>The longest tag with the text behind it, in bytes.</summary>
    public const int LongestTag = 1 << 20;

    int _sinceTag;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => inner.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => inner.Position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        // A block longer than the limit could hide a tag of that length.
        var count = inner.Read(buffer[..Math.Min(buffer.Length, LongestTag / 2)]);
        var first = buffer[..count].IndexOf((byte)'<');
        var isTooLong = _sinceTag + (first < 0 ? count : first) > LongestTag;
        _sinceTag = first < 0 ? _sinceTag + count : count - buffer[..count].LastIndexOf((byte)'<');
        return isTooLong
            ? throw new UnreadableFileException(
                $"a text or tag of more than {LongestTag:N0} bytes",
                $"cells of at most {LongestTag:N0} bytes",
                ImportProblemKind.OverLimit
            )
            : count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
