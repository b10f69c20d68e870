using System.IO.Compression;
using System.Text;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Files made to harm: each is refused in one sentence, in little time and memory, and the process goes on.</summary>
public sealed class HostileFileTests
{
    const int Megabyte = 1 << 20;
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // The files stand for gigabytes; refusing one takes some tens of megabytes.
    const long MostMemory = 600L * Megabyte;

    [Theory]
    [InlineData(
        "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><graphml><graph><node id=\"&x;\"/></graph></graphml>"
    )]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE gexf SYSTEM \"http://127.0.0.1:9/x.dtd\"><gexf><graph/></gexf>")]
    [InlineData("<graphml><graph><node id=\"&x;\"/></graph></graphml>")]
    public async Task XML_with_a_document_type_or_an_entity_is_refused(string xml)
    {
        using var intake = new Intake().With(xml, "net.graphml");

        var problem = await RefusalAsync(intake);

        Assert.Equal(
            (ImportProblemKind.UnsafeXml, "XML with a document type definition or an entity"),
            (problem.Kind, problem.Found)
        );
    }

    [Fact]
    public async Task A_billion_laughs_are_refused()
    {
        var entities = string.Concat(
            Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">")
        );
        using var intake = new Intake().With(
            $"<?xml version=\"1.0\"?><!DOCTYPE graphml [<!ENTITY l0 \"ha\">{entities}]><graphml>&l9;</graphml>",
            "net.graphml"
        );

        Assert.Equal(ImportProblemKind.UnsafeXml, (await RefusalAsync(intake)).Kind);
    }

    public static TheoryData<string, string, string> EndlessXml =>
        new()
        {
            { "deep", string.Concat(Enumerable.Repeat("<g>", 100_000)), "tags that are nested more than 256 deep" },
            { "text", "<node><data>" + new string('x', 3 * Megabyte), "a text or tag of more than 1,048,576 bytes" },
            { "attribute", "<node id=\"" + new string('x', 3 * Megabyte), "a text or tag of more than 1,048,576 bytes" },
            {
                "attributes",
                "<node " + string.Join(' ', Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=\"\"")),
                "more than 100,000 names of tags and attributes"
            },
            {
                "names",
                string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<a{i}/>")),
                "more than 100,000 names of tags and attributes"
            },
            {
                "columns",
                string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<node a{i}=\"1\"/>")),
                "a graph with more than 16,384 attributes"
            },
        };

    [Theory]
    [MemberData(nameof(EndlessXml))]
    public async Task Endless_XML_is_refused(string what, string xml, string found)
    {
        using var intake = new Intake().With("<graphml><graph>" + xml, $"{what}.graphml");

        var problem = await RefusalAsync(intake);

        Assert.Equal((ImportProblemKind.OverLimit, found), (problem.Kind, problem.Found));
    }

    [Fact]
    public async Task Gigabytes_of_nothing_in_a_gzip_file_are_refused()
    {
        using var intake = new Intake().With(Gzip(Repeated("name\n", 'x', 100)), "bomb.csv.gz");

        var problem = await RefusalAsync(intake);

        Assert.Equal(ImportProblemKind.OverLimit, problem.Kind);
        Assert.Contains("bytes that would unpack to more than", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gigabytes_of_nothing_in_a_zip_archive_are_refused()
    {
        using var intake = new Intake().With(Zip(("a.csv", Repeated("name\n", 'x', 100))), "bomb.zip");

        Assert.Equal(ImportProblemKind.OverLimit, (await RefusalAsync(intake)).Kind);
    }

    [Fact]
    public async Task Many_files_that_are_each_within_the_limit_are_refused_together()
    {
        var entries = Enumerable.Range(0, 9).Select((string, Stream) (i) => ($"{i}.csv", Repeated("name\n", 'x', 20))).ToArray();
        using var intake = new Intake().With(Zip(entries), "many.zip");

        Assert.Equal(ImportProblemKind.OverLimit, (await RefusalAsync(intake)).Kind);
    }

    [Fact]
    public async Task An_archive_of_too_many_files_is_refused()
    {
        using var intake = new Intake().With(
            Zip([.. Enumerable.Range(0, 1_001).Select((string, Stream) (i) => ($"{i}.csv", Stream("name\nOak\n")))]),
            "many.zip"
        );

        var problem = await RefusalAsync(intake);

        Assert.Equal((ImportProblemKind.OverLimit, "an archive of 1,001 files"), (problem.Kind, problem.Found));
    }

    [Theory]
    [InlineData("inner.zip")]
    [InlineData("inner.gz")]
    public async Task An_archive_inside_an_archive_is_refused(string name)
    {
        var inner = name.EndsWith("zip", StringComparison.Ordinal)
            ? Zip(("a.csv", Stream("name\nOak\n")))
            : Gzip(Stream("name\nOak\n"));
        using var zip = new Intake().With(Zip(("good.csv", Stream("name\nOak\n")), (name, new MemoryStream(inner))), "outer.zip");
        using var gzip = new Intake().With(Gzip(new MemoryStream(inner)), "outer.gz");

        foreach (var intake in (Intake[])[zip, gzip])
        {
            var problem = await RefusalAsync(intake);
            Assert.Equal((ImportProblemKind.NestedArchive, "an archive inside an archive"), (problem.Kind, problem.Found));
        }
    }

    [Theory]
    [InlineData("../../evil.csv")]
    [InlineData("/etc/evil.csv")]
    [InlineData("C:\\evil.csv")]
    public async Task A_name_that_leads_out_of_the_archive_is_only_a_name(string name)
    {
        using var intake = new Intake().With(Zip((name, Stream("name\nOak\n"))), "names.zip");

        await intake.RunAsync();

        Assert.Equal("Oak", intake.Business.Said.Name);
        Assert.Equal($"names.zip/{name}", Assert.Single(intake.Store.Plans[0].Files).Name);
        Assert.Equal([Path.GetFullPath(intake.Files[0])], Directory.GetFiles(Path.GetDirectoryName(intake.Files[0])!));
    }

    [Fact]
    public async Task A_locked_archive_is_refused()
    {
        var zip = Zip(("a.csv", Stream("name\nOak\n")));
        // The flag for encryption, in the directory at the end.
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip[directory + 8] |= 1;
        using var intake = new Intake().With(zip, "locked.zip");

        Assert.Equal(ImportProblemKind.EncryptedFile, (await RefusalAsync(intake)).Kind);
    }

    [Fact]
    public async Task A_locked_workbook_is_refused()
    {
        using var intake = new Intake().With(Sample("locked.xlsx"), "locked.xlsx");

        var problem = await RefusalAsync(intake);

        Assert.Equal(
            (ImportProblemKind.EncryptedFile, "a workbook that is locked with a password"),
            (problem.Kind, problem.Found)
        );
    }

    [Fact]
    public async Task A_bit_that_flipped_in_an_archive_is_found()
    {
        var zip = Zip(CompressionLevel.NoCompression, ("a.csv", Stream("name\nOak\n")));
        zip[zip.AsSpan().IndexOf("Oak"u8)] ^= 1;
        var gzip = Gzip(Stream("name\nOak\n"));
        gzip[^6] ^= 1;
        using var one = new Intake().With(zip, "flipped.zip");
        using var other = new Intake().With(gzip, "flipped.gz");
        using var cut = new Intake().With(Gzip(Stream(string.Concat(Enumerable.Range(0, 999))))[..^30], "cut.gz");

        foreach (var intake in (Intake[])[one, other, cut])
        {
            Assert.Equal(ImportProblemKind.DamagedFile, (await RefusalAsync(intake)).Kind);
        }
    }

    public static TheoryData<string, string, string> EndlessSheets =>
        new()
        {
            {
                "columns",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"BDWGN1\"><v>1</v></c></row>",
                "a sheet of 1,000,000 columns and 1 rows"
            },
            {
                "row",
                $"<row r=\"1\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 2_000_000))}</row>",
                "a row of more than 16 MB"
            },
            {
                "rows",
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>name</v></c></row><row r=\"2147483000\"><c r=\"A2147483000\"><v>1</v></c></row>",
                "a sheet of 1 columns and 2,147,483,000 rows"
            },
        };

    [Theory]
    [MemberData(nameof(EndlessSheets))]
    public async Task An_endless_sheet_is_refused(string what, string rows, string found)
    {
        using var intake = new Intake().With(Workbook(rows), $"{what}.xlsx");

        var problem = await RefusalAsync(intake);

        Assert.Equal((ImportProblemKind.OverLimit, found), (problem.Kind, problem.Found));
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_gigabytes_is_refused()
    {
        using var intake = new Intake().With(Workbook(Repeated("<worksheet>", ' ', 100)), "bomb.xlsx");

        var problem = await RefusalAsync(intake);

        Assert.Equal(ImportProblemKind.OverLimit, problem.Kind);
        Assert.Contains("bytes that would unpack to more than", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_of_a_hundred_megabytes_in_a_workbook_is_refused()
    {
        // Enough beside it that does not pack well for the whole to stay within the limits of an archive.
        var noise = new byte[2 * Megabyte];
        new Random(1).NextBytes(noise);
        var start = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>";
        using var intake = new Intake().With(
            Workbook(Repeated(start, 'x', 100), ("xl/media/a.png", new MemoryStream(noise))),
            "cell.xlsx"
        );

        var problem = await RefusalAsync(intake);

        Assert.Equal((ImportProblemKind.OverLimit, "a text or tag of more than 1,048,576 bytes"), (problem.Kind, problem.Found));
    }

    [Fact]
    public async Task One_endless_value_in_JSON_is_refused_and_one_endless_line_costs_itself()
    {
        using var document = new Intake().With("{\"nodes\":[{\"id\":\"" + new string('x', 40 * Megabyte), "a.json");
        using var lines = new Intake().With(
            "{\"name\":\"Oak\"}\n{\"name\":\"" + new string('x', 40 * Megabyte) + "\"}\n{\"name\":\"Elm\"}\n",
            "a.jsonl"
        );

        var problem = await RefusalAsync(document);
        var report = await lines.ReportAsync();

        Assert.Equal((ImportProblemKind.OverLimit, "one value of more than 16,777,216 bytes"), (problem.Kind, problem.Found));
        Assert.Equal((3, 2), (report.RowsRead, report.RowsTaken));
        Assert.Equal(2, report.Problems.Single(p => p.Kind == ImportProblemKind.TooLarge).Row);
        Assert.Equal(["Oak", "Elm"], lines.Businesses.Select(business => business.Said.Name));
    }

    [Fact]
    public async Task JSON_of_too_many_names_or_too_deep_is_refused()
    {
        using var wide = new Intake().With(
            "[" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"a{i}\":1}}")) + "]",
            "wide.json"
        );
        using var deep = new Intake().With("{\"nodes\":" + new string('[', 100_000), "deep.json");

        var tooWide = await RefusalAsync(wide);
        var tooDeep = await RefusalAsync(deep);

        Assert.Equal(
            (ImportProblemKind.OverLimit, "items with more than 16,384 names for their values"),
            (tooWide.Kind, tooWide.Found)
        );
        Assert.Equal(ImportProblemKind.DamagedFile, tooDeep.Kind);
    }

    static async Task<ImportProblem> RefusalAsync(Intake intake)
    {
        var before = GC.GetTotalAllocatedBytes();
        var refusal = await intake.RefusalAsync();
        Assert.True(GC.GetTotalAllocatedBytes() - before < MostMemory, "It took too much memory.");
        return Assert.Single(refusal.Problems);
    }

    static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name));

    static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    static RepeatedStream Repeated(string start, char letter, int megabytes) =>
        new RepeatedStream(start, letter, (long)megabytes * Megabyte);

    static byte[] Gzip(Stream content)
    {
        var made = new MemoryStream();
        using (var gzip = new GZipStream(made, CompressionLevel.Optimal))
        {
            content.CopyTo(gzip);
        }

        return made.ToArray();
    }

    static byte[] Zip(params (string Name, Stream Content)[] entries) => Zip(CompressionLevel.Optimal, entries);

    static byte[] Zip(CompressionLevel level, params (string Name, Stream Content)[] entries)
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

    static byte[] Workbook(string rows) =>
        Workbook(Stream($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>"));

    static byte[] Workbook(Stream sheet, params (string Name, Stream Content)[] others)
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
    sealed class RepeatedStream(string start, char letter, long length) : MemoryStream(Encoding.ASCII.GetBytes(start))
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
