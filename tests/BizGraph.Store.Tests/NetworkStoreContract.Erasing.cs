using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>Businesses that are erased on request.</summary>
public abstract partial class NetworkStoreContract
{
    /// <summary>Whether what is erased is gone from every file of the store when it returns.</summary>
    protected virtual bool WipesAtOnce => true;

    [Fact]
    public async Task An_erased_business_is_gone_and_its_ties_stay_to_somebody_without_a_name()
    {
        await using var store = await OpenAsync("erase");
        await ImportAsync(store, Zelda());
        await ImportAsync(store, new ClaimFile("crm.csv", "crm").Business("9", "Zelda's").Tie("Zelda's", "7", amount: 3));
        await ImportAsync(store, new ClaimFile("z1 is 9@crm", Import.ByHand).Match("z1", "9@crm", byHand: true));
        var version = await store.VersionAsync();

        var erasure = await store.EraseAsync(new BusinessId("9@crm"), "the clerk");

        Assert.Equal(new Erasure(Rows: 2, TieRows: 2, IsWiped: WipesAtOnce), erasure);
        Assert.Equal(version + 1, await store.VersionAsync());
        Assert.Equal(["erased-1 -> m 5", "erased-1@crm -> ~7@crm 3"], Ties(await Shown.TiesAsync(store)));
        Assert.Equal(["erased-1", "erased-1@crm", "m", "~7@crm"], Ids(await Shown.BusinessesAsync(store)));
        Assert.DoesNotContain("Zelda", await Shown.InAsync(store), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await store.MatchesAsync());
        Assert.Equal(
            ["a.csv", "crm.csv", "a decision"],
            (await store.ImportsAsync()).Select(import => import.Files.Single().Name)
        );
        var record = Assert.Single(await store.Records.ReadAsync("erasure"));
        Assert.Equal("the clerk", record.By);
        await Assert.ThrowsAsync<StoreException>(() => store.EraseAsync(new BusinessId("z1"), "the clerk"));
    }

    [Fact]
    public async Task What_names_an_erased_business_again_is_known_and_not_kept()
    {
        await using var store = await OpenAsync("eraseagain");
        Assert.False((await store.ErasedAsync()).Names("default", Zelda().Claims()[0]));
        await ImportAsync(store, Zelda());
        await store.EraseAsync(new BusinessId("z1"), "the clerk");
        var again = new ClaimFile("again.csv", "crm")
            .Business(null, "ZELDA  quill", "Ham")
            .Business("1", "X", facts: new BusinessFacts { Email = "Zelda@Quill.example " })
            .Business("2", "Y", facts: new BusinessFacts { Phone = "+44 (1632) 960-777" })
            .Business("3", "Zelda Quill", "Ely")
            .Tie("4", "5");
        var home = new ClaimFile("home.csv").Tie("z1", "m", isId: true).Tie("Zelda Quill", "m").Match("z1", "m").Tie("m", "n");

        var erased = await store.ErasedAsync();

        Assert.Equal([true, true, true, false, false], again.Claims().Select(claim => erased.Names("crm", claim)));
        Assert.Equal([true, true, true, false], home.Claims().Select(claim => erased.Names("default", claim)));
        await ImportAsync(store, again);
        await ImportAsync(store, home);
        Assert.Equal(["3@crm", "erased-1", "m", "~4@crm", "~5@crm", "~n"], Ids(await Shown.BusinessesAsync(store)));
    }

    [Fact]
    public async Task An_import_that_goes_on_or_comes_back_does_not_bring_an_erased_business_under_another_id()
    {
        await using var store = await OpenAsync("eraseunshown");
        var mail = new BusinessFacts { Email = "zelda@quill.example" };
        var replaced = new ClaimFile("old.csv", "crm").Business("7", "Z. Quill", facts: mail).Business("8", "Inn");
        await ImportAsync(store, replaced);
        var replacing = await ReplaceAsync(store, Anything, new ClaimFile("new.csv", "crm").Business("8", "Inn"));
        var begun = new ClaimFile("begun.csv", "club")
            .Business("5", "Quill", facts: mail)
            .Business("6", "Forge")
            .Tie("Quill", "6");
        var ticket = await store.BeginAsync(Plan(begun));
        await store.AppendAsync(ticket.Number, begun.Claims(), new ClaimPosition(0, 4));
        await ImportAsync(store, Zelda());

        var erasure = await store.EraseAsync(new BusinessId("z1"), "the clerk");
        await store.FinishAsync(ticket.Number, new ImportReport());
        await store.UndoAsync(replacing.Number);

        Assert.Equal((3L, 2L), (erasure.Rows, erasure.TieRows));
        Assert.Equal(["6@club", "8@crm", "erased-1", "erased-1@club", "m"], Ids(await Shown.BusinessesAsync(store)));
        Assert.DoesNotContain("Quill", await Shown.InAsync(store), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Reports_quote_no_erased_business_and_still_count_what_they_quoted()
    {
        await using var store = await OpenAsync("erasereport");
        var file = Zelda();
        var ticket = await store.BeginAsync(Plan(file));
        await store.AppendAsync(ticket.Number, file.Claims(), new ClaimPosition(0, file.RowCount + 1));
        ImportProblem Problem(long row, string found) => new(ImportProblemKind.NotAValue, "a.csv", row, "x", found, "a number");
        var report = new ImportReport
        {
            ProblemCount = 3,
            Problems = [Problem(2, "\"many\""), Problem(3, "\"of zelda quill\""), Problem(3, "\"few\"")],
        };
        await store.FinishAsync(ticket.Number, report);

        await store.EraseAsync(new BusinessId("z1"), "the clerk");

        // The one of her own row and the one that names her are gone.
        var kept = (await store.ImportsAsync()).Single().Report!;
        Assert.Equal(("\"few\"", 3L), (kept.Problems.Single().Found, kept.ProblemCount));
    }

    [Fact]
    public Task Erasing_leaves_what_the_rules_make_of_the_other_claims() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var files = Enumerable
                    .Range(0, 4)
                    .Select(i => RandomClaims.File(random, $"f{i}"))
                    .DistinctBy(file => (file.Source, file.Identity.Sha256))
                    .ToList();
                foreach (var file in files)
                {
                    await ImportAsync(store, file);
                }

                var before = new PlainNetwork(files);
                var ids = before.IdsOf(before.Businesses[random.Next(before.Businesses.Count)].Id);

                await store.EraseAsync(ids[random.Next(ids.Count)], "the clerk");

                await AssertPlainAsync(store, new PlainNetwork(files.Select(file => file.With(c => Without(c, file.Source)))));

                Claim? Without(Claim claim, string source) =>
                    claim switch
                    {
                        BusinessClaim business when ids.Contains(business.Business) => null,
                        MatchClaim match when ids.Contains(match.One) || ids.Contains(match.Other) => null,
                        RelationshipClaim tie when IsMeant(source, tie.From) || IsMeant(source, tie.To) => tie with
                        {
                            From = IsMeant(source, tie.From) ? new("erased-1", IsId: true) : tie.From,
                            To = IsMeant(source, tie.To) ? new("erased-1", IsId: true) : tie.To,
                            Said = tie.Said with { Note = null },
                        },
                        _ => claim,
                    };

                bool IsMeant(string source, RelationshipEnd end) => before.Resolve(source, end) is { } id && ids.Contains(id);
            }
        );

    static ClaimFile Zelda() =>
        new ClaimFile("a.csv")
            .Business("z1", "Zelda Quill", "Ham", new BusinessFacts { Email = "zelda@quill.example", Phone = "+44 1632 960777" })
            .Business("m", "Mill")
            .Tie("Zelda Quill", "m", amount: 5, facts: new() { Type = RelationshipType.Supplies, Note = "Zelda is ill" });
}
