using BizGraph.Analysis;
using BizGraph.Ingest;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests;

/// <summary>Lists of two sources that write the same businesses differently, taken into a real store.</summary>
public sealed class MatchedImportTests : IDisposable
{
    const string Chamber = """
        id,name,address,locality,postal_code,phone,website
        1,Old Mill Bakery Ltd,3 Mill Lane,Ham,TB1 2AB,01632 960001,https://www.oldmillbakery.example
        2,Forge & Sons,8 High Street,Ham,TB1 2AC,01632 960002,
        3,Marlow Joinery,1 Dock Road,Ely,TB9 1XX,01632 960003,

        """;

    const string Market = """
        id,name,address,locality,postal_code,phone,website
        a,The Old Mill Bakery,3 Mill Ln,Ham,TB1 2AB,+44 1632 960001,oldmillbakery.example
        b,Seaview Cafe,2 Beach Walk,Ham,TB1 3ZZ,01632 960777,

        """;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_business_of_two_lists_is_one_and_undo_makes_it_two_again()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        await ImportAsync(store, "chamber", Chamber);
        var before = await NetworkSnapshot.ReadAsync(store);

        var market = await ImportAsync(store, "market", Market);

        var merged = await NetworkSnapshot.ReadAsync(store);
        Assert.Equal((1, 1), (market.Report!.Changes.BusinessesMerged, market.Report.Changes.BusinessesAdded));
        Assert.Equal(4, merged.Businesses.Count);
        Assert.Equal("1@chamber", merged.Find(new BusinessId("a@market"))!.Id.Value);

        await store.UndoAsync(market.Number);
        Assert.Equal(
            before.Businesses.Select(b => b.Name),
            (await NetworkSnapshot.ReadAsync(store)).Businesses.Select(b => b.Name)
        );
    }

    [Fact]
    public async Task What_a_person_keeps_apart_stays_apart_when_the_list_comes_again()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        await ImportAsync(store, "chamber", Chamber);
        await ImportAsync(store, "market", Market);
        await Ingest.Answers.MatchDecisions.KeepAsync(
            store,
            [new(new BusinessId("1@chamber"), new BusinessId("a@market"), AreSame: false)],
            "split",
            TimeProvider.System
        );

        await ImportAsync(store, "market", Market + "c,Harbour Books,5 Quay,Ham,TB1 4AA,01632 960778,\n");

        Assert.Equal(6, (await NetworkSnapshot.ReadAsync(store)).Businesses.Count);
    }

    [Fact]
    public async Task Two_ids_of_one_list_are_asked_about_and_never_merged()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        var twice = await ImportAsync(
            store,
            "chamber",
            Chamber + "9,Old Mill Bakery Limited,3 Mill Lane,Ham,TB1 2AB,01632 960001,oldmillbakery.example\n"
        );

        Assert.Equal((0, 1), (twice.Report!.Changes.BusinessesMerged, twice.Report.Changes.Questions));
        var question = Consolidation.Questions(await store.MatchesAsync(), id => id).Single();
        Assert.Equal(("1@chamber", "9@chamber"), (question.Pair.Lesser.Value, question.Pair.Greater.Value));
        Assert.Contains("two ids", question.Reason, StringComparison.Ordinal);
    }

    async Task<Import> ImportAsync(INetworkStore store, string source, string text)
    {
        var path = _folder.Write($"{source}-{Guid.NewGuid():N}.csv", text);
        return (await new ImportJob(store).RunAsync(new ImportRequest { Files = [path], Source = source })).Import;
    }
}
