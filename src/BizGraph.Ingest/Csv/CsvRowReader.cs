using System.Text;
using BizGraph.Model;
using CsvHelper;

namespace BizGraph.Ingest.Csv;

/// <summary>The rows of a CSV file, one after the other, the blank ones among them.</summary>
/// <remarks>
/// A row whose quote is not closed would run to the end of the file. It is read as far as its line, is at fault,
/// and the next line is a row again. Memory is bounded by the limit of one row.
/// </remarks>
sealed class CsvRowReader : IRowReader
{
    /// <summary>The longest row, in bytes of UTF-8.</summary>
    public const int LongestRow = 1 << 20;

    /// <summary>The most cells of a row: as many as Excel has columns.</summary>
    public const int MostCells = 16_384;

    const int RestartBuffer = 4_096;

    readonly RewindableStream _stream;
    readonly CsvReaderOptions _options;
    readonly byte _separator;
    CsvReader _csv;
    long _origin; // where _csv began in the stream
    bool _isSuspect; // a quote of the current row stands where none may
    bool _rewind; // the current row was given up: go on behind its first line
    long _rowStart;

    /// <summary>Reads UTF-8 text; disposes it in the end.</summary>
    public CsvRowReader(Stream utf8, char separator)
    {
        _stream = new RewindableStream(utf8);
        _separator = (byte)separator;
        _options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            TrimWhitespace = true,
            MaxRecordSize = LongestRow,
            PoolStrings = true,
            OnMalformedRecord = _ => _isSuspect = true,
        };
        _csv = CsvReader.Create(_stream, _options, leaveOpen: true);
    }

    /// <summary>The number of the current row, from 1, as a spreadsheet counts: blank rows too, and a cell of several lines is in one row.</summary>
    public long Row { get; private set; }

    /// <summary>What is wrong with the current row; its cells cannot be read then.</summary>
    public RowFault? Fault { get; private set; }

    /// <summary>The number of cells of the current row.</summary>
    public int Count => _csv.FieldCount;

    /// <summary>The length of the current row in bytes; 0 where it is at fault.</summary>
    public int Length => Fault is null ? _csv.RawRecord.Length : 0;

    /// <summary>Whether nothing stands in the current row.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < _csv.FieldCount; i++)
            {
                if (!_csv.GetSpan(i).Trim(" \t"u8).IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>A cell of the current row, trimmed; empty where the row is too short.</summary>
    public string this[int column] => _csv.GetSpan(column).IsEmpty ? string.Empty : _csv.GetString(column).Trim();

    /// <summary>Goes to the next row. False at the end of the file.</summary>
    public bool Read()
    {
        Restart();
        Fault = null;
        _isSuspect = false;
        try
        {
            if (!_csv.Read())
            {
                return false;
            }
        }
        catch (CsvFormatException tooLong)
        {
            GiveUp(_origin + tooLong.ByteOffset);
            return true;
        }

        Row++;
        if (_csv.RawRecord.Length > LongestRow)
        {
            Row--;
            GiveUp(_origin + _csv.ByteOffset);
        }
        else if (_csv.FieldCount > MostCells)
        {
            Fault = new RowFault(
                ImportProblemKind.TooLarge,
                $"{_csv.FieldCount:N0} cells",
                $"at most {MostCells:N0} cells in a row"
            );
        }
        else if (_isSuspect && !QuoteCheck.IsClean(_csv.RawRecord, _separator))
        {
            Condemn(_csv.RawRecord);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _csv.Dispose();
        _stream.Dispose();
    }

    // The row in hand has a quote without its match. Where it spans lines it swallowed its neighbours: they are read again.
    void Condemn(ReadOnlySpan<byte> row)
    {
        var lineEnd = row.IndexOfAny((byte)'\n', (byte)'\r');
        _rewind = lineEnd >= 0;
        _rowStart = _origin + _csv.ByteOffset;
        Fault = new RowFault(
            ImportProblemKind.BadQuote,
            Excerpt(lineEnd < 0 ? row : row[..lineEnd]),
            lineEnd < 0
                ? "a cell in quotes to end at its closing quote; a quote inside it is doubled"
                : "the quote that opens in this row to be closed; a quote inside a cell is doubled"
        );
    }

    // A row over the limit is either one line of that length, or a quote that never closes.
    void GiveUp(long start)
    {
        Row++;
        _rewind = true;
        _rowStart = start;
        _stream.Position = start;
        Span<byte> head = stackalloc byte[4096];
        head = head[.._stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var lineEnd = head.IndexOfAny((byte)'\n', (byte)'\r');
        var isOpen = lineEnd >= 0 && !QuoteCheck.IsClean(head[..lineEnd], _separator);
        Fault = new RowFault(
            isOpen ? ImportProblemKind.BadQuote : ImportProblemKind.TooLarge,
            Excerpt(lineEnd < 0 ? head : head[..lineEnd]),
            isOpen
                ? $"the quote that opens in this row to be closed within {LongestRow:N0} bytes"
                : $"a row of at most {LongestRow:N0} bytes"
        );
    }

    void Restart()
    {
        if (!_rewind)
        {
            return;
        }

        _rewind = false;
        _csv.Dispose();
        _stream.Position = _rowStart;
        _stream.SkipLine();
        _origin = _stream.Position;
        // Bad rows come in swarms: a small buffer, since each restart scans all of it (three times as fast as the usual one).
        _csv = CsvReader.Create(_stream, _options with { BufferSize = RestartBuffer, PoolStrings = false }, leaveOpen: true);
    }

    static string Excerpt(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, 240)]);
}
