using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;

namespace BizGraph.Ingest;

/// <summary>A format of files: knows a file of it by its first bytes, and finds its tables.</summary>
interface IFileFormat
{
    /// <summary>Whether its files are text without a declaration of their encoding: then the encoding is found out.</summary>
    bool IsText { get; }

    /// <summary>Whether a file is of this format.</summary>
    bool Fits(FileHead head);

    /// <summary>The tables of a file, in their order there.</summary>
    /// <param name="scan">The file.</param>
    /// <param name="named">Columns named by hand.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UnreadableFileException">It holds no table that can be read.</exception>
    IReadOnlyList<Table> TablesOf(FileScan scan, NamedColumns named, CancellationToken cancellation);
}
