namespace BizGraph.Api.Tests.Suggestions;

/// <summary><c>bizgraph suggestions</c> and <c>bizgraph introductions</c>.</summary>
public sealed class SuggestionCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Store => _folder.File("town.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_bookkeeper_of_the_sample_town_is_suggested_to_those_who_look_for_one()
    {
        await ImportSampleAsync();

        // This electrician is one of those who write "bookkeeping" among their needs.
        var (exitCode, output, _) = await RunAsync("suggestions", "--for", "Amber Fuse Electrics", "--type", "supplier");

        Assert.Equal(0, exitCode);
        Assert.Contains(
            "Penny Column Bookkeeping offers “bookkeeping”, Amber Fuse Electrics asks for “bookkeeping”",
            output,
            StringComparison.Ordinal
        );

        var (_, german, _) = await RunAsync(
            "suggestions",
            "--for",
            "amber-fuse-electrics",
            "--type",
            "supplier",
            "--language",
            "de"
        );
        Assert.Contains(
            "Penny Column Bookkeeping bietet „bookkeeping“, Amber Fuse Electrics sucht „bookkeeping“",
            german,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Kunden zu", german, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Introductions_are_fair_and_name_the_isolated_bookkeeper()
    {
        await ImportSampleAsync();

        var (exitCode, output, _) = await RunAsync("introductions", "--csv");

        Assert.Equal(0, exitCode);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("for_id,for,partner_id,partner,kind,headline", rows[0], StringComparison.Ordinal);
        var parts = rows.Skip(1)
            .Where(row => row.Count(letter => letter == ',') >= 4)
            .Select(row => row.Split(','))
            .SelectMany(cells => new[] { cells[0], cells[2] })
            .ToList();
        Assert.Contains("penny-column-bookkeeping", parts);
        Assert.Single(parts, "penny-column-bookkeeping");
    }

    [Fact]
    public async Task Texts_like_formulas_are_harmless_in_a_spreadsheet()
    {
        var list = _folder.Write("list.csv", "id,name,offers,needs\na,=cmd()|1,@pies,\nb,Shop,,pies\n");
        Assert.Equal(0, (await RunAsync("import", list)).ExitCode);

        var (_, output, _) = await RunAsync("suggestions", "--csv");

        Assert.Contains(",'=cmd()|1,", output, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--type", "friend", 2, "There is no type 'friend'; known are supplier, customer, referral-partner")]
    [InlineData("--for", "Nobody & Sons", 1, "There is no business 'Nobody & Sons'")]
    public async Task What_is_not_known_is_said(string option, string value, int exitCode, string expected)
    {
        var list = _folder.Write("list.csv", "id,name\na,A\nb,B\n");
        await RunAsync("import", list);

        var ended = await RunAsync("suggestions", option, value);

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_with_one_name_the_ids_are_said()
    {
        var list = _folder.Write("list.csv", "id,name,town\nham,The Café,Ham\nely,THE CAFÉ,Ely\nmill,Mill,Ham\n");
        await RunAsync("import", list, "--no-matching");

        var (exitCode, _, errors) = await RunAsync("suggestions", "--for", "The Café");

        Assert.Equal(1, exitCode);
        Assert.Contains("2 are called 'The Café'; expected the id of one: 'ely', 'ham'.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suggestions")]
    [InlineData("introductions")]
    [InlineData("gaps")]
    public async Task A_folder_that_is_not_there_is_said(string command)
    {
        await RunAsync("import", _folder.Write("list.csv", "id,name\na,A\nb,B\n"));
        var file = Path.Combine(_folder.Path, "nowhere", "out.csv");

        var missing = await RunAsync(command, "--csv", file);
        var folder = await RunAsync(command, "--csv", _folder.Path);

        Assert.Equal(3, missing.ExitCode);
        Assert.Contains($"There is no folder {Path.GetDirectoryName(file)}.", missing.Errors, StringComparison.Ordinal);
        Assert.Equal(3, folder.ExitCode);
        Assert.Contains("is a folder; a file expected", folder.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_counts_are_told_in_german()
    {
        await RunAsync("import", _folder.Write("list.csv", "id,name,offers,needs\na,A,pies,\nb,B,,pies\n"));

        Assert.EndsWith("Lücken.\n", (await RunAsync("gaps", "--language", "de")).Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "1 Vorschlag zum Bekanntmachen.\n",
            (await RunAsync("introductions", "--language", "de")).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "2 Betriebe haben noch keine Verbindung.",
            (await RunAsync("summary", "--language", "de")).Output,
            StringComparison.Ordinal
        );
    }

    async Task ImportSampleAsync()
    {
        var sample = Path.Combine(Repository.Root, "sample");
        var import = await RunAsync("import", Path.Combine(sample, "businesses.csv"), Path.Combine(sample, "ties.csv"));
        Assert.Equal(0, import.ExitCode);
    }

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BizGraphProcess.RunAsync(_folder.Path, [.. arguments, "--store", Store]);
}
