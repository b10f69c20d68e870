namespace BizGraph.Ingest.Csv;

/// <summary>Bytes that were read a moment ago can be read again: what a row with an unclosed quote swallowed.</summary>
/// <remarks>Keeps at least <see cref="Kept"/> bytes behind what was read last, in one buffer that grows to twice that and no more.</remarks>
sealed class RewindableStream(Stream inner) : Stream
{
    /// <summary>How far back a rewind may go, in bytes.</summary>
    public const int Kept = 4 << 20;

    const int ReadSize = 1 << 16;

    byte[] _buffer = new byte[2 * ReadSize];
    long _origin; // position in the stream of _buffer[0]
    int _next; // the next byte to hand out
    int _end; // what was read into the buffer ends here

    /// <inheritdoc/>
    public override long Position
    {
        get => _origin + _next;
        set
        {
            var next = value - _origin;
            ArgumentOutOfRangeException.ThrowIfNegative(next);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(next, _end);
            _next = (int)next;
        }
    }

    /// <summary>Goes on behind the next line break.</summary>
    public void SkipLine()
    {
        while (Fill())
        {
            var rest = _buffer.AsSpan(_next, _end - _next);
            var at = rest.IndexOfAny((byte)'\n', (byte)'\r');
            _next = at < 0 ? _end : _next + at + 1;
            if (at >= 0)
            {
                if (rest[at] == '\r' && Fill() && _buffer[_next] == '\n')
                {
                    _next++;
                }

                return;
            }
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (!Fill())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _end - _next);
        _buffer.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // Makes at least one byte ready, if there is one.
    bool Fill()
    {
        if (_next < _end)
        {
            return true;
        }

        if (_end == _buffer.Length && _end < 2 * Kept)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }
        else if (_end == _buffer.Length)
        {
            _buffer.AsSpan(_end - Kept).CopyTo(_buffer);
            _origin += _end - Kept;
            _next = _end = Kept;
        }

        _end += inner.Read(_buffer.AsSpan(_end, Math.Min(_buffer.Length - _end, ReadSize)));
        return _next < _end;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
