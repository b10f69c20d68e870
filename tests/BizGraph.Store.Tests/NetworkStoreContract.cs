using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>What every store must do. A store's test class derives from this and says how to open one.</summary>
public abstract partial class NetworkStoreContract : IDisposable
{
    /// <summary>Opens the store of this name; the same name again is the same data.</summary>
    protected abstract Task<INetworkStore> OpenAsync(string name);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    [Fact]
    public async Task A_new_store_is_at_version_0_and_shows_nothing()
    {
        await using var store = await OpenAsync("new");

        Assert.Equal(0, await store.VersionAsync());
        Assert.Empty(await Shown.InAsync(store));
        Assert.Empty(await store.ImportsAsync());
    }

    [Fact]
    public async Task An_import_shows_when_it_finishes_and_not_before()
    {
        await using var store = await OpenAsync("one");
        var file = new ClaimFile("town.csv").Business("bakery", "Old Bakery").Tie("mill", "bakery", amount: 100);

        var ticket = await store.BeginAsync(Plan(file));
        await store.AppendAsync(ticket.Number, file.Claims(), new ClaimPosition(0, 3));
        Assert.Equal(0, await store.VersionAsync());
        Assert.Empty(await Shown.InAsync(store));
        Assert.Equal(ImportState.Running, (await store.ImportsAsync()).Single().State);

        var import = await store.FinishAsync(ticket.Number, new ImportReport { RowsRead = 2, RowsTaken = 2 });

        Assert.Equal(1, await store.VersionAsync());
        Assert.Equal((ImportState.Finished, 1L), (import.State, import.Version!.Value));
        Assert.Equal((2, 1), (import.Report!.Changes.BusinessesAdded, import.Report.Changes.RelationshipsAdded));
        Assert.Equal(["bakery", "~mill"], (await Shown.BusinessesAsync(store)).Select(b => b.Id.Value));
        Assert.Equal(100, (await Shown.TiesAsync(store)).Single().Facts.Amount);
    }

    [Fact]
    public async Task Every_fact_comes_back_as_it_was_said()
    {
        await using var store = await OpenAsync("facts");
        var business = new BusinessFacts
        {
            Kind = BusinessKind.PublicBody,
            Industry = new Industry("84110", "UK SIC", "General public administration"),
            Ownership = Ownership.Regional,
            Serves = ServedArea.Local,
            Employees = 12,
            Turnover = 1_000_000.50m,
            Spend = 0.1m,
            Currency = "GBP",
            Founded = 1974,
            Website = "https://town.example",
            Email = "desk@town.example",
            Phone = "01632 960001",
            Offers = ["grants", "rooms | halls"],
            Needs = ["printing"],
            OpenTo = ["Supplies"],
            NotWith = ["x"],
            Tags = ["living wage"],
            Networks = ["Chamber"],
            Status = BusinessStatus.Closed,
            Attributes = new Dictionary<string, string> { ["Ward"] = "Ölmühle \"North\"" },
        };
        var tie = new RelationshipFacts
        {
            Type = RelationshipType.Knows,
            Kind = "met",
            Directed = true,
            Industry = new Industry(Title: "Flour"),
            Currency = "EUR",
            Since = new DateOnly(2022, 2, 28),
            Until = new DateOnly(2024, 2, 29),
            Ended = true,
            Note = "=1+1",
            Confidence = 0.25,
            Attributes = new Dictionary<string, string> { ["a"] = "b" },
        };

        await ImportAsync(
            store,
            new ClaimFile("a.csv")
                .Business("c", "Council", "Town", business)
                .Tie("c", "d", amount: -0.30m, weight: 2.5, facts: tie)
        );

        var shown = (await Shown.BusinessesAsync(store))[0];
        Assert.Equivalent(
            business with
            {
                Name = "Council",
                Place = new Place { Locality = "Town" },
            },
            shown.Facts
        );
        Assert.Equivalent(tie with { Amount = -0.30m, Weight = 2.5 }, (await Shown.TiesAsync(store)).Single().Facts);
    }

    [Fact]
    public async Task The_same_plan_again_is_known_and_changes_nothing()
    {
        await using var store = await OpenAsync("again");
        var file = new ClaimFile("town.csv").Business("bakery", "Old Bakery").Tie("mill", "bakery");
        var first = await ImportAsync(store, file);

        var ticket = await store.BeginAsync(Plan(file));

        Assert.Equal((first.Number, true), (ticket.Number, ticket.IsFinished));
        Assert.Equal(1, await store.VersionAsync());
        Assert.Single(await store.ImportsAsync());
    }

    [Fact]
    public async Task An_import_that_changes_nothing_leaves_the_version()
    {
        await using var store = await OpenAsync("nothing");
        await ImportAsync(store, new ClaimFile("a.csv").Business("a", "A").Business("b", "B"));

        var second = await ImportAsync(store, new ClaimFile("b.csv").Business("a", "A"));

        Assert.False(second.Report!.Changes.Any);
        Assert.Equal(1, await store.VersionAsync());
        Assert.Equal(2, (await store.ImportsAsync()).Count);
    }

    [Fact]
    public async Task An_undone_import_can_be_taken_in_again()
    {
        await using var store = await OpenAsync("redo");
        var file = new ClaimFile("a.csv").Business("a", "A");
        await store.UndoAsync((await ImportAsync(store, file)).Number);

        var again = await ImportAsync(store, file);

        Assert.Equal(2, again.Number);
        Assert.Single(await Shown.BusinessesAsync(store));
    }

    [Fact]
    public async Task A_reading_stays_at_its_version_while_others_write()
    {
        await using var store = await OpenAsync("reading");
        await ImportAsync(store, new ClaimFile("a.csv").Business("a", "A"));
        await using var reading = await store.ReadAsync();
        await ImportAsync(store, new ClaimFile("b.csv").Business("b", "B"));

        Assert.Equal(1, reading.Version);
        Assert.Single(await reading.BusinessesAsync().ToListAsync());
        Assert.Equal(2, (await Shown.BusinessesAsync(store)).Count);
    }

    [Fact]
    public async Task A_cancelled_batch_leaves_nothing_and_a_cancelled_finish_leaves_the_import_unfinished()
    {
        await using var store = await OpenAsync("cancel");
        var file = new ClaimFile("a.csv").Business("a", "A").Tie("a", "b");
        var ticket = await store.BeginAsync(Plan(file));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.AppendAsync(ticket.Number, file.Claims(), new ClaimPosition(0, 3), cancelled.Token)
        );
        await store.AppendAsync(ticket.Number, file.Claims(), new ClaimPosition(0, 3));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.FinishAsync(ticket.Number, new ImportReport(), cancellation: cancelled.Token)
        );

        Assert.Empty(await Shown.InAsync(store));
        await store.FinishAsync(ticket.Number, new ImportReport());
        Assert.Equal(2, (await Shown.BusinessesAsync(store)).Count);
    }

    [Fact]
    public async Task Each_business_names_its_file_and_row()
    {
        await using var store = await OpenAsync("origin");
        await ImportAsync(store, new ClaimFile("old.csv").Business("a", "A"));
        await ImportAsync(store, new ClaimFile("new.csv").Business("x", "X").Business("a", "A & Sons"));

        var origins = await store.OriginsAsync(new BusinessId("a"));

        Assert.Equal([("new.csv", 3L, 2), ("old.csv", 2L, 1)], origins.Select(o => (o.File, o.Row, o.Import)));
    }

    [Fact]
    public async Task Each_cell_names_the_row_that_speaks_and_each_tie_its_rows()
    {
        await using var store = await OpenAsync("cells");
        static BusinessFacts Facts(int? employees, string? phone, string ward) =>
            new()
            {
                Employees = employees,
                Phone = phone,
                Attributes = new Dictionary<string, string> { [ward] = "1" },
            };
        var old = new ClaimFile("old.csv").Business("a", "A", "Ham", Facts(3, "1", "Ward")).Tie("a", "b", amount: 1);
        await ImportAsync(store, old.Tie("b", "a", RelationshipType.Partners).Tie("a", "c"));
        await ImportAsync(
            store,
            new ClaimFile("crm.csv", "crm").Business("9", "A & Sons", null, Facts(4, null, "Code")).Match("a", "9@crm")
        );
        await ImportAsync(
            store,
            new ClaimFile("new.csv").Business("a", null, "Ham").Tie("b", "a", amount: 2).Tie("a", "b", amount: 3)
        );

        var origins = await store.OriginsAsync(new BusinessId("9@crm"));

        // "Ham" is said twice: the newer row speaks. The phone stands in the old list alone.
        Assert.Equal(
            ["new.csv 2: locality", "crm.csv 2: name, employees, Code", "old.csv 2: phone, Ward"],
            origins.Select(o => $"{o.File} {o.Row}: {string.Join(", ", o.Cells)}")
        );
        var ties = await Shown.TiesAsync(store);
        async Task<IEnumerable<string>> RowsAsync(Func<Relationship, bool> tie) =>
            (await store.OriginsAsync(ties.Single(tie).Key)).Select(o => $"{o.File} {o.Row}");
        Assert.Equal(
            ["new.csv 4", "old.csv 3"],
            await RowsAsync(t => t.From.Value == "a" && t.To.Value == "~b" && t.Type == RelationshipType.Supplies)
        );
        Assert.Equal(["new.csv 3"], await RowsAsync(t => t.From.Value == "~b" && t.Type == RelationshipType.Supplies));
        Assert.Equal(["old.csv 4"], await RowsAsync(t => t.Type == RelationshipType.Partners));
        Assert.Empty(await store.OriginsAsync(ties[0].Key with { Currency = "GBP" }));
        Assert.Empty(await store.OriginsAsync(new BusinessId("nobody")));
    }

    protected static ImportPlan Plan(params ClaimFile[] files) =>
        new(files[0].Source, [.. files.Select(f => f.Identity)], Columns: []);

    protected static Task<Import> ImportAsync(INetworkStore store, params ClaimFile[] files) =>
        ImportAsync(store, Plan(files), options: null, files);

    protected static async Task<Import> ImportAsync(
        INetworkStore store,
        ImportPlan plan,
        FinishOptions? options,
        params ClaimFile[] files
    )
    {
        var ticket = await store.BeginAsync(plan);
        if (ticket.IsFinished)
        {
            return (await store.ImportsAsync()).Single(i => i.Number == ticket.Number);
        }

        try
        {
            for (var file = 0; file < files.Length; file++)
            {
                var through = new ClaimPosition(file, files[file].RowCount + 1);
                await store.AppendAsync(ticket.Number, files[file].Claims(file), through);
            }

            return await store.FinishAsync(ticket.Number, new ImportReport(), options);
        }
        catch
        {
            await store.ReleaseAsync(ticket.Number);
            throw;
        }
    }
}
