using System.Text;
using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Ingest.Json;

/// <summary>JSON Lines: each line is an item; a bad one costs itself only.</summary>
sealed class JsonLineItems(Stream utf8) : JsonItems
{
    const int Excerpt = 240;

    byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;
    bool _isLast;
    JsonDocument? _document;

    /// <inheritdoc/>
    public override bool Read()
    {
        while (TryLine(out var line, out var isTooLong))
        {
            Row++;
            Fault = null;
            var text = line.Span.Trim(" \t\r"u8);
            if (isTooLong)
            {
                Length = 0;
                Fault = new RowFault(ImportProblemKind.TooLarge, Begin(text), $"a line of at most {LongestItem:N0} bytes");
                return true;
            }

            if (!text.IsEmpty)
            {
                Parse(line);
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _document?.Dispose();
        utf8.Dispose();
    }

    void Parse(ReadOnlyMemory<byte> line)
    {
        _document?.Dispose();
        _document = null;
        try
        {
            _document = JsonDocument.Parse(line);
            (Item, Length) = (_document.RootElement, line.Length);
        }
        catch (JsonException broken)
        {
            Length = 0;
            Fault = IsTooDeep(broken)
                ? new RowFault(
                    ImportProblemKind.TooLarge,
                    $"an object nested more than {MostLevels} levels deep",
                    $"one of at most {MostLevels} levels"
                )
                : new RowFault(ImportProblemKind.DamagedRow, Begin(line.Span), "one whole JSON object in each line");
        }
    }

    static string Begin(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, Excerpt)]);

    // The line stays in the buffer until the next is asked for.
    bool TryLine(out ReadOnlyMemory<byte> line, out bool isTooLong)
    {
        isTooLong = false;
        var looked = 0;
        while (true)
        {
            var lineEnd = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (lineEnd >= 0 || _isLast)
            {
                var length = lineEnd >= 0 ? looked + lineEnd : _end - _start;
                line = _buffer.AsMemory(_start, length);
                _start += lineEnd >= 0 ? length + 1 : length;
                return lineEnd >= 0 || length > 0;
            }

            looked = _end - _start;
            if (looked > LongestItem)
            {
                isTooLong = true;
                line = _buffer.AsMemory(_start, Excerpt).ToArray();
                SkipLine();
                return true;
            }

            Fill();
        }
    }

    void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var count = utf8.Read(_buffer.AsSpan(_end));
        _isLast = count == 0;
        _end += count;
    }

    void SkipLine()
    {
        while (_buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n') is var lineEnd)
        {
            _start = lineEnd < 0 ? _end : _start + lineEnd + 1;
            if (lineEnd >= 0 || _isLast)
            {
                return;
            }

            Fill();
        }
    }
}
