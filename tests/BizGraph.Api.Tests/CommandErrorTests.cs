namespace BizGraph.Api.Tests;

/// <summary>What cannot be done on the command line, in the real program.</summary>
public sealed class CommandErrorTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, "no import 7", "undo", "7")]
    [InlineData(2, "frobnicate", "frobnicate")]
    [InlineData(2, "argument missing", "undo")]
    [InlineData(2, "this machine", "serve", "--urls", "http://0.0.0.0:5080")]
    [InlineData(2, "empty", "summary", "--store", "")]
    [InlineData(2, "no option --jsn", "import", "x.csv", "--jsn")]
    [InlineData(1, "no store", "summary", "--store", "/nowhere/at-all.db")]
    [InlineData(2, "one of them", "serve", "--sample", "--store", "x.db")]
    [InlineData(1, "/ is a folder", "summary", "--store", "/")]
    [InlineData(2, "--threads is 5000; 1 to 1024", "bench", "--graph", "x", "--algorithm", "betweenness", "--threads", "5000")]
    [InlineData(2, "'many' for option '--runs'; a whole number expected", "bench", "--graph", "x", "--runs", "many")]
    [InlineData(2, "'often' for option '--every'; a number expected", "watch", "/", "--every", "often")]
    [InlineData(2, "0.1 to 3600 seconds", "watch", "/", "--every", "0.01")]
    [InlineData(2, "--runs is 0; 1 or more", "bench", "--graph", "x", "--algorithm", "betweenness", "--runs", "0")]
    [InlineData(2, "'fr' for option '--language'; en or de expected", "template", "x.xlsx", "--language", "fr")]
    [InlineData(2, "only .gexf is written", "export", "network.graphml")]
    [InlineData(3, "There is no /nowhere/mapping.yaml.", "import", "x.csv", "--mapping", "/nowhere/mapping.yaml")]
    [InlineData(1, "x.csv: found no such file (/nowhere/x.csv)", "import", "/nowhere/x.csv")]
    [InlineData(2, "expected an address", "serve", "--urls", "nonsense")]
    public async Task What_cannot_be_done_says_what_to_do(int expected, string says, params string[] arguments)
    {
        var (exitCode, _, errors) = await RunAsync(arguments);

        Assert.Equal(expected, exitCode);
        Assert.Contains(says, errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_exit_code_3()
    {
        var (exitCode, _, errors) = await RunAsync("summary", "--store", _folder.Write("text.db", new string('x', 4096)));

        Assert.Equal(3, exitCode);
        Assert.Contains("no BizGraph store", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_name_begins_like_an_option_stands_behind_two_hyphens()
    {
        var (exitCode, _, errors) = await RunAsync("import", "--", "--odd.csv");

        Assert.Equal(1, exitCode);
        Assert.Contains("--odd.csv: found no such file", errors, StringComparison.Ordinal);
    }

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BizGraphProcess.RunAsync(_folder.Path, arguments);
}
