using BizGraph.Analysis;
using BizGraph.Api.Snapshots;
using BizGraph.Store;

namespace BizGraph.Api.Tests.Gaps;

/// <summary><c>bizgraph gaps</c> as a person types it.</summary>
public sealed class GapsCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_lists_by_kind_and_writes_a_spreadsheet_without_formulas()
    {
        var nodes = _folder.Write("nodes.csv", "id,name,offers,needs\nm,Mill,flour,\n=b,\"=Bakery, Ham\",,flour\n");
        await RunAsync("import", nodes);

        var list = await RunAsync("gaps");
        var german = await RunAsync("gaps", "--kind", "isolated", "--language", "de");
        var csv = await RunAsync("gaps", "--csv");
        var file = await RunAsync("gaps", "--csv", _folder.File("gaps.csv"));

        Assert.Equal(0, list.ExitCode);
        Assert.Contains("Businesses without a tie (2)", list.Output, StringComparison.Ordinal);
        Assert.Contains(
            "-> Introduce Mill to =Bakery, Ham: =Bakery, Ham looks for “flour”.",
            list.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Betriebe ohne Verbindung (2)", german.Output, StringComparison.Ordinal);
        string[] lines = csv.Output.TrimEnd().Split('\n');
        Assert.Equal("kind,sentence,next_action,business_id,business,others,id,state,assigned_to", lines[0]);
        Assert.StartsWith("isolated,\"'=Bakery, Ham has no tie", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=b,\"'=Bakery, Ham\",,isolated:%3Db", lines[1], StringComparison.Ordinal);
        Assert.Equal(0, file.ExitCode);
        Assert.Equal(lines, (await File.ReadAllTextAsync(_folder.File("gaps.csv"))).TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Who_is_listed_no_more_is_told_as_the_service_tells_it()
    {
        var path = _folder.File("town.db");
        var nodes = _folder.Write("nodes.csv", "id,name\na,A\nforge,Forge\n");
        await RunAsync("import", nodes, "--store", path);
        await using (var store = NetworkStores.Open(path))
        {
            await SnapshotHistory.KeepAsync(store, await NetworkSnapshot.ReadAsync(store), new DateOnly(2020, 5, 1), default);
        }

        await RunAsync("undo", "1", "--store", path);

        var left = await RunAsync("gaps", "--kind", "left", "--store", path);
        Assert.Equal(0, left.ExitCode);
        Assert.Contains("forge was tied to 0 others on 1 May 2020 and is listed no more.", left.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_kind_says_which_are_known()
    {
        await RunAsync("import", _folder.Write("nodes.csv", "id,name\na,A\n"));

        var (exitCode, _, error) = await RunAsync("gaps", "--kind", "holes");

        Assert.Equal(2, exitCode);
        Assert.Contains("structural-hole", error, StringComparison.Ordinal);
    }

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BizGraphProcess.RunAsync(_folder.Path, arguments);
}
