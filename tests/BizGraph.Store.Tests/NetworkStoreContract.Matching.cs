using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>Matching that is asked while imports finish and are undone.</summary>
public abstract partial class NetworkStoreContract
{
    static readonly FinishOptions ByName = new() { Matching = SameNames, MostRetired = 1 };
    static readonly UndoOptions ByNameAgain = new() { Matching = SameNames };

    [Fact]
    public async Task A_pair_that_an_undone_import_found_is_found_again_by_what_is_left()
    {
        await using var store = await OpenAsync("foundagain");
        await MatchAsync(store, new ClaimFile("crm.csv", "crm").Business("9", "Mill"));
        var found = await MatchAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Forge"));
        var again = await MatchAsync(store, new ClaimFile("b.csv").Business("1", "Mill"));
        Assert.Equal(["2", "9@crm"], Ids(await Shown.BusinessesAsync(store)));

        var changes = await store.UndoAsync(found.Number, ByNameAgain);

        // 1 and 9@crm are one still, 2 is gone; without matching they part.
        Assert.Equal(["9@crm"], Ids(await Shown.BusinessesAsync(store)));
        Assert.Equal((0, 1, 0), (changes.BusinessesAdded, changes.BusinessesRemoved, changes.BusinessesMerged));
        await store.UndoAsync(again.Number);
        Assert.Empty((await Shown.BusinessesAsync(store)).Single().OtherIds);
    }

    [Fact]
    public async Task A_full_load_asks_about_the_businesses_whose_match_it_takes_back()
    {
        await using var store = await OpenAsync("loadagain");
        await MatchAsync(store, new ClaimFile("a.csv").Business("1", "Mill"));
        await MatchAsync(store, new ClaimFile("crm.csv", "crm").Business("9", "Mill"));

        var file = new ClaimFile("crm2.csv", "crm").Business("9", "Mill").Business("8", "Forge");
        var load = await ReplaceAsync(store, ByName, file);

        Assert.Equal(["1", "8@crm"], Ids(await Shown.BusinessesAsync(store)));
        await store.UndoAsync(load.Number, ByNameAgain);
        Assert.Equal(["1"], Ids(await Shown.BusinessesAsync(store)));
    }

    [Fact]
    public async Task What_comes_back_with_an_undone_full_load_is_matched_with_what_came_meanwhile()
    {
        await using var store = await OpenAsync("comesback");
        await MatchAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Forge"));
        var load = await ReplaceAsync(store, ByName, new ClaimFile("all.csv").Business("2", "Forge"));
        await MatchAsync(store, new ClaimFile("crm.csv", "crm").Business("9", "Mill"));
        Assert.Equal(["2", "9@crm"], Ids(await Shown.BusinessesAsync(store)));

        await store.UndoAsync(load.Number, ByNameAgain);

        Assert.Equal(["1", "2"], Ids(await Shown.BusinessesAsync(store)));
    }

    [Fact]
    public async Task A_business_that_ties_named_is_matched_when_a_list_names_it()
    {
        await using var store = await OpenAsync("listedlater");
        await MatchAsync(store, new ClaimFile("crm.csv", "crm").Business("9", "Mill"));
        await MatchAsync(store, new ClaimFile("ties.csv").Tie("1", "2", isId: true));

        await MatchAsync(store, new ClaimFile("list.csv").Business("1", "Mill"));

        Assert.Equal(["2", "9@crm"], Ids(await Shown.BusinessesAsync(store)));
    }

    [Fact]
    public async Task Pairs_that_a_person_decided_are_no_questions()
    {
        await using var store = await OpenAsync("answered");
        await ImportAsync(store, new ClaimFile("by hand").Match("1", "2@crm", MatchVerdict.Apart, byHand: true));
        var file = new ClaimFile("a.csv").Business("1", "Mill").Business("3", "Forge");
        file.Match("2@crm", "1", MatchVerdict.Unsure).Match("1", "3", MatchVerdict.Unsure);

        Assert.Equal(1, (await ImportAsync(store, file)).Report!.Changes.Questions);
    }

    [Fact]
    public Task Imports_and_undos_find_the_matches_of_what_counts() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var files = Enumerable.Range(0, 5).Select(i => Named(random, $"f{i}")).ToList();
                var counting = new List<(ClaimFile File, int Number)>();
                foreach (var file in files.DistinctBy(f => (f.Source, f.Identity.Sha256)))
                {
                    counting.Add((file, (await MatchAsync(store, file)).Number));
                }

                while (counting.Count > 1)
                {
                    var gone = random.Next(counting.Count);
                    await store.UndoAsync(counting[gone].Number, ByNameAgain);
                    counting.RemoveAt(gone);
                    await using var fresh = await OpenAsync($"fresh{random.Next()}");
                    foreach (var (file, _) in counting)
                    {
                        await MatchAsync(fresh, file);
                    }

                    Assert.Equal(await Shown.InAsync(fresh), await Shown.InAsync(store));
                }
            }
        );

    static Task<Import> MatchAsync(INetworkStore store, ClaimFile file) => ImportAsync(store, Plan(file), ByName, file);

    /// <summary>Ids that have one name each, whichever file lists them: which pairs are the same does not change in time.</summary>
    static ClaimFile Named(Random random, string name)
    {
        string[] names = ["Mill", "Forge", "Inn"];
        var file = new ClaimFile(
            name,
            random.Next(3) switch
            {
                0 => "crm",
                1 => "chamber",
                _ => BusinessId.DefaultSource,
            }
        );
        for (var row = random.Next(1, 6); row > 0; row--)
        {
            var id = random.Next(6);
            file.Business($"{id}", names[id % names.Length]);
        }

        return file.Tie($"{random.Next(6)}", $"{random.Next(6)}", amount: random.Next(9), isId: true);
    }

    /// <summary>Listed businesses of one name are one.</summary>
    static IEnumerable<FoundMatch> SameNames(IEnumerable<Business> shown, IReadOnlySet<BusinessId> arrived)
    {
        var all = shown.Where(business => business.IsListed).ToList();
        return all.Where(business => arrived.Contains(business.Id))
            .SelectMany(one => all.Where(other => other.Id != one.Id && other.Name == one.Name).Select(other => (one, other)))
            .Select(pair => new FoundMatch(pair.one.Id, pair.other.Id, MatchVerdict.Same, 1, "The same name."));
    }
}
