using BizGraph.Ingest.Csv;

namespace BizGraph.Ingest.Files;

/// <summary>The first bytes of a file: what its format is known by.</summary>
sealed class FileHead(ReadOnlyMemory<byte> bytes)
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Length = 1 << 16;

    /// <summary>How its text is written, where that can be told already.</summary>
    public TextEncoding? Encoding { get; } = TextEncoding.FromStart(bytes.Span);

    /// <summary>Them.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>Whether it is a zip archive, workbooks among them.</summary>
    public bool IsZip => Starts("PK\x03\x04"u8) || Starts("PK\x05\x06"u8);

    /// <summary>Whether it is a gzip file.</summary>
    public bool IsGzip => Starts([0x1F, 0x8B]);

    /// <summary>Whether it is a zip archive that is an Excel workbook.</summary>
    public bool IsZippedWorkbook =>
        IsZip && (Has("xl/w"u8) || (Has("[Content_Types].xml"u8) && !Has("word/"u8) && !Has("ppt/"u8)));

    /// <summary>Whether it is an Excel workbook of the older kind, or an encrypted one.</summary>
    public bool IsCompoundFile => Starts([0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>The beginning of its text, without a mark and white space.</summary>
    public string Text()
    {
        var text = (Encoding?.Encoding ?? System.Text.Encoding.Latin1).GetString(Bytes[(Encoding?.MarkLength ?? 0)..]);
        return text.TrimStart('\uFEFF').TrimStart();
    }

    /// <summary>Whether it begins with these bytes.</summary>
    public bool Starts(ReadOnlySpan<byte> start) => Bytes.StartsWith(start);

    /// <summary>Whether these bytes are in it.</summary>
    public bool Has(ReadOnlySpan<byte> part) => Bytes.IndexOf(part) >= 0;
}
