using BizGraph.Ingest.Files;
using BizGraph.Model;

namespace BizGraph.Ingest.Excel;

/// <summary>The bytes of a workbook, where one can go back and forth in them.</summary>
static class WorkbookBytes
{
    /// <summary>The longest workbook, in bytes.</summary>
    public const int Longest = 128 << 20;

    /// <summary>A file as it is; what comes out of an archive is held in memory.</summary>
    /// <exception cref="UnreadableFileException">It is over the limit.</exception>
    public static Stream Open(Stream bytes)
    {
        if (bytes.CanSeek)
        {
            return bytes.Length <= Longest ? bytes : throw OverLimit();
        }

        using (bytes)
        {
            var held = new MemoryStream();
            var block = new byte[1 << 16];
            while (bytes.Read(block) is var count and > 0)
            {
                held.Write(block, 0, count);
                if (held.Length > Longest)
                {
                    throw OverLimit();
                }
            }

            held.Position = 0;
            return held;
        }
    }

    static UnreadableFileException OverLimit() =>
        new($"a workbook of more than {Longest >> 20} MB", "a smaller one, or its sheets as CSV", ImportProblemKind.OverLimit);
}
