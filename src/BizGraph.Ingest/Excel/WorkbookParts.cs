using System.IO.Compression;
using BizGraph.Ingest.Files;
using BizGraph.Model;

namespace BizGraph.Ingest.Excel;

/// <summary>Looks through the parts of an .xlsx before the library does: none may be beyond reason, and some hold cells that it passes over in silence.</summary>
static class WorkbookParts
{
    const long LongestTable = 128 << 20; // shared texts and formats are held in memory
    const long MostWork = 16L << 30;
    const int LongestRow = 16 << 20;
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The parts of the sheets that have cells with errors or formulas, by the name of the sheet.</summary>
    /// <exception cref="UnreadableFileException">It would take too much memory.</exception>
    public static Dictionary<string, string> Find(Stream bytes, CancellationToken cancellation)
    {
        if (!IsZip(bytes))
        {
            return [];
        }

        using var archive = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
        CheckLength(archive, bytes.Length);
        var faulty = new HashSet<string>();
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (LooksFaulty(entry, cancellation))
            {
                faulty.Add(entry.FullName);
            }
        }

        return faulty.Count == 0
            ? []
            : SheetParts(archive).Where(sheet => faulty.Contains(sheet.Part)).DistinctBy(sheet => sheet.Name).ToDictionary();
    }

    static bool IsZip(Stream bytes)
    {
        bytes.Position = 0;
        var isZip = bytes.ReadByte() == 'P';
        bytes.Position = 0;
        return isZip;
    }

    // The runtime unpacks no more of an entry than it declares. Each sheet is reached through those before it, so many large ones take long.
    static void CheckLength(ZipArchive archive, long packedLength)
    {
        var total = archive.Entries.Sum(entry => Math.Min(entry.Length, 1L << 40));
        if (
            archive.Entries.Any(entry => entry.Length > LongestTable && !IsSheet(entry))
            || total > UnpackedStream.MostUnpacked(packedLength)
        )
        {
            throw UnpackedStream.OverLimit(packedLength);
        }

        var sheets = Math.Max(archive.Entries.Count(IsSheet), SheetParts(archive).Count);
        if (total * sheets > MostWork)
        {
            throw new UnreadableFileException(
                $"a workbook of {sheets:N0} sheets and {total >> 20:N0} MB unpacked",
                $"at most {MostWork >> 20:N0} MB times the number of sheets; part it into several",
                ImportProblemKind.OverLimit
            );
        }
    }

    static bool IsSheet(ZipArchiveEntry entry) => entry.FullName.Contains("worksheets/sheet", StringComparison.OrdinalIgnoreCase);

    static bool LooksFaulty(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        using var guard = new MarkupGuard(entry.Open());
        var block = new byte[1 << 16];
        var (isFaulty, row, kept) = (false, 0, 0);
        while (guard.Read(block.AsSpan(kept)) is var count and > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var text = block.AsSpan(0, kept + count);
            isFaulty |= text.IndexOf("t=\"e\""u8) >= 0 || text.IndexOf("<f"u8) >= 0 || text.IndexOf(":f>"u8) >= 0;
            row = text.LastIndexOf("row "u8) >= 0 || text.LastIndexOf("row>"u8) >= 0 ? 0 : row + count;
            if (row > LongestRow)
            {
                throw new UnreadableFileException(
                    $"a row of more than {LongestRow >> 20} MB",
                    "a workbook that Excel wrote",
                    ImportProblemKind.OverLimit
                );
            }

            // A word may be cut in two.
            kept = Math.Min(8, text.Length);
            text[^kept..].CopyTo(block);
        }

        return isFaulty;
    }

    static List<(string Name, string Part)> SheetParts(ZipArchive archive)
    {
        var targets = new Dictionary<string, string>();
        Visit(
            archive.GetEntry("xl/_rels/workbook.xml.rels"),
            xml =>
            {
                if (
                    xml.LocalName == "Relationship"
                    && xml.GetAttribute("Id") is { } id
                    && xml.GetAttribute("Target") is { } target
                )
                {
                    targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
                }
            }
        );
        var sheets = new List<(string Name, string Part)>();
        Visit(
            archive.GetEntry("xl/workbook.xml"),
            xml =>
            {
                if (
                    xml.LocalName == "sheet"
                    && xml.GetAttribute("name") is { } name
                    && xml.GetAttribute("id", Relations) is { } id
                    && targets.TryGetValue(id, out var part)
                )
                {
                    sheets.Add((name, part));
                }
            }
        );
        return sheets;
    }

    static void Visit(ZipArchiveEntry? entry, Action<System.Xml.XmlReader> visit)
    {
        if (entry is null)
        {
            return;
        }

        using var xml = SafeXml.Open(entry.Open());
        while (SafeXml.Next(xml))
        {
            if (xml.NodeType == System.Xml.XmlNodeType.Element)
            {
                visit(xml);
            }
        }
    }
}
