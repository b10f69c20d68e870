using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>What claims come to: re-import, overlapping files, ends by id and by name.</summary>
public abstract partial class NetworkStoreContract
{
    [Fact]
    public async Task A_tie_finds_its_ends_by_id_then_by_name_and_files_come_in_any_order()
    {
        await using var store = await OpenAsync("ends");
        var ties = new ClaimFile("ties.csv").Tie("b1", "OLD  mill", amount: 10).Tie("Stranger", "b1", amount: 5);
        Assert.Equal(3, (await ImportAsync(store, ties)).Report!.Changes.NamedOnlyInTies);
        Assert.Equal(["~b1", "~old-mill", "~stranger"], Ids(await Shown.BusinessesAsync(store)));

        var listed = await ImportAsync(
            store,
            new ClaimFile("nodes.csv").Business("b1", "Bakery").Business("m1", "Old Mill").Business("z", "Alone")
        );

        Assert.Equal(["b1", "m1", "z", "~stranger"], Ids(await Shown.BusinessesAsync(store)));
        Assert.Equal(["b1 -> m1 10", "~stranger -> b1 5"], Ties(await Shown.TiesAsync(store)));
        Assert.Equal(2, listed.Report!.Changes.BusinessesRemoved);
    }

    [Fact]
    public async Task A_name_that_fits_several_businesses_holds_the_tie_and_says_which()
    {
        await using var store = await OpenAsync("ambiguous");
        var import = await ImportAsync(
            store,
            new ClaimFile("nodes.csv").Business("1", "Boots").Business("2", "boots"),
            new ClaimFile("ties.csv").Tie("Boots", "1").Tie("2", "1")
        );

        Assert.Equal(["2 -> 1 "], Ties(await Shown.TiesAsync(store)));
        Assert.Equal((1, 1), (import.Report!.Changes.Held, import.Report.ProblemCount));
        var problem = import.Report.Problems.Single();
        Assert.Equal(("ties.csv", 2L, "\"Boots\""), (problem.File, problem.Row!.Value, problem.Found));
        Assert.Contains("1, 2", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_tie_shows_as_soon_as_its_name_fits_one_business()
    {
        await using var store = await OpenAsync("released");
        await ImportAsync(store, new ClaimFile("one.csv").Business("1", "Boots").Tie("Boots", "x"));
        var second = await ImportAsync(store, new ClaimFile("two.csv").Business("2", "Boots"));
        Assert.Empty(await Shown.TiesAsync(store));

        await store.UndoAsync(second.Number);

        Assert.Equal(["1 -> ~x "], Ties(await Shown.TiesAsync(store)));
    }

    [Fact]
    public async Task An_older_name_stays_an_alias_under_which_ties_find_the_business()
    {
        await using var store = await OpenAsync("alias");
        await ImportAsync(store, new ClaimFile("2024.csv").Business("1", "Smith's"));
        await ImportAsync(store, new ClaimFile("2025.csv").Business("1", "Smith & Daughters"));

        await ImportAsync(store, new ClaimFile("ties.csv").Tie("smith's", "2"));

        Assert.Equal(["1 -> ~2 "], Ties(await Shown.TiesAsync(store)));
        Assert.Equal("Smith & Daughters", (await Shown.BusinessesAsync(store))[0].Name);
    }

    [Fact]
    public async Task Ids_are_one_space_per_source()
    {
        await using var store = await OpenAsync("sources");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Bakery"));
        await ImportAsync(store, new ClaimFile("b.csv", "chamber").Business("1", "Joiner").Tie("1", "Bakery"));

        Assert.Equal(["1", "1@chamber", "~bakery@chamber"], Ids(await Shown.BusinessesAsync(store)));
        Assert.Equal(["1@chamber -> ~bakery@chamber "], Ties(await Shown.TiesAsync(store)));
    }

    [Fact]
    public async Task Rows_of_one_list_add_up_and_the_newest_list_speaks()
    {
        await using var store = await OpenAsync("lists");
        var first = await ImportAsync(
            store,
            new ClaimFile("2024.csv").Tie("a", "b", amount: 10).Tie("a", "b", amount: 10).Tie("a", "c", amount: 7)
        );
        Assert.Equal(["~a -> ~b 20", "~a -> ~c 7"], Ties(await Shown.TiesAsync(store)));
        Assert.Equal(1, first.Report!.Changes.Repeated);

        await ImportAsync(store, new ClaimFile("2025.csv").Tie("a", "b", amount: 12));

        Assert.Equal(["~a -> ~b 12", "~a -> ~c 7"], Ties(await Shown.TiesAsync(store)));
    }

    [Fact]
    public async Task Ledger_rows_add_up_across_files_and_an_overlap_counts_once()
    {
        await using var store = await OpenAsync("ledgers");
        var (may, june) = (new DateOnly(2025, 5, 1), new DateOnly(2025, 6, 1));
        await ImportAsync(
            store,
            new ClaimFile("q1.csv")
                .Tie("a", "b", amount: 10, happened: new(may, null))
                .Tie("a", "b", amount: 10, happened: new(may, null))
                .Tie("a", "b", amount: 5, happened: new(null, "INV-1"))
        );

        // The two payments of May and the invoice come again, the payment of June is new: 10 + 10 + 5 + 3.
        var second = await ImportAsync(
            store,
            new ClaimFile("q2.csv")
                .Tie("a", "b", amount: 10, happened: new(may, null))
                .Tie("a", "b", amount: 10, happened: new(may, null))
                .Tie("a", "b", amount: 5, happened: new(null, "INV-1"))
                .Tie("a", "b", amount: 5, happened: new(null, "INV-1"))
                .Tie("a", "b", amount: 3, happened: new(june, null))
        );

        var tie = (await Shown.TiesAsync(store)).Single();
        Assert.Equal((28m, 4d, may, june), (tie.Facts.Amount, tie.Weight, tie.Facts.Since, LastDay(tie)));
        Assert.Equal(4, second.Report!.Changes.KnownAlready);
    }

    [Fact]
    public async Task Ties_without_direction_are_one_whichever_end_is_named_first()
    {
        await using var store = await OpenAsync("undirected");
        await ImportAsync(
            store,
            new ClaimFile("a.csv")
                .Tie("a", "b", RelationshipType.Partners, weight: 2)
                .Tie("b", "a", RelationshipType.Partners, weight: 3)
                .Tie("b", "a", RelationshipType.Refers)
        );

        var ties = await Shown.TiesAsync(store);

        Assert.Equal(["~a -> ~b ", "~b -> ~a "], Ties(ties));
        Assert.Equal(5, ties[0].Weight);
    }

    [Fact]
    public async Task A_tie_to_oneself_is_kept_as_data()
    {
        await using var store = await OpenAsync("self");
        var import = await ImportAsync(store, new ClaimFile("a.csv").Tie("a", "A", amount: 1));

        Assert.Equal(["~a -> ~a 1"], Ties(await Shown.TiesAsync(store)));
        Assert.Equal(1, import.Report!.Changes.SelfTies);
    }

    [Fact]
    public async Task Undoing_a_list_of_businesses_leaves_those_that_ties_name()
    {
        await using var store = await OpenAsync("unlist");
        await ImportAsync(store, new ClaimFile("ties.csv").Tie("1", "2", isId: true));
        var before = await Shown.InAsync(store);
        var nodes = await ImportAsync(store, new ClaimFile("nodes.csv").Business("1", "One").Business("3", "Three"));

        var changes = await store.UndoAsync(nodes.Number);

        Assert.Equal(before, await Shown.InAsync(store));
        Assert.Equal((1, 1), (changes.BusinessesRemoved, changes.BusinessesChanged));
    }

    static IEnumerable<string> Ids(IEnumerable<Business> businesses) => businesses.Select(b => b.Id.Value);

    static IEnumerable<string> Ties(IEnumerable<Relationship> ties) => ties.Select(t => $"{t.From} -> {t.To} {t.Facts.Amount}");

    static DateOnly? LastDay(Relationship tie) => tie.Facts.Until;

    [Fact]
    public async Task A_tie_by_hand_means_the_businesses_that_are_shown_whatever_their_source()
    {
        await using var store = await OpenAsync("hand");
        await ImportAsync(store, new ClaimFile("a.csv", "crm").Business("1", "Mill"));
        await ImportAsync(store, new ClaimFile("b.csv").Business(null, "Forge").Tie("Forge", "Cafe"));

        var edit = await ImportAsync(
            store,
            new ClaimFile("hand", Import.ByHand).Tie("1@crm", "~forge", isId: true).Tie("~cafe", "1@crm", isId: true)
        );

        Assert.Equal(["1@crm", "~cafe", "~forge"], Ids(await Shown.BusinessesAsync(store)));
        Assert.Equal(["1@crm -> ~forge ", "~cafe -> 1@crm ", "~forge -> ~cafe "], Ties(await Shown.TiesAsync(store)));
        await store.UndoAsync(edit.Number);
        Assert.Equal(["~forge -> ~cafe "], Ties(await Shown.TiesAsync(store)));
    }
}
