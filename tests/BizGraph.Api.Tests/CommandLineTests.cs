namespace BizGraph.Api.Tests;

/// <summary>The commands as a person types them, in the real program.</summary>
public sealed class CommandLineTests : IDisposable
{
    const string Businesses = "id,name,locality\nb,Old Bakery,Ham\nm,Mill,Ham\nz,Alone & Co,Ham\n";
    const string Ties = "from,to,type,amount,currency\nm,b,supplies,1200,GBP\nm,b,supplies,300,GBP\n";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("template")]
    [InlineData("import")]
    [InlineData("watch")]
    [InlineData("imports")]
    [InlineData("undo")]
    [InlineData("erase")]
    [InlineData("summary")]
    [InlineData("gaps")]
    [InlineData("backup")]
    [InlineData("duplicates")]
    [InlineData("export")]
    [InlineData("bench")]
    public async Task Every_command_has_help(string command)
    {
        var (exitCode, output, _) = await RunAsync(command, "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
        Assert.Contains("--store", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_shows_in_the_summary_and_its_undo_takes_it_away()
    {
        var (nodes, ties) = (_folder.Write("nodes.csv", Businesses), _folder.Write("ties.csv", Ties));

        var import = await RunAsync("import", ties, nodes);
        Assert.Equal(
            (0, true),
            (import.ExitCode, import.Output.Contains("5 of 5 rows taken, 0 refused", StringComparison.Ordinal))
        );

        // Mill supplies the bakery: one tie of two rows; Alone & Co has none.
        var summary = await RunAsync("summary");
        Assert.Equal(6, summary.Output.TrimEnd().Split('\n').Length);
        Assert.Contains("3 businesses and 0 other organizations", summary.Output, StringComparison.Ordinal);
        Assert.Contains("1 tie: 1 supply.", summary.Output, StringComparison.Ordinal);
        Assert.Contains("1 business has no tie to anyone.", summary.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Mill (tied to 1), Old Bakery (tied to 1)",
            summary.Output.Replace(
                "Old Bakery (tied to 1), Mill (tied to 1)",
                "Mill (tied to 1), Old Bakery (tied to 1)",
                StringComparison.Ordinal
            ),
            StringComparison.Ordinal
        );
        Assert.Contains("Alone & Co has no tie to any of the 2 others in the network.", summary.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("undo", "1")).ExitCode);
        Assert.Contains("0 businesses", (await RunAsync("summary")).Output, StringComparison.Ordinal);
        Assert.Contains("undone", (await RunAsync("imports")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_asks_first_and_a_row_that_names_the_business_again_is_refused()
    {
        await RunAsync("import", _folder.Write("nodes.csv", Businesses), _folder.Write("ties.csv", Ties));

        var asked = await RunAsync("erase", "Old Bakery");
        Assert.Equal((1, true), (asked.ExitCode, asked.Errors.Contains("--yes", StringComparison.Ordinal)));
        Assert.Contains("Old Bakery", (await RunAsync("summary")).Output, StringComparison.Ordinal);

        var erased = await RunAsync("erase", "Old Bakery", "--yes");
        Assert.Equal((0, true), (erased.ExitCode, erased.Output.Contains("1 of its own rows", StringComparison.Ordinal)));
        Assert.DoesNotContain("Bakery", (await RunAsync("summary")).Output, StringComparison.Ordinal);

        var again = await RunAsync("import", _folder.Write("again.csv", "id,name,locality\nx,old bakery,Ham\n"));
        Assert.Equal((1, true), (again.ExitCode, again.Errors.Contains("erased on request", StringComparison.Ordinal)));
        Assert.Equal(1, (await RunAsync("erase", "b", "--yes")).ExitCode);
    }

    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        var nodes = _folder.Write("nodes.csv", Businesses);
        await RunAsync("import", nodes);

        var again = await RunAsync("import", nodes);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("as import 1", again.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was to be done", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_row_is_exit_code_1_and_says_file_row_column_found_and_expected()
    {
        var ties = _folder.Write("ties.csv", "from,to,type\nm,b,supplies\nm,,supplies\n");

        var (exitCode, output, errors) = await RunAsync("import", ties);

        Assert.Equal(1, exitCode);
        Assert.Contains("1 of 2 rows taken, 1 refused", output, StringComparison.Ordinal);
        var refusal = errors.Split('\n').Single(line => line.StartsWith("Refused:", StringComparison.Ordinal));
        Assert.Contains("ties.csv, row 3, column \"to\"", refusal, StringComparison.Ordinal);
        Assert.Contains("expected", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_get_json_lines()
    {
        var (exitCode, output, _) = await RunAsync("import", _folder.Write("nodes.csv", Businesses), "--json");

        var last = System.Text.Json.JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;
        Assert.Equal((0, "finished"), (exitCode, last.GetProperty("event").GetString()));
        Assert.Equal(3, last.GetProperty("import").GetProperty("report").GetProperty("rowsTaken").GetInt32());
    }

    [Fact]
    public async Task A_page_to_print_holds_the_summary_and_no_links()
    {
        await RunAsync("import", _folder.Write("nodes.csv", Businesses));

        var (exitCode, _, _) = await RunAsync("summary", "--html", _folder.File("page.html"));

        var page = await File.ReadAllTextAsync(_folder.File("page.html"));
        Assert.Equal(0, exitCode);
        Assert.Contains("Alone &amp; Co", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_to_print_never_takes_the_place_of_another_file()
    {
        var nodes = _folder.Write("nodes.csv", Businesses);
        await RunAsync("import", nodes, "--store", _folder.File("own.db"));

        var overStore = await RunAsync("summary", "--store", _folder.File("own.db"), "--html", _folder.File("own.db"));
        var overList = await RunAsync("summary", "--store", _folder.File("own.db"), "--html", nodes);
        var fresh = await RunAsync("summary", "--store", _folder.File("own.db"), "--html", _folder.File("page.html"));
        var overPage = await RunAsync("summary", "--store", _folder.File("own.db"), "--html", _folder.File("page.html"));

        Assert.Equal([1, 1, 0, 0], new[] { overStore, overList, fresh, overPage }.Select(run => run.ExitCode));
        Assert.Equal(Businesses, await File.ReadAllTextAsync(nodes));
        Assert.Contains(
            "3 businesses",
            (await RunAsync("summary", "--store", _folder.File("own.db"))).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_held_tie_is_exit_code_1_and_names_its_row()
    {
        var (exitCode, output, errors) = await RunAsync(
            "import",
            _folder.Write("n.csv", "id,name\n1,Mill\n2,Mill\n"),
            _folder.Write("t.csv", "from,to\nMill,1\n")
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("held", output, StringComparison.Ordinal);
        Assert.Contains("t.csv, row 2: found \"Mill\"", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_a_store_of_its_own()
    {
        await RunAsync("import", _folder.Write("nodes.csv", Businesses));

        var first = await RunAsync("backup", _folder.File("copy.db"));
        var second = await RunAsync("backup", _folder.File("copy.db"));

        Assert.Equal((0, 1), (first.ExitCode, second.ExitCode));
        Assert.Contains(
            "3 businesses",
            (await RunAsync("summary", "--store", _folder.File("copy.db"))).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_ids_are_made_one_and_two_again()
    {
        await RunAsync("import", _folder.Write("nodes.csv", Businesses), _folder.Write("ties.csv", Ties));

        var same = await RunAsync("duplicates", "--same", "b", "z");
        Assert.Equal(0, same.ExitCode);
        Assert.Contains("2 businesses and 0 other", (await RunAsync("summary")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("duplicates", "--apart", "b", "z")).ExitCode);
        Assert.Contains("3 businesses and 0 other", (await RunAsync("summary")).Output, StringComparison.Ordinal);

        var unknown = await RunAsync("duplicates", "--same", "b", "nobody");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("There is no business 'nobody'", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("No pair waits", (await RunAsync("duplicates")).Output, StringComparison.Ordinal);
    }

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BizGraphProcess.RunAsync(_folder.Path, arguments);
}
