using BizGraph.Model;
using BizGraph.Store.Copying;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>Whole networks moved from store to store.</summary>
public sealed class StoreCopyTests(Neo4jServer server) : IDisposable
{
    static readonly FinishOptions Anything = new() { MostRetired = 1 };

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_network_goes_to_a_database_and_back_with_all_that_it_keeps()
    {
        var there = await server.TakeAsync();
        var (before, after) = (_folder.File("before.db"), _folder.File("after.db"));
        await FillAsync(NetworkStores.Open(before));

        var copied = await StoreCopy.RunAsync(before, there.Address, there.Settings.GetValueOrDefault);
        await StoreCopy.RunAsync(there.Address, after, there.Settings.GetValueOrDefault);

        // Eight imports: five random files, one interrupted, one undone, one by hand; the one that was dropped is gone with its claims.
        Assert.Equal((8L, 2L), (copied.Imports, copied.Records));
        await using var one = NetworkStores.Open(before);
        await using var two = there.Open();
        await using var three = NetworkStores.Open(after);
        await AssertSameAsync(one, two);
        await AssertSameAsync(one, three);
        server.Return(there);
    }

    [Fact]
    public async Task A_copy_goes_on_as_the_store_that_it_was_made_of_would()
    {
        var there = await server.TakeAsync();
        var file = _folder.File("before.db");
        await FillAsync(NetworkStores.Open(file));
        await StoreCopy.RunAsync(file, there.Address, there.Settings.GetValueOrDefault);
        await using var one = NetworkStores.Open(file);
        await using var other = there.Open();

        foreach (var store in (INetworkStore[])[one, other])
        {
            await ImportAsync(store, RandomClaims.File(new Random(99), "later"), options: null);
            await store.UndoAsync(2);
            await store.UndoAsync((await store.ImportsAsync()).Single(i => i.State == ImportState.Interrupted).Number);
            Assert.Equal(5, await store.Records.AddAsync("job", "2", "{}", "x"));
        }

        await AssertSameAsync(one, other);
        server.Return(there);
    }

    [Fact]
    public async Task Nothing_is_copied_over_a_network_that_is_there_or_while_an_import_runs()
    {
        var (one, other) = (_folder.File("one.db"), _folder.File("other.db"));
        await using var store = NetworkStores.Open(one);
        await ImportAsync(store, RandomClaims.File(new Random(1), "a"), options: null);
        await File.WriteAllTextAsync(other, "x");

        var exists = await Assert.ThrowsAsync<StoreException>(() => StoreCopy.RunAsync(one, other));
        Assert.Contains("exists already", exists.Message, StringComparison.Ordinal);

        var running = RandomClaims.File(new Random(2), "b");
        await store.BeginAsync(new ImportPlan(running.Source, [running.Identity], []));
        var busy = await Assert.ThrowsAsync<StoreException>(() => StoreCopy.RunAsync(one, _folder.File("new.db")));
        Assert.Contains("Import 2 is running", busy.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("new.db")));
    }

    static async Task FillAsync(INetworkStore store)
    {
        await using var filled = store;
        for (var i = 0; i < 5; i++)
        {
            await ImportAsync(store, RandomClaims.File(new Random(i), $"f{i}"), Anything, replaces: i == 3);
        }

        var undone = await ImportAsync(store, RandomClaims.File(new Random(7), "undone"), options: null);
        await store.UndoAsync(undone.Number);
        await ImportAsync(store, new ClaimFile("by hand", Import.ByHand).Match("1", "2", byHand: true), options: null);
        var half = new ClaimFile("half.csv").Business("b1", "Half").Business("b2", "Way");
        var begun = await store.BeginAsync(new ImportPlan(half.Source, [half.Identity], ["name=Firma"]));
        await store.AppendAsync(begun.Number, half.Claims()[..1], new ClaimPosition(0, 2));
        await store.ReleaseAsync(begun.Number);
        var dropped = new ClaimFile("dropped.csv").Business("c", "Gone");
        var drop = await store.BeginAsync(new ImportPlan(dropped.Source, [dropped.Identity], []));
        await store.UndoAsync(drop.Number);
        await store.Records.AddAsync("job", "1", """{"a":"ü"}""", "Ann");
        await store.Records.AddAsync("summary", "3", "{}", "Bob");
        await store.Records.AddAsync("summary", "4", "{}", "Bob");
        await store.Records.AddAsync("summary", "4", "{}", "Bob");
        await store.Records.RemoveAsync("summary", "4", long.MaxValue);
    }

    static async Task<Import> ImportAsync(INetworkStore store, ClaimFile file, FinishOptions? options, bool replaces = false)
    {
        var plan = new ImportPlan(file.Source, [file.Identity], [], ReplacesSource: replaces);
        var import = (await store.BeginAsync(plan)).Number;
        await store.AppendAsync(import, file.Claims(), new ClaimPosition(0, file.RowCount + 1));
        return await store.FinishAsync(import, new ImportReport { RowsRead = file.RowCount }, options);
    }

    static async Task AssertSameAsync(INetworkStore one, INetworkStore other)
    {
        Assert.Equal(await Shown.InAsync(one), await Shown.InAsync(other));
        Assert.Equal(await one.VersionAsync(), await other.VersionAsync());
        Assert.Equivalent(Plain(await one.ImportsAsync()), Plain(await other.ImportsAsync()), strict: true);
        Assert.Equal(await one.Records.ReadAsync("summary"), await other.Records.ReadAsync("summary"));
        foreach (var business in await Shown.BusinessesAsync(one))
        {
            Assert.Equal(Places(await one.OriginsAsync(business.Id)), Places(await other.OriginsAsync(business.Id)));
        }

        var (matches, others) = (await one.MatchesAsync(), await other.MatchesAsync());
        Assert.Equal(matches.Select(m => m.Claim.ToString()).Order(), others.Select(m => m.Claim.ToString()).Order());
    }

    static IEnumerable<(int, string, string, long)> Places(IEnumerable<ClaimOrigin> origins) =>
        origins.Select(origin => (origin.Import, origin.Source, origin.File, origin.Row));

    // What each store dates by itself is left out.
    static IEnumerable<object> Plain(IEnumerable<Import> imports) =>
        imports.Select(i => new
        {
            i.Number,
            i.Source,
            i.State,
            Files = string.Join(',', i.Files),
            i.Version,
            i.Report?.Changes,
        });
}
