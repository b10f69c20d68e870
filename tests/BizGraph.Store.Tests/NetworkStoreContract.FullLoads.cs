using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>Full loads, which replace what their source said before, and finishes that are only tried.</summary>
public abstract partial class NetworkStoreContract
{
    static readonly FinishOptions Anything = new() { MostRetired = 1 };

    [Fact]
    public async Task A_full_load_retires_what_its_source_no_longer_names_for_as_long_as_it_counts()
    {
        await using var store = await OpenAsync("full");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Forge").Tie("1", "2", amount: 5));
        await ImportAsync(store, new ClaimFile("crm.csv", "crm").Business("9", "Cafe"));
        await ImportAsync(store, new ClaimFile("by hand", Import.ByHand).Match("1", "9@crm", byHand: true));
        var before = await Shown.InAsync(store);

        var load = await ReplaceAsync(store, Anything, new ClaimFile("all.csv").Business("1", "New Mill").Business("3", "Bank"));

        // 1 was given before 9@crm, although the import that gave it counts no more.
        Assert.Equal(["1", "3"], Ids(await Shown.BusinessesAsync(store)));
        Assert.Empty(await Shown.TiesAsync(store));
        Assert.Equal(
            (1, 1, 1, 1), // 3 for 2, and 1 has a new name
            (
                load.Report!.Changes.BusinessesAdded,
                load.Report.Changes.BusinessesChanged,
                load.Report.Changes.BusinessesRemoved,
                load.Report.Changes.RelationshipsRemoved
            )
        );

        await ImportAsync(store, new ClaimFile("later.csv").Business("4", "School"));
        Assert.Equal(["1", "3", "4"], Ids(await Shown.BusinessesAsync(store)));

        await store.UndoAsync(5);
        await store.UndoAsync(load.Number);
        Assert.Equal(before, await Shown.InAsync(store));
    }

    [Fact]
    public async Task A_business_keeps_its_id_when_a_full_load_names_it_no_more_and_all_its_ids_find_it()
    {
        await using var store = await OpenAsync("keeps");
        var old = await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Forge"));
        await ImportAsync(store, new ClaimFile("crm.csv", "crm").Business("9", "Old Mill").Tie("9", "8", isId: true));
        await ImportAsync(store, new ClaimFile("by hand", Import.ByHand).Match("1", "9@crm", byHand: true));

        await ReplaceAsync(store, Anything, new ClaimFile("all.csv").Business("2", "Forge"));

        var mill = (await Shown.BusinessesAsync(store)).Single(b => b.Name == "Old Mill");
        Assert.Equal(("1", "9@crm"), (mill.Id.Value, mill.OtherIds.Single().Value));
        Assert.Equal(["1 -> 8@crm "], Ties(await Shown.TiesAsync(store)));

        // As if the import that gave 1 had never been: 9@crm was first.
        await store.UndoAsync(old.Number);
        mill = (await Shown.BusinessesAsync(store)).Single(b => b.Name == "Old Mill");
        Assert.Equal("9@crm", mill.Id.Value);
        Assert.Empty(mill.OtherIds);
        Assert.Equal(["9@crm -> 8@crm "], Ties(await Shown.TiesAsync(store)));
    }

    [Fact]
    public async Task Of_ids_that_ties_name_in_two_sources_the_first_stays_whatever_lists_it_later()
    {
        await using var store = await OpenAsync("tienames");
        await ImportAsync(store, new ClaimFile("crm.csv", "crm").Tie("Mill", "Forge"));
        await ImportAsync(store, new ClaimFile("a.csv").Tie("Mill", "Bakery"));
        var merge = await ImportAsync(store, new ClaimFile("by hand", Import.ByHand).Match("~mill", "~mill@crm", byHand: true));
        Assert.Contains("~mill@crm", Ids(await Shown.BusinessesAsync(store)));

        await ImportAsync(store, new ClaimFile("b.csv").Business(null, "Mill"));
        Assert.Contains("~mill@crm", Ids(await Shown.BusinessesAsync(store)));
        await ReplaceAsync(store, Anything, new ClaimFile("crm2.csv", "crm").Tie("Mill", "Inn"));
        Assert.Contains("~mill@crm", Ids(await Shown.BusinessesAsync(store)));
        Assert.DoesNotContain("~mill", Ids(await Shown.BusinessesAsync(store)));

        await store.UndoAsync(merge.Number);
        Assert.Equal(["~bakery", "~inn@crm", "~mill", "~mill@crm"], Ids(await Shown.BusinessesAsync(store)));
    }

    [Fact]
    public async Task A_full_load_that_takes_away_more_than_a_fifth_is_refused_until_it_is_confirmed()
    {
        await using var store = await OpenAsync("fifth");
        var all = new ClaimFile("a.csv");
        for (var i = 0; i < 10; i++)
        {
            all.Business($"{i}", $"Shop {i}");
        }

        await ImportAsync(store, all);
        var before = await Shown.InAsync(store);
        var cut = new ClaimFile("cut.csv");
        for (var i = 0; i < 7; i++)
        {
            cut.Business($"{i}", $"Shop {i}");
        }

        var refused = await Assert.ThrowsAsync<StoreException>(() => ReplaceAsync(store, options: null, cut));
        Assert.Contains("3 of 10 businesses", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Shown.InAsync(store));

        await ReplaceAsync(store, Anything, cut);
        Assert.Equal(7, (await Shown.BusinessesAsync(store)).Count);
    }

    [Fact]
    public async Task A_finish_that_is_only_tried_tells_what_would_change_and_changes_nothing()
    {
        await using var store = await OpenAsync("trial");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Mill"));
        var before = await Shown.InAsync(store);
        var file = new ClaimFile("b.csv").Business("1", "Old Mill").Business("2", "Forge");

        var trial = await ImportAsync(store, Plan(file), new FinishOptions { IsTrial = true }, file);

        Assert.Equal((1, 1), (trial.Report!.Changes.BusinessesAdded, trial.Report.Changes.BusinessesChanged));
        Assert.Equal((before, 1L), (await Shown.InAsync(store), await store.VersionAsync()));
        Assert.Equal(ImportState.Running, (await store.ImportsAsync())[1].State);
        await store.FinishAsync(trial.Number, new ImportReport());
        Assert.Equal(2, (await Shown.BusinessesAsync(store)).Count);
    }

    [Fact]
    public async Task An_import_that_is_not_to_finish_is_dropped_by_whoever_began_it_and_by_nobody_else()
    {
        await using var store = await OpenAsync("dropped");
        await using var other = await OpenAsync("dropped");
        var file = new ClaimFile("a.csv").Business("1", "Mill");
        var ticket = await store.BeginAsync(Plan(file));
        await store.AppendAsync(ticket.Number, file.Claims(), new ClaimPosition(0, 2));

        var refused = await Assert.ThrowsAsync<StoreException>(() => other.UndoAsync(ticket.Number));
        Assert.Contains("is running", refused.Message, StringComparison.Ordinal);
        await store.UndoAsync(ticket.Number);

        Assert.Empty(await store.ImportsAsync());
        Assert.False((await store.BeginAsync(Plan(file))).IsResumed);
    }

    [Fact]
    public async Task What_an_import_names_and_leaves_as_it_was_is_counted()
    {
        await using var store = await OpenAsync("unchanged");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Forge").Tie("1", "2").Tie("2", "1"));

        var again = await ImportAsync(
            store,
            new ClaimFile("b.csv")
                .Business("1", "Mill")
                .Business("2", "Old Forge")
                .Business("3", "Inn")
                .Tie("1", "2")
                .Tie("1", "3")
        );

        // Mill is as it was, Forge has another name; between 1 and 2 both ties are as they were.
        var changes = again.Report!.Changes;
        Assert.Equal((1, 1, 1), (changes.BusinessesUnchanged, changes.BusinessesChanged, changes.BusinessesAdded));
        Assert.Equal((2, 0, 1), (changes.RelationshipsUnchanged, changes.RelationshipsChanged, changes.RelationshipsAdded));
    }

    [Fact]
    public async Task An_import_that_is_let_go_is_interrupted_and_another_may_go_on_or_drop_it()
    {
        await using var store = await OpenAsync("letgo");
        await using var other = await OpenAsync("letgo");
        var (first, second) = (new ClaimFile("a.csv").Business("1", "Mill"), new ClaimFile("b.csv").Business("2", "Forge"));
        var (one, two) = (await store.BeginAsync(Plan(first)), await store.BeginAsync(Plan(second)));
        await Assert.ThrowsAsync<StoreException>(() => other.BeginAsync(Plan(first)));

        await store.ReleaseAsync(one.Number);
        await store.ReleaseAsync(two.Number);
        await store.ReleaseAsync(99);

        Assert.All(await store.ImportsAsync(), import => Assert.Equal(ImportState.Interrupted, import.State));
        Assert.Equal(one.Number, (await ImportAsync(other, first)).Number);
        await other.UndoAsync(two.Number);
        Assert.Equal(["1"], Ids(await Shown.BusinessesAsync(store)));
    }

    [Fact]
    public Task Full_loads_and_undos_show_what_the_rules_make_of_what_counts() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var files = Enumerable
                    .Range(0, 6)
                    .Select(i => RandomClaims.File(random, $"f{i}"))
                    .DistinctBy(f => f.Identity.Sha256)
                    .ToList();
                var imported = new List<(ClaimFile File, int Number, bool IsFull)>();
                foreach (var file in files)
                {
                    var before = new PlainNetwork(Counting(imported));
                    var isFull = random.Next(2) == 0;
                    var import = isFull ? await ReplaceAsync(store, Anything, file) : await ImportAsync(store, file);
                    imported.Add((file, import.Number, isFull));
                    await AssertPlainAsync(store, new PlainNetwork(Counting(imported)));
                    AssertCounts(before, new PlainNetwork(Counting(imported)), import.Report!.Changes);
                }

                while (imported.Count > 2)
                {
                    var before = new PlainNetwork(Counting(imported));
                    var gone = random.Next(imported.Count);
                    var changes = await store.UndoAsync(imported[gone].Number);
                    imported.RemoveAt(gone);
                    await AssertPlainAsync(store, new PlainNetwork(Counting(imported)));
                    AssertCounts(before, new PlainNetwork(Counting(imported)), changes);
                }
            }
        );

    static Task<Import> ReplaceAsync(INetworkStore store, FinishOptions? options, ClaimFile file) =>
        ImportAsync(store, Plan(file) with { ReplacesSource = true }, options, file);

    /// <summary>Of each source the newest full load and what came after it counts.</summary>
    static List<(ClaimFile File, bool Counts)> Counting(List<(ClaimFile File, int Number, bool IsFull)> imported) =>
        [
            .. imported.Select(
                (import, place) =>
                    (import.File, !imported.Skip(place + 1).Any(later => later.IsFull && later.File.Source == import.File.Source))
            ),
        ];
}
