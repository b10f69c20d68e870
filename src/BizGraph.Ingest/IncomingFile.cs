using BizGraph.Ingest.Csv;
using BizGraph.Ingest.Layouts;

namespace BizGraph.Ingest;

/// <summary>A file that was recognised: its bytes are known, and so is what its columns are.</summary>
/// <param name="Scan">What its bytes tell.</param>
/// <param name="Separator">What parts its cells.</param>
/// <param name="HasHint">Whether its first row only names the separator.</param>
/// <param name="Layouts">The layouts of its lists by the rows of their headers.</param>
sealed record IncomingFile(FileScan Scan, char Separator, bool HasHint, IReadOnlyDictionary<long, Layout> Layouts)
{
    /// <summary>Its name without folders.</summary>
    public string Name => Scan.File.Name;

    /// <summary>Reads the file for the first time.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="named">Columns named by hand.</param>
    /// <param name="read">Told how many bytes were read since it was told last.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UnreadableFileException">It is no list of businesses or ties.</exception>
    public static async Task<IncomingFile> RecogniseAsync(
        string path,
        NamedColumns named,
        Action<long> read,
        CancellationToken cancellation
    )
    {
        var scan = await FileScan.RunAsync(path, read, cancellation);
        var (separator, hasHint) = Separators.Find(() => scan.Encoding.TextOf(scan.Open()));
        using var list = new ListReader(new CsvRowReader(scan.Encoding.TextOf(scan.Open()), separator), named, hasHint);
        return new IncomingFile(scan, separator, hasHint, ColumnSurvey.Run(list, separator, cancellation));
    }

    /// <summary>Opens its lists.</summary>
    /// <param name="file">The file, opened; the lists dispose it.</param>
    /// <param name="named">Columns named by hand.</param>
    public ListReader ListsOf(FileStream file, NamedColumns named) =>
        new(new CsvRowReader(Scan.Encoding.TextOf(file), Separator), named, HasHint, Layouts);
}
