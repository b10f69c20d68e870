using System.Globalization;
using System.Text;
using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store;
using BizGraph.Store.Tests.Neo4j;

namespace BizGraph.Api.Tests.Stores;

/// <summary>A real <c>import --store neo4j</c>, killed while it sends rows and while it writes what is shown. What SQLite shows of the same files is the oracle.</summary>
public sealed class KilledNeo4jImportTests(Neo4jServer server) : IDisposable
{
    static readonly bool IsLong = Environment.GetEnvironmentVariable("BIZGRAPH_LONG") is not null;
    static readonly int Rounds = IsLong ? 8 : 1;
    static readonly int BusinessCount = IsLong ? 2_000 : 1_000;
    static readonly int TieCount = IsLong ? 100_000 : 40_000;

    readonly TemporaryFolder _folder = new();
    readonly Random _random = new(7);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Killed_while_it_sends_rows_it_sends_the_rest_and_none_again() =>
        KillAndRunAgainAsync(
            until: town =>
                $"MATCH (b:{town.Prefix}ImportBatch) WITH count(b) AS n WHERE n >= {1 + _random.Next(IsLong ? 6 : 2)} RETURN n",
            async (town, files) =>
            {
                // The server may still be at the request that it got last: then that is kept, too, and acknowledged with it.
                await Task.Delay(500);
                var acknowledged = await NumberAsync(
                    town,
                    $"MATCH (i:{town.Prefix}Import) RETURN i.acknowledgedFile * 1000000 + i.acknowledgedRow"
                );
                Assert.True(acknowledged > 0, "Nothing was acknowledged when it was killed.");
                Assert.Equal(["[0]"], await town.RowsAsync($"MATCH (b:{town.Prefix}Business) RETURN count(b)"));

                // What is sent again would put the number right.
                var kept = await NumberAsync(
                    town,
                    $"MATCH (b:{town.Prefix}ImportBatch) SET b.claims = -b.claims RETURN sum(-b.claims)"
                );
                Assert.InRange(kept, 1, BusinessCount + TieCount - 1);

                await RunToItsEndAsync(town, files);

                Assert.Equal(
                    kept,
                    await NumberAsync(town, $"MATCH (b:{town.Prefix}ImportBatch) WHERE b.claims < 0 RETURN sum(-b.claims)")
                );
            }
        );

    [Fact]
    public Task Killed_while_it_writes_what_is_shown_it_is_shown_whole_and_once() =>
        KillAndRunAgainAsync(
            until: town =>
                $"MATCH (s:{town.Prefix}BizGraphStore) WHERE s.applying IS NOT NULL MATCH (:{town.Prefix}Business)-[r:SUPPLIES]->() WITH count(r) AS n WHERE n >= {1 + _random.Next(TieCount / 2)} RETURN n",
            async (town, files) =>
            {
                Assert.Equal(
                    ["[0,1]"],
                    await town.RowsAsync($"MATCH (s:{town.Prefix}BizGraphStore) RETURN s.version, s.applying")
                );
                await RunToItsEndAsync(town, files);
            }
        );

    async Task KillAndRunAgainAsync(Func<TestStore, string> until, Func<TestStore, string[], Task> runAgain)
    {
        var town = await server.TakeAsync();
        var files = WriteFiles();
        var whole = await ImportAndReadAsync(files);
        for (var round = 0; round < Rounds; round++)
        {
            await town.ClearAsync();
            using (var killed = Import(town, files))
            {
                await town.UntilAsync(until(town));
                killed.Kill();
                await killed.EndAsync();
            }

            await runAgain(town, files);
            await AssertWholeAsync(town, whole);
        }

        server.Return(town);
    }

    BizGraphProcess Import(TestStore town, string[] files) =>
        BizGraphProcess.Start(_folder.Path, town.Settings, ["import", .. files, "--json", "--store", town.Address]);

    async Task RunToItsEndAsync(TestStore town, string[] files)
    {
        using var again = Import(town, files);
        var (exitCode, _, errors) = await again.EndAsync();
        Assert.True(exitCode == 0, errors);
    }

    static async Task AssertWholeAsync(TestStore town, string whole)
    {
        Assert.Equal(["[1,null]"], await town.RowsAsync($"MATCH (s:{town.Prefix}BizGraphStore) RETURN s.version, s.applying"));
        await using var store = town.Open();
        Assert.Equal(whole, await ReadAsync(store));
        var import = Assert.Single(await store.ImportsAsync());
        Assert.Equal((ImportState.Finished, (long)BusinessCount + TieCount), (import.State, import.Report!.RowsTaken));
        Assert.Equal(
            [$"[{BusinessCount},{whole.Split('\n').Length - BusinessCount}]"],
            await town.RowsAsync(
                $"MATCH (b:{town.Prefix}Business) WITH count(b) AS n MATCH (:{town.Prefix}Business)-[r]->(:{town.Prefix}Business) RETURN n, count(r)"
            )
        );
        Assert.Equal(
            [$"[{BusinessCount + TieCount}]"],
            await town.RowsAsync($"MATCH (b:{town.Prefix}ImportBatch) RETURN sum(abs(b.claims))")
        );
    }

    static async Task<long> NumberAsync(TestStore town, string statement) =>
        JsonDocument.Parse((await town.RowsAsync(statement)).Single()).RootElement[0].GetInt64();

    async Task<string> ImportAndReadAsync(string[] files)
    {
        var file = _folder.File("whole.db");
        var (exitCode, _, errors) = await BizGraphProcess.RunAsync(_folder.Path, ["import", .. files, "--store", file]);
        Assert.True(exitCode == 0, errors);
        await using var store = NetworkStores.Open(file);
        return await ReadAsync(store);
    }

    static async Task<string> ReadAsync(INetworkStore store)
    {
        await using var reading = await store.ReadAsync();
        var lines = new List<string>();
        await foreach (var business in reading.BusinessesAsync())
        {
            lines.Add($"{business.Id} {business.Name}");
        }

        await foreach (var tie in reading.RelationshipsAsync())
        {
            lines.Add($"{tie.From}>{tie.To}:{tie.Type}:{tie.Weight}:{tie.Facts.Amount}");
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    string[] WriteFiles()
    {
        var nodes = new StringBuilder("id,name\n");
        for (var i = 0; i < BusinessCount; i++)
        {
            nodes.Append(CultureInfo.InvariantCulture, $"b{i},Business {i}\n");
        }

        var random = new Random(1);
        var ties = new StringBuilder("from,to,type,amount,currency,note\n");
        for (var i = 0; i < TieCount; i++)
        {
            ties.Append(
                CultureInfo.InvariantCulture,
                $"b{random.Next(BusinessCount)},b{random.Next(BusinessCount)},supplies,{i},GBP,note {i}\n"
            );
        }

        return [_folder.Write("nodes.csv", nodes.ToString()), _folder.Write("ties.csv", ties.ToString())];
    }
}
