using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Api.Snapshots;
using BizGraph.Ingest;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests.Snapshots;

/// <summary>What is kept of snapshots tells later who left.</summary>
public sealed class SnapshotHistoryTests : IDisposable
{
    static readonly DateOnly May = new(2026, 5, 2);

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_is_gone_or_went_quiet_since_a_month_ago_is_a_gap()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        // In May the mill has ties to three, in June to one; the forge is gone.
        await ImportAsync(
            store,
            "id,name\nmill,Mill\nforge,Forge\ninn,Inn\nshop,Shop\n",
            "from,to,type\nmill,inn,supplies\nmill,shop,supplies\nmill,forge,supplies\n"
        );
        await SnapshotHistory.KeepAsync(store, await NetworkSnapshot.ReadAsync(store, cancellation: Token), May, Token);
        await ImportAsync(store, "id,name\nmill,Mill\ninn,Inn\nshop,Shop\n", "from,to,type\nmill,inn,supplies\n");

        Assert.Null(await SnapshotHistory.EarlierAsync(store, May.AddDays(29), Token));
        var earlier = await SnapshotHistory.EarlierAsync(store, May.AddDays(30), Token);
        var snapshot = await NetworkSnapshot.ReadAsync(store, earlier, cancellation: Token);

        Assert.Equal(
            new Dictionary<string, int>
            {
                ["mill"] = 3,
                ["forge"] = 1,
                ["inn"] = 1,
                ["shop"] = 1,
            },
            earlier!.Contacts
        );
        var gaps = snapshot
            .Gaps.Where(gap => gap.Identity.Kind is GapKind.Left or GapKind.Quiet)
            .Select(gap => gap.Identity.ToString());
        Assert.Equal(["left:forge", "quiet:mill"], gaps.Order());
    }

    [Fact]
    public async Task The_first_of_a_month_is_kept_and_numbers_of_each_version_once()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        await ImportAsync(store, "id,name\nmill,Mill\n");
        var snapshot = await NetworkSnapshot.ReadAsync(store, cancellation: Token);

        foreach (var day in new[] { May, May.AddDays(1), May.AddMonths(1) })
        {
            await SnapshotHistory.KeepAsync(store, snapshot, day, Token);
        }

        Assert.Equal(
            ["2026-05", "2026-06"],
            (await store.Records.ReadAsync("snapshot members", cancellation: Token)).Select(r => r.Key)
        );
        var numbers = Assert.Single(await store.Records.ReadAsync("snapshot", cancellation: Token));
        Assert.Equal("1", numbers.Key);
        Assert.Contains("\"Businesses\":1", numbers.Json, StringComparison.Ordinal);
        Assert.Equal(May, (await SnapshotHistory.EarlierAsync(store, May.AddMonths(1), Token))!.Day);
    }

    [Fact]
    public async Task An_erased_business_is_erased_from_what_was_kept()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        await ImportAsync(store, "id,name\nmill,Mill\nann-smith,Ann Smith\n");
        await SnapshotHistory.KeepAsync(store, await NetworkSnapshot.ReadAsync(store, cancellation: Token), May, Token);

        await SnapshotHistory.EraseAsync(store, [new BusinessId("ann-smith")], Token);

        var record = Assert.Single(await store.Records.ReadAsync("snapshot members", cancellation: Token));
        Assert.DoesNotContain("ann-smith", record.Json, StringComparison.Ordinal);
        Assert.Equal(["mill"], (await SnapshotHistory.EarlierAsync(store, May.AddYears(1), Token))!.Contacts.Keys);
    }

    [Fact]
    public async Task Each_cell_and_tie_names_the_row_it_comes_from_and_private_columns_stay_unnamed()
    {
        await using var service = await RunningService.StartWithAsync(
            "id,name,locality,Secret\n1,Mill,Ham,x\n2,Forge,Ely,y\n",
            "from,to,type\n1,2,supplies\n"
        );

        var answer = await service.QueryAsync(
            "{ business(id: \"1\") { origins { import row source cells } relationships { nodes { origins { file row cells } } } } }"
        );

        var business = answer.GetProperty("business");
        var origin = business.GetProperty("origins")[0];
        Assert.Equal(
            (1, 2, "default"),
            (
                origin.GetProperty("import").GetInt32(),
                origin.GetProperty("row").GetInt32(),
                origin.GetProperty("source").GetString()
            )
        );
        Assert.Equal(["name", "locality"], origin.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()));
        var tie = business.GetProperty("relationships").GetProperty("nodes")[0].GetProperty("origins")[0];
        Assert.Equal(2, tie.GetProperty("row").GetInt32());
        Assert.EndsWith("-1.csv", tie.GetProperty("file").GetString(), StringComparison.Ordinal);
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    async Task ImportAsync(INetworkStore store, params string[] texts)
    {
        var files = texts.Select(text => _folder.Write($"{Guid.NewGuid():N}.csv", text)).ToList();
        await new ImportJob(store).RunAsync(
            new ImportRequest
            {
                Files = files,
                ReplacesSource = true,
                MayRetireMost = true,
                IsMatched = false,
            },
            cancellation: Token
        );
    }
}
