namespace BizGraph.Api.Tests;

/// <summary>What the commands write for other programs, in the real program.</summary>
public sealed class OutputCommandTests : IDisposable
{
    const string Businesses = "id,name,locality\nb,Old Bakery,Ham\nm,Mill,Ham\nz,Alone & Co,Ham\n";
    const string Ties = "from,to,type,amount,currency\nm,b,supplies,1200,GBP\nm,b,supplies,300,GBP\n";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_came_with_the_data_does_not_steer_the_terminal()
    {
        await RunAsync("import", _folder.Write("n.csv", "id,name\n1\u0007,Red\u001b[31mInk\u0007\n"));

        var (_, output, _) = await RunAsync("summary");
        await RunAsync("export", _folder.File("out"));
        var exported = await File.ReadAllTextAsync(Path.Combine(_folder.File("out"), "businesses.csv"));

        Assert.Contains("Red\\u001b[31mInk\\u0007", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("1\\u0007,Red\\u001b[31mInk\\u0007,", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_of_a_full_load_says_what_goes_and_that_it_may_ask_for_leave()
    {
        await RunAsync("import", _folder.Write("all.csv", Businesses));

        var (exitCode, output, _) = await RunAsync(
            "import",
            _folder.Write("fewer.csv", "id,name\nb,Old Bakery\n"),
            "--replace-source",
            "--preview"
        );

        Assert.Equal(0, exitCode);
        Assert.Contains("all that their source says", output, StringComparison.Ordinal);
        Assert.Contains("asks for --yes", output, StringComparison.Ordinal);
        Assert.Matches("Businesses gone: +2\n", output);
    }

    [Fact]
    public async Task Export_writes_a_pair_of_lists_and_does_not_write_over_them()
    {
        await RunAsync("import", _folder.Write("nodes.csv", Businesses), _folder.Write("ties.csv", Ties));
        var target = _folder.File("out");

        var first = await RunAsync("export", target, "--metrics", "degree");
        var again = await RunAsync("export", target);
        var unknown = await RunAsync("export", target, "--metrics", "degre");

        Assert.Equal((0, 1, 2), (first.ExitCode, again.ExitCode, unknown.ExitCode));
        var lines = await File.ReadAllLinesAsync(Path.Combine(target, "businesses.csv"));
        Assert.EndsWith(",degree", lines[0], StringComparison.Ordinal);
        Assert.Equal(["1", "1", "0"], lines[1..].Select(line => line.Split(',')[^1]));
        Assert.Contains("m,b,Supplies,", await File.ReadAllTextAsync(Path.Combine(target, "ties.csv")), StringComparison.Ordinal);
        Assert.Contains("3 businesses and other organizations and 1 tie, in", first.Output, StringComparison.Ordinal);
        Assert.Contains("There is no measure 'degre'", unknown.Errors, StringComparison.Ordinal);
    }

    // The hub of a star of four leaves lies between 4 · 3 / 2 = 6 pairs.
    [Fact]
    public async Task Bench_tells_its_seconds_as_json_and_writes_the_scores()
    {
        var (graph, scores) = (_folder.Write("star.txt", "0 1\n0 2\n0 3\n0 4\n"), _folder.File("scores.csv"));

        var (exitCode, output, _) = await RunAsync(
            "bench",
            "--graph",
            graph,
            "--algorithm",
            "betweenness",
            "--threads",
            "1",
            "--json",
            "--scores",
            scores
        );

        Assert.Equal(0, exitCode);
        var row = System.Text.Json.JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            ("betweenness", "star.txt", 5, 4, 1),
            (
                row.GetProperty("algorithm").GetString(),
                row.GetProperty("graph").GetString(),
                row.GetProperty("nodes").GetInt32(),
                row.GetProperty("edges").GetInt32(),
                row.GetProperty("threads").GetInt32()
            )
        );
        Assert.Equal(3, row.GetProperty("runs").GetArrayLength());
        Assert.Equal(
            row.GetProperty("runs").EnumerateArray().Select(r => r.GetDouble()).Order().ElementAt(1),
            row.GetProperty("seconds").GetDouble()
        );
        Assert.Equal(["node,score", "0,6", "1,0", "2,0", "3,0", "4,0"], await File.ReadAllLinesAsync(scores));
    }

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BizGraphProcess.RunAsync(_folder.Path, arguments);
}
