using System.Security.Cryptography;
using System.Text;
using BizGraph.Ingest.Attendance;
using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>A table that was recognised: its bytes are known, and so is what its columns are.</summary>
/// <param name="Scan">What its bytes tell.</param>
/// <param name="Table">Which table of them it is.</param>
/// <param name="Layouts">The layouts of its lists by the rows of their headers.</param>
sealed record IncomingTable(FileScan Scan, Table Table, IReadOnlyDictionary<long, Layout> Layouts)
{
    /// <summary>Who was where, where the table says that.</summary>
    public Attendances? Attendances { get; private init; }

    /// <summary>Its name: the file's without folders, and behind it its own.</summary>
    public string Name => NameOf(Scan, Table);

    /// <summary>How the import is to know it again.</summary>
    public ImportFile File =>
        new(
            Name,
            Table.Name is null
                ? Scan.Sha256
                : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Scan.Sha256 + Table.Name))),
            Scan.Bytes
        );

    /// <summary>Finds out what the columns of a table are.</summary>
    /// <exception cref="UnreadableFileException">It is no list of businesses or ties.</exception>
    public static IncomingTable Recognise(FileScan scan, Table table, NamedColumns named, CancellationToken cancellation)
    {
        var layouts = Survey(scan, table, named, null, cancellation);
        if (layouts.Values.Any(layout => layout.AsTies(named) is not null))
        {
            // What their cells hold shows that they are lists of another kind, with other columns to look at.
            var known = layouts.ToDictionary(list => list.Key, list => list.Value.AsTies(named) ?? list.Value);
            layouts = Survey(scan, table, named, known, cancellation);
        }

        var recognised = new IncomingTable(scan, table, layouts);
        if (layouts.Values.All(layout => layout.Kind != LayoutKind.Attendance))
        {
            return recognised;
        }

        using var again = recognised.Open(named, out _);
        return recognised with { Attendances = Attendances.Of(again, cancellation) };
    }

    static Dictionary<long, Layout> Survey(
        FileScan scan,
        Table table,
        NamedColumns named,
        Dictionary<long, Layout>? known,
        CancellationToken cancellation
    )
    {
        using var list = new ListReader(table.Read(scan.Open()), table, named, known);
        return ColumnSurvey.Run(list, table.PrefersDecimalComma, cancellation);
    }

    /// <summary>What problems call a table.</summary>
    public static string NameOf(FileScan scan, Table table) =>
        table.Name is null ? scan.Source.Name : $"{scan.Source.Name} ({table.Name})";

    /// <summary>Opens its lists.</summary>
    /// <param name="named">Columns named by hand.</param>
    /// <param name="file">The file on disk, for how far it is read; the lists dispose it.</param>
    public ListReader Open(NamedColumns named, out FileStream file) =>
        new(Table.Read(Scan.Source.Open(out file)), Table, named, Layouts);
}
