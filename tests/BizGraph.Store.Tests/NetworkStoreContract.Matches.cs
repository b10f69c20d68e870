using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>Ids that mean one business: what matching and people say of them, and what it comes to.</summary>
public abstract partial class NetworkStoreContract
{
    [Fact]
    public async Task Two_ids_that_are_the_same_are_one_business_under_the_one_that_was_given_first()
    {
        await using var store = await OpenAsync("same");
        await ImportAsync(
            store,
            new ClaimFile("a.csv").Business("z", "Mill Ltd").Business("b", "Bakery").Tie("z", "b", amount: 5)
        );
        await ImportAsync(
            store,
            new ClaimFile("b.csv", "crm").Business("1", "The Mill", "Ham").Business("2", "Cafe").Tie("1", "2", amount: 7)
        );

        var merge = await ImportAsync(store, new ClaimFile("by hand", "by hand").Match("z", "1@crm", byHand: true));

        Assert.Equal(["2@crm", "b", "z"], Ids(await Shown.BusinessesAsync(store)));
        var mill = (await Shown.BusinessesAsync(store))[2];
        Assert.Equal(("The Mill", "Ham"), (mill.Name, mill.Facts.Place!.Locality));
        Assert.Equal([new BusinessId("1@crm")], mill.OtherIds);
        Assert.Equal(["z -> 2@crm 7", "z -> b 5"], Ties(await Shown.TiesAsync(store)));
        var changes = merge.Report!.Changes;
        Assert.Equal(
            (1, 1, 1, 0),
            (changes.BusinessesMerged, changes.BusinessesRemoved, changes.BusinessesChanged, changes.BusinessesAdded)
        );
        Assert.Equal(
            [("b.csv", 2L), ("a.csv", 2L)],
            (await store.OriginsAsync(new BusinessId("z"))).Select(o => (o.File, o.Row))
        );

        await store.UndoAsync(merge.Number);

        Assert.Equal(["1@crm", "2@crm", "b", "z"], Ids(await Shown.BusinessesAsync(store)));
        Assert.Equal(["1@crm -> 2@crm 7", "z -> b 5"], Ties(await Shown.TiesAsync(store)));
    }

    [Fact]
    public async Task A_person_who_says_apart_stands_above_what_matching_found()
    {
        await using var store = await OpenAsync("apart");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Mill & Co").Match("1", "2"));
        Assert.Equal(["1"], Ids(await Shown.BusinessesAsync(store)));

        await ImportAsync(store, new ClaimFile("by hand").Match("2", "1", MatchVerdict.Apart, byHand: true));
        await ImportAsync(store, new ClaimFile("b.csv").Business("3", "Forge").Match("1", "2"));

        Assert.Equal(["1", "2", "3"], Ids(await Shown.BusinessesAsync(store)));
    }

    [Fact]
    public async Task A_merge_that_makes_a_tie_to_oneself_keeps_it()
    {
        await using var store = await OpenAsync("self");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Mill Ltd").Tie("1", "2", amount: 3));
        await ImportAsync(store, new ClaimFile("by hand").Match("1", "2", byHand: true));

        Assert.Equal(["1 -> 1 3"], Ties(await Shown.TiesAsync(store)));
    }

    [Fact]
    public async Task A_name_that_fitted_two_finds_the_one_that_they_are()
    {
        await using var store = await OpenAsync("named");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Mill").Tie("Mill", "x", amount: 3));
        Assert.Empty(await Shown.TiesAsync(store));

        var merge = await ImportAsync(store, new ClaimFile("by hand").Match("1", "2", byHand: true));
        Assert.Equal(["1 -> ~x 3"], Ties(await Shown.TiesAsync(store)));

        await store.UndoAsync(merge.Number);
        Assert.Empty(await Shown.TiesAsync(store));
    }

    [Fact]
    public async Task A_finish_asks_about_the_businesses_that_it_brought_and_keeps_the_answer_as_its_own()
    {
        await using var store = await OpenAsync("finder");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Forge"));
        var file = new ClaimFile("b.csv", "crm").Business("9", "The Mill").Business("8", "Forge Ltd");
        var ticket = await store.BeginAsync(Plan(file));
        await store.AppendAsync(ticket.Number, file.Claims(), new ClaimPosition(0, 3));

        string[] asked = [];
        var import = await store.FinishAsync(
            ticket.Number,
            new ImportReport(),
            new FinishOptions
            {
                Matching = (shown, arrived) =>
                {
                    asked =
                    [
                        .. shown.Select(b => b.Id.Value).Order(StringComparer.Ordinal),
                        "/",
                        .. arrived.Select(id => id.Value).Order(StringComparer.Ordinal),
                    ];
                    return
                    [
                        new FoundMatch(new("1"), new("9@crm"), MatchVerdict.Same, 0.99, "The same name."),
                        new FoundMatch(new("2"), new("8@crm"), MatchVerdict.Unsure, 0.8, "A similar name."),
                    ];
                },
            }
        );

        Assert.Equal(["1", "2", "8@crm", "9@crm", "/", "8@crm", "9@crm"], asked);
        Assert.Equal(["1", "2", "8@crm"], Ids(await Shown.BusinessesAsync(store)));
        var changes = import.Report!.Changes;
        Assert.Equal(
            (1, 1, 1, 1),
            (changes.BusinessesAdded, changes.BusinessesMerged, changes.BusinessesChanged, changes.Questions)
        );
        var question = Consolidation.Questions(await store.MatchesAsync(), id => id).Single();
        Assert.Equal(
            ("2", "8@crm", 0.8, "A similar name."),
            (question.One.Value, question.Other.Value, question.Score!.Value, question.Reason)
        );

        var decided = await ImportAsync(store, new ClaimFile("by hand").Match("8@crm", "2", MatchVerdict.Apart, byHand: true));
        Assert.Equal(0, decided.Report!.Changes.Questions);
        Assert.Empty(Consolidation.Questions(await store.MatchesAsync(), id => id));

        await store.UndoAsync(ticket.Number);
        Assert.Equal(["1", "2"], Ids(await Shown.BusinessesAsync(store)));
    }

    [Fact]
    public Task What_is_shown_is_what_the_rules_make_of_all_claims_at_once() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var files = Enumerable.Range(0, 5).Select(i => RandomClaims.File(random, $"f{i}")).ToList();
                var counting = new List<ClaimFile>();
                foreach (var file in files.DistinctBy(file => (file.Source, file.Identity.Sha256)))
                {
                    await ImportAsync(store, file);
                    counting.Add(file);
                    await AssertPlainAsync(store, counting);
                }

                for (var undos = 0; undos < 3 && counting.Count > 0; undos++)
                {
                    var gone = random.Next(counting.Count);
                    var number = (await store.ImportsAsync())
                        .Single(i => i.Source == counting[gone].Source && i.Files[0].Name == counting[gone].Identity.Name)
                        .Number;
                    await store.UndoAsync(number);
                    counting.RemoveAt(gone);
                    await AssertPlainAsync(store, counting);
                }
            }
        );

    [Fact]
    public Task Changes_count_what_people_see() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var files = Enumerable.Range(0, 5).Select(i => RandomClaims.File(random, $"f{i}")).ToList();
                var before = new PlainNetwork(Array.Empty<ClaimFile>());
                for (var count = 1; count <= files.Count; count++)
                {
                    var import = await ImportAsync(store, files[count - 1]);
                    var now = new PlainNetwork(files[..count]);
                    AssertCounts(before, now, import.Report!.Changes);
                    before = now;
                }

                var undone = await store.UndoAsync(2);
                AssertCounts(before, new PlainNetwork([files[0], .. files[2..]]), undone);
            }
        );

    static Task AssertPlainAsync(INetworkStore store, List<ClaimFile> counting) =>
        AssertPlainAsync(store, new PlainNetwork(counting));

    static async Task AssertPlainAsync(INetworkStore store, PlainNetwork plain)
    {
        Assert.Equal(Shown.Lines(plain.Businesses, plain.Relationships), await Shown.InAsync(store));
    }

    static void AssertCounts(PlainNetwork before, PlainNetwork now, ImportChanges changes)
    {
        var (was, isNow) = (before.Businesses.ToDictionary(b => b.Id), now.Businesses.ToDictionary(b => b.Id));
        Assert.Equal(isNow.Keys.Count(id => !was.ContainsKey(id)), changes.BusinessesAdded);
        Assert.Equal(was.Keys.Count(id => !isNow.ContainsKey(id)), changes.BusinessesRemoved);
        Assert.Equal(isNow.Values.Count(b => !b.IsListed && !was.ContainsKey(b.Id)), changes.NamedOnlyInTies);
        Assert.Equal(
            was.Values.Count(b => isNow.TryGetValue(b.Id, out var other) && Text(b) != Text(other)),
            changes.BusinessesChanged
        );

        static string Text(Business b) => $"{b.IsListed} {Shown.Of(b.Facts)}";
    }
}
