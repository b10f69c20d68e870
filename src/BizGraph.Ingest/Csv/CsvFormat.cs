using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;

namespace BizGraph.Ingest.Csv;

/// <summary>Text in rows and cells: what nothing else fits.</summary>
sealed class CsvFormat : IFileFormat
{
    /// <inheritdoc/>
    public bool IsText => true;

    /// <inheritdoc/>
    public bool Fits(FileHead head) => true;

    /// <inheritdoc/>
    public IReadOnlyList<Table> TablesOf(FileScan scan, NamedColumns named, CancellationToken cancellation)
    {
        var (separator, hasHint) = Separators.Find(scan.OpenText);
        return
        [
            new Table(null, bytes => new CsvRowReader(scan.Encoding.TextOf(bytes), separator))
            {
                HasSections = true,
                HasHint = hasHint,
                PrefersDecimalComma = separator == ';',
                MayHoldBadText = scan.Encoding.MayHoldBadText,
                IsSequential = true,
            },
        ];
    }
}
