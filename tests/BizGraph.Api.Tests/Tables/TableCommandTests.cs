using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;

namespace BizGraph.Api.Tests.Tables;

/// <summary><c>bizgraph tables</c> and <c>--tables</c>, in the real program and the service.</summary>
public sealed class TableCommandTests : IDisposable
{
    const string List = "id,name,offers,needs\na,Old Oven,baps,\nb,Corner Shop,,barm cakes\n";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_written_tables_are_taken_back_and_mean_what_the_default_ones_do()
    {
        Assert.Equal(0, (await RunAsync("import", _folder.Write("list.csv", List))).ExitCode);
        var tables = _folder.File("tables");

        var written = await RunAsync("tables", tables);
        var again = await RunAsync("tables", tables);
        var own = await RunAsync("suggestions", "--tables", tables);
        var plain = await RunAsync("suggestions");

        Assert.Equal((0, 1, 0), (written.ExitCode, again.ExitCode, own.ExitCode));
        Assert.Contains("exists already", again.Errors, StringComparison.Ordinal);
        Assert.Equal(plain.Output, own.Output);
    }

    [Fact]
    public async Task Words_of_ones_own_make_an_offer_meet_a_need()
    {
        Assert.Equal(0, (await RunAsync("import", _folder.Write("list.csv", List))).ExitCode);
        Directory.CreateDirectory(_folder.File("tables"));
        _folder.Write("tables/synonyms.txt", "baps, barm cakes\n");

        var plain = await RunAsync("suggestions", "--for", "b");
        var own = await RunAsync("suggestions", "--for", "b", "--tables", _folder.File("tables"));

        Assert.DoesNotContain("barm cakes", plain.Output, StringComparison.Ordinal);
        Assert.Contains("Old Oven offers “baps”, Corner Shop asks for “barm cakes”", own.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_suggests_with_the_tables_that_it_was_started_with()
    {
        var tables = new NetworkTables { Synonyms = Synonyms.Read(new StringReader("baps, barm cakes")) };
        await using var service = await RunningService.StartAsync(tables: tables);
        await service.ImportAsync(List);
        await service.SeesVersionAsync(1);

        var answer = await service.QueryAsync("{ suggestions(for: \"b\", kinds: [SUPPLIER]) { sentence } }");

        Assert.Contains("barm cakes", answer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.txt", "hello", "has none of synonyms.txt, industry-purchases.csv, industry-sectors.csv")]
    [InlineData(
        "synonyms.txt",
        "baps, barm cakes\nalone\n",
        "synonyms.txt in FOLDER: Line 2: found 'alone', expected two or more words"
    )]
    [InlineData(
        "industry-purchases.csv",
        "seller,buyer,amount\nfarms,mills,many\n",
        "FOLDER: Line 2: found the amount 'many', expected a number of 0 or more"
    )]
    [InlineData("industry-purchases.csv", "seller,buyer,amount\nmy farms,my mills,1\n", "expected the same names in both lists")]
    public async Task What_cannot_be_understood_is_refused_with_its_place(string name, string text, string expected)
    {
        Assert.Equal(0, (await RunAsync("import", _folder.Write("list.csv", List))).ExitCode);
        Directory.CreateDirectory(_folder.File("tables"));
        _folder.Write($"tables/{name}", text);

        var refused = await RunAsync("gaps", "--tables", _folder.File("tables"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(
            expected,
            refused.Errors.Replace(_folder.File("tables"), "FOLDER", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        Directory.CreateDirectory(_folder.File("tables"));
        await File.WriteAllBytesAsync(Path.Combine(_folder.File("tables"), "synonyms.txt"), [0xC3, 0x28, 0x2C, 0xFF]);

        var refused = await RunAsync("serve", "--tables", _folder.File("tables"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("expected UTF-8 text", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_uses_no_tables_takes_none()
    {
        var refused = await RunAsync("imports", "--tables", _folder.File("tables"));

        Assert.Equal(2, refused.ExitCode);
    }

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BizGraphProcess.RunAsync(_folder.Path, [.. arguments, "--store", _folder.File("town.db")]);
}
