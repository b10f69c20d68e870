using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Workbooks made to harm: refused in one sentence, in little time and memory.</summary>
public sealed class HostileWorkbookTests
{
    [Fact]
    public async Task A_locked_workbook_is_refused()
    {
        using var intake = new Intake().With(Sample("locked.xlsx"), "locked.xlsx");

        var problem = await Hostile.RefusalAsync(intake);

        Assert.Equal(
            (ImportProblemKind.EncryptedFile, "a workbook that is locked with a password"),
            (problem.Kind, problem.Found)
        );
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
        using var intake = new Intake().With(Hostile.Workbook(rows), $"{what}.xlsx");

        var problem = await Hostile.RefusalAsync(intake);

        Assert.Equal((ImportProblemKind.OverLimit, found), (problem.Kind, problem.Found));
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_gigabytes_is_refused()
    {
        using var intake = new Intake().With(Hostile.Workbook(Hostile.Repeated("<worksheet>", ' ', 100)), "bomb.xlsx");

        var problem = await Hostile.RefusalAsync(intake);

        Assert.Equal(ImportProblemKind.OverLimit, problem.Kind);
        Assert.Contains("bytes that would unpack to more than", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_of_a_hundred_megabytes_in_a_workbook_is_refused()
    {
        // Enough beside it that does not pack well for the whole to stay within the limits of an archive.
        var noise = new byte[2 * Hostile.Megabyte];
        new Random(1).NextBytes(noise);
        var start = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>";
        using var intake = new Intake().With(
            Hostile.Workbook(Hostile.Repeated(start, 'x', 100), ("xl/media/a.png", new MemoryStream(noise))),
            "cell.xlsx"
        );

        var problem = await Hostile.RefusalAsync(intake);

        Assert.Equal((ImportProblemKind.OverLimit, "a text or tag of more than 1,048,576 bytes"), (problem.Kind, problem.Found));
    }

    [Fact]
    public async Task A_workbook_of_thousands_of_sheets_with_megabytes_in_common_is_refused()
    {
        var texts = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<si><t>{i * 7_919L % 1_000_003}</t></si>"));
        var sheets = Enumerable
            .Range(2, 9_000)
            .Select((string, Stream) (i) => ($"xl/worksheets/sheet{i}.xml", Hostile.Stream("<worksheet/>")));
        using var intake = new Intake().With(
            Hostile.Workbook(
                Hostile.Stream("<worksheet/>"),
                [("xl/sharedStrings.xml", Hostile.Stream($"<sst>{texts}</sst>")), .. sheets]
            ),
            "many.xlsx"
        );

        var problem = await Hostile.RefusalAsync(intake);

        Assert.Equal(
            (ImportProblemKind.OverLimit, "a workbook of 9,001 sheets and 2 MB unpacked"),
            (problem.Kind, problem.Found)
        );
    }

    static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name));
}
