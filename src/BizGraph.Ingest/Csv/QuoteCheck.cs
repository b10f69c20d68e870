namespace BizGraph.Ingest.Csv;

/// <summary>Whether the quotes of a row pair up: each quoted cell ends at its separator.</summary>
static class QuoteCheck
{
    /// <summary>False where text follows a closing quote, or a quote is never closed. A quote inside an unquoted cell is text.</summary>
    /// <remarks>Time O(bytes). Spaces and tabs around a quoted cell are passed over.</remarks>
    public static bool IsClean(ReadOnlySpan<byte> row, byte separator)
    {
        while (true)
        {
            row = row.TrimStart(separator == '\t' ? " "u8 : " \t"u8);
            if (row.IsEmpty || row[0] != '"')
            {
                var end = row.IndexOf(separator);
                if (end < 0)
                {
                    return true;
                }

                row = row[(end + 1)..];
                continue;
            }

            row = row[1..];
            if (!TryClose(ref row))
            {
                return false;
            }

            row = row.TrimStart(separator == '\t' ? " "u8 : " \t"u8);
            if (row.IsEmpty)
            {
                return true;
            }

            if (row[0] != separator)
            {
                return false;
            }

            row = row[1..];
        }
    }

    // Goes behind the closing quote; a doubled one is a quote in the text.
    static bool TryClose(ref ReadOnlySpan<byte> row)
    {
        while (row.IndexOf((byte)'"') is var quote and >= 0)
        {
            row = row[(quote + 1)..];
            if (row.IsEmpty || row[0] != '"')
            {
                return true;
            }

            row = row[1..];
        }

        return false;
    }
}
