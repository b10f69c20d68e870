using BizGraph.Ingest.EdgeLists;
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
        if (!hasHint && !HasHeader(scan, separator, named) && TextGraph.TablesOf(scan, separator, cancellation) is { } graph)
        {
            return graph;
        }

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

    static bool HasHeader(FileScan scan, char separator, NamedColumns named)
    {
        using var rows = new CsvRowReader(scan.OpenText(), separator);
        while (rows.Read() && rows.Fault is null)
        {
            if (!rows.IsBlank)
            {
                var headers = Enumerable.Range(0, rows.Count).Select(i => rows[i]).ToList();
                return Layout.Recognise(headers, rows.Row, named) is not null;
            }
        }

        // A header that cannot be read is said so.
        return true;
    }
}
