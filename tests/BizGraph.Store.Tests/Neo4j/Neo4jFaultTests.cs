using BizGraph.Model;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>Servers and clients that die in the middle of their work. What SQLite shows of the same files is the oracle.</summary>
public sealed class Neo4jFaultTests(Neo4jServer server) : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_that_is_killed_in_mid_import_and_started_again_loses_nothing_and_duplicates_nothing()
    {
        var (own, missing) = await OwnNeo4j.TryStartAsync(heap: "400m");
        Assert.SkipWhen(own is null, missing ?? "");
        await using var killed = own!;
        var file = Town(rows: 6000);
        await using var store = killed.Store.Open();
        var import = (await store.BeginAsync(Plan(file))).Number;

        var appending = Task.Run(() => AppendAsync(store, import, file, rowsOfBatch: 100));
        await killed.Store.UntilAsync("MATCH (b:OwnImportBatch) WITH count(b) AS n WHERE n > 15 RETURN n");
        killed.Kill();
        await killed.StartAgainAsync();
        await appending;
        Assert.Equal(["[60,6000]"], await killed.Store.RowsAsync("MATCH (b:OwnImportBatch) RETURN count(b), sum(b.claims)"));

        var finishing = Task.Run(() => store.FinishAsync(import, new ImportReport()));
        await killed.Store.UntilAsync("MATCH (:OwnBusiness)-[r:SUPPLIES]->() WITH count(r) AS n WHERE n > 0 RETURN n");
        killed.Kill();
        await killed.StartAgainAsync();
        var finished = await finishing;

        Assert.Equal(await ShownOfAsync(file), await Shown.InAsync(store));
        Assert.Equal((1L, 6000L), (finished.Version, finished.Report!.Changes.RelationshipsAdded));
        Assert.Equal(["[6000]"], await killed.Store.RowsAsync("MATCH (:OwnBusiness)-[r]->(:OwnBusiness) RETURN count(r)"));
    }

    // The point of no return, and a batch of ties; at length also the first batch, and the end.
    [Theory]
    [InlineData("SET s.applying = $version", 1, false)]
    [InlineData("MERGE (a)-[r:SUPPLIES", 3, false)]
    [InlineData("MERGE (a)-[r:SUPPLIES", 1, true)]
    [InlineData("s.version = coalesce(s.applying", 1, true)]
    public async Task What_a_client_that_died_left_half_shown_is_shown_whole_to_the_next(string at, int count, bool isLong)
    {
        Assert.SkipWhen(isLong && Environment.GetEnvironmentVariable("BIZGRAPH_LONG") is null, "Only with BIZGRAPH_LONG.");
        var own = await server.TakeAsync();
        var (known, file) = (Town(rows: 300, "known.csv"), Town(rows: 12_000));
        await using (var store = own.Open())
        {
            await ImportAsync(store, known);
        }

        using var proxy = new CuttableProxy(new Uri(own.Settings["NEO4J_URI"]).Port, at, count);
        await using (
            var dying = NetworkStores.Open(
                $"neo4j+http://127.0.0.1:{proxy.Port}/neo4j?prefix={own.Prefix}",
                environment: own.Settings.GetValueOrDefault
            )
        )
        {
            // It tries for a minute to reach a server that it never will; nobody waits for that.
            _ = ImportAsync(dying, file).ContinueWith(task => task.Exception, TaskScheduler.Default);
            await proxy.HasCut.WaitAsync(TimeSpan.FromSeconds(60));

            // The server may still be at the request that it got last.
            await own.UntilAsync($"MATCH (i:{own.Prefix}Import {{number: 2, state: 'finished'}}) RETURN 1");
            await using var next = own.Open();
            var shown = await Shown.InAsync(next);

            Assert.Equal(await ShownOfAsync(known, file), shown);
            Assert.Equal(2, await next.VersionAsync());
            Assert.Equal(ImportState.Finished, (await next.ImportsAsync())[1].State);
        }

        server.Return(own);
    }

    [Fact]
    public async Task A_client_that_dies_before_its_import_counts_leaves_it_interrupted_with_all_its_rows()
    {
        var own = await server.TakeAsync();
        var file = Town(rows: 500);
        using var proxy = new CuttableProxy(new Uri(own.Settings["NEO4J_URI"]).Port, "b.rows ORDER BY", count: 1);
        await using (
            var dying = NetworkStores.Open(
                $"neo4j+http://127.0.0.1:{proxy.Port}/neo4j?prefix={own.Prefix}",
                environment: own.Settings.GetValueOrDefault
            )
        )
        {
            _ = ImportAsync(dying, file).ContinueWith(task => task.Exception, TaskScheduler.Default);
            await proxy.HasCut.WaitAsync(TimeSpan.FromSeconds(60));

            await using var next = own.Open();
            Assert.Empty(await Shown.InAsync(next));
            // The hold of the dead lasts some seconds.
            var ticket = await next.BeginAsync(Plan(file));
            Assert.Equal(new ClaimPosition(0, file.RowCount + 1), ticket.Acknowledged);
            await next.FinishAsync(ticket.Number, new ImportReport());

            Assert.Equal(await ShownOfAsync(file), await Shown.InAsync(next));
        }

        server.Return(own);
    }

    [Fact]
    public async Task Two_clients_at_once_are_one_after_the_other()
    {
        var own = await server.TakeAsync();
        await using var one = own.Open();
        await using var other = own.Open();
        var files = Enumerable.Range(0, 8).Select(i => RandomClaims.File(new Random(i), $"f{i}")).ToList();

        await Task.WhenAll(files.Select((file, i) => Task.Run(() => ImportAsync(i % 2 == 0 ? one : other, file))));

        var order = (await one.ImportsAsync())
            .OrderBy(import => import.Finished)
            .Select(i => files.Single(f => f.Identity == i.Files[0]));
        Assert.Equal(await ShownOfAsync([.. order]), await Shown.InAsync(other));
        Assert.Equal(await Shown.InAsync(one), await Shown.InAsync(other));
        server.Return(own);
    }

    [Fact]
    public async Task Data_of_others_stays_as_it_is_and_is_not_taken_for_ours()
    {
        var own = await server.TakeAsync();
        await own.RunAsync($"CREATE (:{own.Prefix}Business {{name: 'Theirs'}})");
        await using var store = own.Open();

        var refused = await Assert.ThrowsAsync<StoreException>(() => ImportAsync(store, Town(rows: 3)));

        Assert.Contains("?prefix=", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["[1]"], await own.RowsAsync($"MATCH (n:{own.Prefix}Business) RETURN count(n)"));
        server.Return(own);
    }

    static ClaimFile Town(int rows, string name = "town.csv")
    {
        var file = new ClaimFile(name);
        for (var i = 0; i < rows; i++)
        {
            file.Tie($"b{i % 997}", $"b{(i * 7 + i / 997) % 991}x", amount: i, isId: true);
        }

        return file;
    }

    static ImportPlan Plan(ClaimFile file) => new(file.Source, [file.Identity], Columns: []);

    static async Task ImportAsync(INetworkStore store, ClaimFile file)
    {
        var import = (await store.BeginAsync(Plan(file))).Number;
        await AppendAsync(store, import, file, rowsOfBatch: 5000);
        await store.FinishAsync(import, new ImportReport());
    }

    static async Task AppendAsync(INetworkStore store, int import, ClaimFile file, int rowsOfBatch)
    {
        foreach (var batch in file.Claims().Chunk(rowsOfBatch))
        {
            await store.AppendAsync(import, batch, batch[^1].Position);
        }
    }

    async Task<string> ShownOfAsync(params ClaimFile[] files)
    {
        await using var store = NetworkStores.Open(_folder.File($"{Guid.NewGuid():N}.db"));
        foreach (var file in files)
        {
            await ImportAsync(store, file);
        }

        return await Shown.InAsync(store);
    }
}
