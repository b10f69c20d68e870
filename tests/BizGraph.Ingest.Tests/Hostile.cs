using System.IO.Compression;
using System.Text;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Makes files of hostile kinds, and sees that refusing them takes little memory.</summary>
static class Hostile
{
    public const int Megabyte = 1 << 20;

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // The files stand for gigabytes; refusing one takes some tens of megabytes.
    const long MostMemory = 600L * Megabyte;

    /// <summary>The one problem for which an import is refused.</summary>
    public static async Task<ImportProblem> RefusalAsync(Intake intake)
    {
        var before = GC.GetTotalAllocatedBytes();
        var refusal = await intake.RefusalAsync();
        Assert.True(GC.GetTotalAllocatedBytes() - before < MostMemory, "It took too much memory.");
        return Assert.Single(refusal.Problems);
    }

    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    public static RepeatedStream Repeated(string start, char letter, int megabytes) =>
        new RepeatedStream(start, letter, (long)megabytes * Megabyte);

    public static byte[] Gzip(Stream content)
    {
        var made = new MemoryStream();
        using (var gzip = new GZipStream(made, CompressionLevel.Optimal))
        {
            content.CopyTo(gzip);
        }

        return made.ToArray();
    }

    public static byte[] Zip(params (string Name, Stream Content)[] entries) => Zip(CompressionLevel.Optimal, entries);

    public static byte[] Zip(CompressionLevel level, params (string Name, Stream Content)[] entries)
    {
        var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                content.CopyTo(entry);
            }
        }

        return made.ToArray();
    }

    public static byte[] Workbook(string rows) =>
        Workbook(Stream($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>"));

    public static byte[] Workbook(Stream sheet, params (string Name, Stream Content)[] others)
    {
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        return Zip([
            ("[Content_Types].xml", Stream("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            (
                "xl/workbook.xml",
                Stream(
                    $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                )
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Stream(
                    $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                )
            ),
            ("xl/worksheets/sheet1.xml", sheet),
            .. others,
        ]);
    }

    /// <summary>A beginning, then one letter without end in sight.</summary>
    internal sealed class RepeatedStream(string start, char letter, long length) : MemoryStream(Encoding.ASCII.GetBytes(start))
    {
        long _left = length;

        public override void CopyTo(Stream destination, int bufferSize)
        {
            base.CopyTo(destination, bufferSize);
            var block = new byte[Megabyte];
            block.AsSpan().Fill((byte)letter);
            for (; _left > 0; _left -= block.Length)
            {
                destination.Write(block, 0, (int)Math.Min(block.Length, _left));
            }
        }
    }
}
