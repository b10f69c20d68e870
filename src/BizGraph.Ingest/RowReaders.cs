using BizGraph.Ingest.Csv;
using BizGraph.Ingest.Excel;
using BizGraph.Ingest.Files;
using BizGraph.Ingest.GraphFiles;
using BizGraph.Ingest.Json;

namespace BizGraph.Ingest;

/// <summary>All formats that are read. A new one is one line here.</summary>
static class RowReaders
{
    static readonly IReadOnlyList<IFileFormat> All =
    [
        new ExcelFormat(),
        new GraphFileFormat(),
        new JsonFormat(),
        new CsvFormat(),
    ];

    /// <summary>The format of a file; what nothing else fits is text in rows and cells.</summary>
    public static IFileFormat FormatOf(FileHead head) => All.First(format => format.Fits(head));
}
