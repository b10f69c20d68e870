using BizGraph.Model;

namespace BizGraph.Ingest.Files;

/// <summary>Bytes as they come out of an archive, up to a limit.</summary>
/// <remarks>An archive whose content is hundreds of times its own length is made to fill a machine, not to hold a list.</remarks>
abstract class UnpackedStream(Stream inner, long packedLength) : Stream
{
    const long MostBytes = 8L << 30;
    const long AlwaysAllowed = 64L << 20;
    const int MostTimes = 200;

    long _position;
    bool _isChecked;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>How many bytes an archive of some length may hold.</summary>
    public static long MostUnpacked(long packedLength) =>
        Math.Min(MostBytes, Math.Max(AlwaysAllowed, Math.Min(packedLength, MostBytes) * MostTimes));

    /// <summary>What is said of one that holds more.</summary>
    public static UnreadableFileException OverLimit(long packedLength) =>
        new(
            $"an archive of {packedLength:N0} bytes that would unpack to more than {MostUnpacked(packedLength):N0}",
            $"at most {MostBytes >> 30} GB, and at most {MostTimes} times the archive's own length",
            ImportProblemKind.OverLimit
        );

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _position += count;
        if (_position > MostUnpacked(packedLength))
        {
            throw OverLimit(packedLength);
        }

        if (count > 0)
        {
            Check(buffer[..count]);
        }
        else if (buffer.Length > 0 && !_isChecked)
        {
            _isChecked = true;
            CheckEnd(_position);
        }

        return count;
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

    /// <summary>Looks at the next bytes.</summary>
    protected virtual void Check(ReadOnlySpan<byte> bytes) { }

    /// <summary>Looks at the end.</summary>
    /// <exception cref="InvalidDataException">Something is missing.</exception>
    protected abstract void CheckEnd(long length);

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
