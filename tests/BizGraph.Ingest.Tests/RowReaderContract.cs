using System.IO.Compression;
using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Mappings;

namespace BizGraph.Ingest.Tests;

/// <summary>What every reader must do, held against each file in <c>Samples</c>: the rows in the file's <c>.expected</c>, as often as they are asked for.</summary>
/// <remarks>
/// The expected rows were written by hand. Of the inputs, <c>networkx.*</c> were written by networkx 3.6.1, the workbooks by SheetJS 0.18.5 (the
/// locked one by xlsx-populate 1.21.0), and the others by hand after the documentation of the programs that they are named after.
/// A new format adds a file and its pair here.
/// </remarks>
public sealed class RowReaderContract
{
    const string Expected = ".expected";

    static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    public static TheoryData<string> Samples =>
        [
            .. Directory
                .GetFiles(Folder, "*" + Expected)
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_rows_are_those_of_the_file(string sample)
    {
        var expected = await File.ReadAllLinesAsync(Path.Combine(Folder, sample + Expected));

        var tables = await RecogniseAsync(Path.Combine(Folder, sample));

        Assert.Equal(expected, tables.SelectMany(table => Rows(table).Prepend($"# {table.Name}")));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task They_are_the_same_each_time_and_out_of_an_archive(string sample)
    {
        var folder = Directory.CreateTempSubdirectory("bizgraph-contract-").FullName;
        var plain = await RecogniseAsync(Path.Combine(Folder, sample));
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, sample));
        var gzip = await RecogniseAsync(Gzip(bytes, Path.Combine(folder, sample + ".gz")));
        var zip = await RecogniseAsync(Zip(bytes, sample, Path.Combine(folder, sample + ".zip")));

        for (var i = 0; i < plain.Count; i++)
        {
            var rows = Rows(plain[i]).ToList();
            Assert.Equal(rows, Rows(plain[i]));
            Assert.Equal(rows, Rows(gzip[i]));
            Assert.Equal(rows, Rows(zip[i]));
            Assert.Equal(plain[i].File.Sha256, gzip[i].File.Sha256);
            Assert.Equal(plain[i].File.Sha256, zip[i].File.Sha256);
            Assert.Equal(plain[i].Name.Replace(sample, $"{sample}.zip/{sample}", StringComparison.Ordinal), zip[i].Name);
        }

        Assert.Equal((plain.Count, plain.Count), (gzip.Count, zip.Count));
        Assert.Equal(plain.Count, plain.Select(table => table.File.Sha256).Distinct().Count());
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Places_only_grow_and_a_row_s_last_part_says_so(string sample)
    {
        foreach (var table in await RecogniseAsync(Path.Combine(Folder, sample)))
        {
            using var reader = table.Table.Read(table.Scan.Open());
            var (row, part, hasEnded) = (-1L, 0, true);
            while (reader.Read())
            {
                Assert.True(reader.Row > row || (reader.Row == row && reader.Part > part), $"{reader.Row}.{reader.Part}");
                Assert.Equal(hasEnded, reader.Row > row);
                Assert.Equal(string.Empty, reader[reader.Count]);
                (row, part, hasEnded) = (reader.Row, reader.Part, reader.EndsRow);
            }

            Assert.True(hasEnded);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_file_is_let_go_of(string sample)
    {
        foreach (var table in await RecogniseAsync(Path.Combine(Folder, sample)))
        {
            var bytes = table.Scan.Open();
            var reader = table.Table.Read(bytes);
            Assert.True(reader.Read());

            reader.Dispose();

            Assert.False(bytes.CanRead);
        }
    }

    static async Task<IReadOnlyList<IncomingTable>> RecogniseAsync(string path)
    {
        var tables = new FileTables(
            new NamedColumns([], ImportMapping.None, []),
            _ => { },
            TestContext.Current.CancellationToken
        );
        return await tables.RecogniseAsync(path, _ => { });
    }

    static IEnumerable<string> Rows(IncomingTable table)
    {
        using var reader = table.Table.Read(table.Scan.Open());
        while (reader.Read())
        {
            var place = reader.Part == 0 ? $"{reader.Row}:" : $"{reader.Row}.{reader.Part}:";
            var cells = Enumerable.Range(0, reader.Count).Select(i => reader[i].ReplaceLineEndings(" / "));
            var text = reader.Fault is { } fault ? $"!{fault.Kind}" : string.Join(" | ", cells).TrimEnd(' ', '|');
            var faults = string.Concat(reader.CellFaults.Select(cell => $" !{cell.Column}:{cell.Kind}:{cell.Found}"));
            yield return $"{place} {text}{faults}".TrimEnd();
        }
    }

    static string Gzip(byte[] bytes, string path)
    {
        using var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        stream.Write(bytes);
        return path;
    }

    static string Zip(byte[] bytes, string name, string path)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(bytes);
        return path;
    }
}
