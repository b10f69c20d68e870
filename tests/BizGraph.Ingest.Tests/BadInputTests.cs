using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>What is no list is refused in one sentence, and nothing is stored; what is one is taken as far as it goes.</summary>
public sealed class BadInputTests
{
    const string Header = "a header row and rows below it";
    const string Other = "a workbook (.xlsx) or a CSV file: open it in its program and save it as one";

    public static TheoryData<string, byte[], string, string> Unreadable =>
        new()
        {
            { "empty", [], "an empty file (0 bytes)", Header },
            { "blank", "\n , \n\n"u8.ToArray(), "nothing but blank rows", Header },
            { "mark alone", [0xEF, 0xBB, 0xBF], "nothing but blank rows", Header },
            { "binary", [1, 2, 0, 4], "a NUL byte at byte 3: no text", "a CSV file: text in rows and cells" },
            { "late NUL", [.. "name\nOak\n"u8, 0], "a NUL byte at byte 10: no text", "a CSV file: text in rows and cells" },
            { "pdf", "%PDF-1.7"u8.ToArray(), "a PDF", Other },
            {
                "ods",
                "PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet"u8.ToArray(),
                "an OpenDocument spreadsheet (.ods)",
                Other
            },
            {
                "docx",
                "PK\u0003\u0004 [Content_Types].xml word/document.xml"u8.ToArray(),
                "a document that is no workbook",
                Other
            },
            {
                "open header",
                "name,\"town\nOak,x\n"u8.ToArray(),
                "a header that cannot be read: name,\"town",
                "the quote that opens in this row to be closed; a quote inside a cell is doubled"
            },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_is_no_list_is_refused_whole(string what, byte[] bytes, string found, string expected)
    {
        using var intake = new Intake().With("name\nOak\n", "good.csv").With(bytes, $"{what}.csv");

        var refusal = await intake.RefusalAsync();

        var problem = Assert.Single(refusal.Problems);
        Assert.Equal(new ImportProblem(ImportProblemKind.UnreadableFile, $"{what}.csv", null, null, found, expected), problem);
        Assert.Equal($"{what}.csv: found {found}; expected {expected}.", refusal.Message);
    }

    public static TheoryData<string, byte[], string> Damaged =>
        new()
        {
            { "zip", "PK\u0003\u0004rest"u8.ToArray(), "a damaged file: Central Directory corrupt" },
            { "gzip", [0x1F, 0x8B, 8, 0], "a damaged file: a gzip file that is cut short, or several joined into one" },
            { "xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "a workbook that is damaged or of an unknown kind" },
        };

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task What_is_broken_off_is_refused_as_damaged(string what, byte[] bytes, string found)
    {
        using var intake = new Intake().With(bytes, $"{what}.csv");

        var refusal = await intake.RefusalAsync();

        var problem = Assert.Single(refusal.Problems);
        Assert.Equal((ImportProblemKind.DamagedFile, $"{what}.csv"), (problem.Kind, problem.File));
        Assert.StartsWith(found, problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_something_else_is_refused_with_its_headers_and_what_would_do()
    {
        using var intake = new Intake().With("colour,price\nred,5\n");

        var refusal = await intake.RefusalAsync();

        Assert.Equal(
            "list.csv: found the headers colour, price; expected a column for the name or id of a business (name, business, company, "
                + "Firma, ...), two for the ends of a tie (from and to, source and target), supplier and buyer, or business and event; "
                + "--column name=HEADER names one by hand.",
            refusal.Message
        );
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        using var intake = new Intake().With("", "a.csv").With("colour\nred\n", "b.csv").With("name\nOak\n", "c.csv");

        var refusal = await intake.RefusalAsync("nonsense", "age=name", "from=nobody", "=x", "to=");

        Assert.Equal(["a.csv", "b.csv"], refusal.Problems.Select(problem => problem.File));
        Assert.Equal(7, refusal.Reasons.Count);
        Assert.Contains("\"nonsense\" names no column: write field=header, such as from=buyer.", refusal.Reasons);
        Assert.StartsWith("\"age\" is no field; the fields are ", refusal.Reasons[1], StringComparison.Ordinal);
        Assert.Contains(" from, to, type, kind,", refusal.Reasons[1], StringComparison.Ordinal);
        Assert.Contains("No file has a column \"nobody\".", refusal.Reasons);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        await using var store = new RecordingStore();
        var request = new ImportRequest { Files = [Path.Combine(Path.GetTempPath(), "no", "such.csv"), Path.GetTempPath()] };

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() =>
            new ImportJob(store).RunAsync(request, cancellation: TestContext.Current.CancellationToken)
        );

        Assert.Equal(2, refusal.Problems.Count);
        Assert.Equal("such.csv", refusal.Problems[0].File);
        Assert.Equal("a folder", refusal.Problems[1].Found);
    }

    [Fact]
    public async Task A_header_alone_is_a_clean_import_of_nothing()
    {
        using var intake = new Intake().With("name,town\n\n\n");

        var report = await intake.ReportAsync();

        Assert.Equal((0, 1), (report.RowsRead, report.ProblemCount));
        Assert.Equal(
            new ImportProblem(ImportProblemKind.NoRows, "list.csv", 1, null, "a header and no rows", "rows below the header"),
            report.Problems[0]
        );
    }

    [Fact]
    public async Task A_cell_over_the_limit_costs_its_own_row_only()
    {
        using var intake = new Intake().With(
            $"name,note\nOak,{new string('x', 1 << 20)}\nElm,\"{new string('y', 2 << 20)}\"\nAsh,z\n"
        );

        var report = await intake.ReportAsync();

        Assert.Equal((3, 1), (report.RowsRead, report.RowsTaken));
        Assert.Equal("Ash", intake.Business.Said.Name);
        var problems = report.Problems.Where(problem => problem.IsRefusal).ToList();
        Assert.Equal(
            [(ImportProblemKind.TooLarge, 2), (ImportProblemKind.TooLarge, 3L)],
            problems.Select(p => (p.Kind, p.Row!.Value))
        );
        Assert.All(problems, problem => Assert.Equal("a row of at most 1,048,576 bytes", problem.Expected));
        Assert.All(problems, problem => Assert.True(problem.Found.Length <= 80));
    }

    [Fact]
    public async Task An_unclosed_quote_is_said_with_the_row_that_opens_it()
    {
        using var intake = new Intake().With("name,town\nOak,\"Burnley\nElm,Preston\nAsh,\"Blackburn\"\n");

        var report = await intake.ReportAsync();

        Assert.Equal((3, 2), (report.RowsRead, report.RowsTaken));
        var problem = Assert.Single(report.Problems);
        Assert.Equal((ImportProblemKind.BadQuote, 2, "Oak,\"Burnley"), (problem.Kind, problem.Row, problem.Found));
        Assert.Equal([3L, 4L], intake.Businesses.Select(business => business.Position.Row));
    }

    [Fact]
    public async Task Ten_thousand_columns_are_kept()
    {
        var header = string.Join(',', Enumerable.Range(0, 9_999).Select(i => $"c{i}"));
        var row = string.Join(',', Enumerable.Range(0, 9_999));
        using var intake = new Intake().With($"name,{header}\nOak,{row}\nElm,{row}\n");

        var report = await intake.ReportAsync();

        Assert.Equal((2, 9_999, 20), (report.RowsTaken, report.ProblemCount, report.Problems.Count));
        Assert.Equal("9998", intake.Businesses[1].Said.Attributes["c9998"]);
    }

    [Fact]
    public async Task A_million_columns_are_refused()
    {
        using var wide = new Intake().With("name" + new string(',', 999_999) + "\nOak\n");
        using var row = new Intake().With("name\nOak" + new string(',', 16_384) + "\nElm\n");

        var refusal = await wide.RefusalAsync();
        var report = await row.ReportAsync();

        Assert.Equal("a header that cannot be read: 1,000,000 cells", refusal.Problems[0].Found);
        Assert.Equal(
            new ImportProblem(ImportProblemKind.TooLarge, "list.csv", 2, null, "16,385 cells", "at most 16,384 cells in a row"),
            Assert.Single(report.Problems)
        );
        Assert.Equal("Elm", row.Business.Said.Name);
    }

    [Fact]
    public async Task Of_many_headers_some_are_said()
    {
        using var intake = new Intake().With(string.Join(',', Enumerable.Range(1, 1_000).Select(i => $"c{i}")) + "\n");

        var refusal = await intake.RefusalAsync();

        Assert.EndsWith("c29, c30 and 970 more", refusal.Problems[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_too_many_ties_is_refused()
    {
        using var intake = new Intake().With($"from,to\na,{string.Join('|', Enumerable.Range(0, 10_001))}\na,b|c\n");

        var report = await intake.ReportAsync();

        var problem = Assert.Single(report.Problems, problem => problem.IsRefusal);
        Assert.Equal(
            (ImportProblemKind.TooLarge, 2, "to", "10,001 ties"),
            (problem.Kind, problem.Row, problem.Column, problem.Found)
        );
        Assert.Equal(2, intake.Ties.Count);
    }

    [Fact]
    public async Task Formulas_are_kept_as_they_are()
    {
        using var intake = new Intake().With("name,note\n=1+1,@x\n");

        await intake.RunAsync();

        Assert.Equal(("=1+1", "@x"), (intake.Business.Said.Name, intake.Business.Said.Attributes["note"]));
    }

    [Fact]
    public async Task A_file_that_is_changed_while_it_is_read_is_said()
    {
        using var intake = new Intake().With("name\n" + string.Concat(Enumerable.Repeat("Oak\n", 35_000)));
        intake.Store.OnBatch = () => File.AppendAllText(intake.Files[0], "Elm\n");

        var failure = await Assert.ThrowsAsync<IOException>(() => intake.RunAsync());

        Assert.Equal("list.csv was changed while it was read; import it again.", failure.Message);
    }
}
