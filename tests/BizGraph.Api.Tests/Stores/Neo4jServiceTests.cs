using System.Diagnostics;
using BizGraph.Ingest;
using BizGraph.Store.Tests.Neo4j;

namespace BizGraph.Api.Tests.Stores;

/// <summary>Services and commands on a Neo4j database.</summary>
public sealed class Neo4jServiceTests(Neo4jServer server) : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_replicas_notice_each_others_changes_and_serve_the_old_snapshot_until_the_new_one_is_there()
    {
        var town = await server.TakeAsync();
        await using var one = await RunningService.StartAsync(store: town.Open());
        await using var other = await RunningService.StartAsync(store: town.Open());
        await ImportAsync(one, "from,to,type\nMill,Bakery,supplies\n");
        await Task.WhenAll(one.SeesVersionAsync(1), other.SeesVersionAsync(1));

        var ties = string.Concat(Enumerable.Range(0, 3000).Select(i => $"b{i % 800},c{i % 900},supplies\n"));
        var importing = ImportAsync(other, $"from,to,type\n{ties}");
        var seen = new List<long>();
        while (!importing.IsCompleted)
        {
            seen.Add(await VersionAsync(one));
            await Task.Delay(20);
        }

        await importing;
        var since = Stopwatch.StartNew();
        await one.SeesVersionAsync(2);

        // The two seconds that it may take, ten times over.
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.NotEmpty(seen);
        Assert.All(seen, version => Assert.InRange(version, 1, 2));
        Assert.Equal(seen.Order(), seen);
        server.Return(town);
    }

    [Fact]
    public async Task Commands_take_a_database_and_a_network_moves_both_ways()
    {
        var (town, file) = (
            await server.TakeAsync(),
            _folder.Write("ties.csv", "from,to,type,amount,currency\nMill,Bakery,supplies,12.50,EUR\nFarm,Mill,supplies,,\n")
        );
        var copy = _folder.File("copy.db");

        Assert.Contains(
            "3 businesses new, 2 ties new",
            await RunAsync(town, "import", file, "--store", town.Address),
            StringComparison.Ordinal
        );
        Assert.Contains("counts", await RunAsync(town, "imports", "--store", town.Address), StringComparison.Ordinal);
        Assert.Contains("3 businesses", await RunAsync(town, "summary", "--store", town.Address), StringComparison.Ordinal);
        Assert.Contains(
            "written to 3 businesses",
            await RunAsync(town, "publish", "--store", town.Address),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["[\"Bakery\",1,false,1]", "[\"Farm\",1,false,1]", "[\"Mill\",2,false,1]"],
            await town.RowsAsync(
                $"MATCH (b:{town.Prefix}Business) RETURN b.name, b.bizgraph_degree, b.bizgraph_isolated, b.bizgraph_version ORDER BY b.name"
            )
        );
        Assert.Contains(
            "1 imports with 2 claims",
            await RunAsync(town, "copy", "--from", town.Address, "--to", copy),
            StringComparison.Ordinal
        );
        Assert.Contains("2 ties gone", await RunAsync(town, "undo", "1", "--store", copy), StringComparison.Ordinal);
        server.Return(town);
    }

    [Fact]
    public async Task A_password_in_an_address_is_refused_and_not_repeated()
    {
        var (exitCode, _, errors) = await BizGraphProcess.RunAsync(
            _folder.Path,
            "summary",
            "--store",
            "neo4j+http://ann:hunter2@localhost/neo4j"
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("must not hold", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", errors, StringComparison.Ordinal);
    }

    async Task ImportAsync(RunningService service, string text)
    {
        var file = _folder.Write($"{Guid.NewGuid():N}.csv", text);
        await new ImportJob(service.Store).RunAsync(new ImportRequest { Files = [file] });
    }

    static async Task<long> VersionAsync(RunningService service) =>
        (await service.QueryAsync("{ overview { version } }")).GetProperty("overview").GetProperty("version").GetInt64();

    async Task<string> RunAsync(TestStore town, params string[] arguments)
    {
        var (exitCode, output, errors) = await BizGraphProcess.RunAsync(_folder.Path, town.Settings, arguments);
        Assert.True(exitCode == 0, errors);
        return output;
    }
}
