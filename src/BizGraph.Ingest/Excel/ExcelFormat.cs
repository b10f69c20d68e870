using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;

namespace BizGraph.Ingest.Excel;

/// <summary>Excel workbooks, .xlsx and .xls. Sheets named <c>(ignore)</c> are passed over, as in Kumu.</summary>
sealed class ExcelFormat : IFileFormat
{
    const string Ignored = "(ignore)";

    /// <inheritdoc/>
    public bool IsText => false;

    /// <inheritdoc/>
    public bool Fits(FileHead head) => head.IsZippedWorkbook || head.IsCompoundFile;

    /// <inheritdoc/>
    public IReadOnlyList<Table> TablesOf(FileScan scan, NamedColumns named, CancellationToken cancellation)
    {
        using var bytes = WorkbookBytes.Open(scan.Open());
        var parts = WorkbookParts.Find(bytes, cancellation);
        var tables = new List<Table>();
        using var workbook = new OpenWorkbook(bytes);
        do
        {
            var (name, sheet) = (workbook.SheetName, workbook.SheetNumber);
            if (!name.Contains(Ignored, StringComparison.OrdinalIgnoreCase))
            {
                var part = parts.GetValueOrDefault(name);
                tables.Add(
                    new Table($"sheet {name}", stream => new ExcelRowReader(stream, sheet, part))
                    {
                        HasSections = true,
                        MayHoldBadText = true,
                    }
                );
            }
        } while (workbook.NextSheet());

        return tables.Count > 0
            ? tables
            : throw new UnreadableFileException($"no sheet but such as are named {Ignored}", "a sheet with a list");
    }
}
