using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Api.Reasons;
using BizGraph.Api.Samples;

namespace BizGraph.Api.Tests.Gaps;

/// <summary>What sample/README.md says of the sample town is found. Numbers come from networkx 3.6.1 on sample/ties.csv, without ended ties.</summary>
public sealed class SampleTownGapTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Seven_businesses_have_no_tie_and_two_of_them_offer_what_many_look_for()
    {
        var gaps = (await TownAsync()).Where(gap => gap.Kind == GapKind.Isolated).ToList();

        Assert.Equal(7, gaps.Count);
        Assert.Equal(
            ["penny-column-bookkeeping", "quick-sparrow-couriers"],
            gaps.Take(2).Select(gap => gap.Businesses[0].Id.Value).Order()
        );
        // Thirteen look for bookkeeping; farm accounts are bookkeeping by another name, and no words are shared.
        Assert.True(
            gaps.Single(gap => gap.Businesses[0].Id.Value == "penny-column-bookkeeping").Number(EvidenceKind.Fitting) >= 13
        );
        Assert.All(gaps, gap => Assert.NotNull(gap.NextAction.Wanted));
    }

    [Fact]
    public async Task The_makers_hang_by_the_gallery_and_stay_among_themselves()
    {
        var town = await TownAsync();

        // articulation_points, and the sizes of what is left: 134 and 15; 144 and 5; 145, 2 and 2; four more cut off one each.
        Assert.Equal(
            [("lantern-house-gallery", 15d), ("the-open-door-larder", 5d), ("priory-pharmacy", 4d)],
            town.Where(gap => gap.Kind == GapKind.SinglePoint)
                .Select(gap => (gap.Businesses[0].Id.Value, gap.Number(EvidenceKind.CutOff)))
        );
        // bridges with two or more on each side.
        Assert.Equal(
            [
                "only-tie:corn-street-eyecare+priory-pharmacy",
                "only-tie:priory-pharmacy+ridge-and-vale-physio",
                "only-tie:priory-pharmacy+the-open-door-larder",
            ],
            town.Where(gap => gap.Kind == GapKind.OnlyTie).Select(gap => gap.Identity.ToString()).Order(StringComparer.Ordinal)
        );
        // 35 ties inside and 4 outside; 120 pairs inside and 16 · 141 outside.
        var makers = town.Find("among-themselves:network+nether%20sallow%20makers")!;
        Assert.Equal(
            (16d, 35d, 4d),
            (makers.Number(EvidenceKind.Group), makers.Number(EvidenceKind.TiesInside), makers.Number(EvidenceKind.TiesOutside))
        );
        Assert.Equal(
            (-31d / 39, 2136d / 2376),
            (makers.Number(EvidenceKind.EiIndex), makers.Number(EvidenceKind.ExpectedEiIndex))
        );
        Assert.Equal(2, town.Count(gap => gap.Kind == GapKind.AmongThemselves)); // and their village: 26 inside, 9 outside
    }

    [Theory]
    [InlineData("quernford-mill", "flour")]
    [InlineData("tamber-builders-merchants", "materials")]
    public async Task Some_buy_what_only_one_business_sells(string supplier, string trade)
    {
        var gap = (await TownAsync()).Single(gap =>
            gap.Kind == GapKind.SoleSource
            && gap.Businesses[0].Id.Value == supplier
            && gap.Find(EvidenceKind.Trade)!.Text == trade
        );

        Assert.Equal(0d, gap.Number(EvidenceKind.Alternatives));
        Assert.True(gap.Number(EvidenceKind.Buyers) >= 2);
    }

    [Fact]
    public async Task Two_have_shut_and_left_partners_behind() =>
        Assert.Equal(
            ["left:brook-and-barley-bakehouse", "left:candlewick-stationers"],
            (await TownAsync()).Where(gap => gap.Kind == GapKind.Left).Select(gap => gap.Identity.ToString())
        );

    [Fact]
    public async Task Electricity_groceries_and_packaging_come_from_outside() =>
        Assert.Equal(
            ["electricity and gas", "groceries", "packaging"],
            (await TownAsync())
                .Where(gap => gap.Kind == GapKind.MissingTrade && gap.Find(EvidenceKind.Buyers) is not null)
                .Select(gap => gap.Find(EvidenceKind.Trade)!.Text!)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData(GapKind.NoFinance, 16)] // multi_source_dijkstra_path_length: businesses with a tie, more than three steps from each
    [InlineData(GapKind.NoPublicBody, 15)]
    [InlineData(GapKind.NoPress, 67)]
    public async Task Institutions_are_out_of_reach_for_some(GapKind kind, int count) =>
        Assert.Equal(count, (await TownAsync()).Count(gap => gap.Kind == kind));

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.De)]
    public async Task Each_gap_is_one_sentence_with_one_next_action(object language)
    {
        foreach (var gap in await TownAsync())
        {
            foreach (
                var sentence in new[] { GapWords.Sentence(gap, (Language)language), GapWords.NextAction(gap, (Language)language) }
            )
            {
                Assert.Matches(@"^\P{Ll}.*\S\.$", sentence);
                Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Any_number_of_threads_finds_the_same_gaps_in_the_same_order(int threads)
    {
        var alone = await TownAsync(new GapOptions { Threads = 1 });
        var together = await TownAsync(new GapOptions { Threads = threads });

        Assert.Equal(alone.Select(Told), together.Select(Told));
    }

    static string Told(Gap gap) =>
        $"{gap.Identity} {GapWords.Sentence(gap, Language.En)} {string.Join(' ', gap.Evidence.Select(e => $"{e.Kind} {e.Value:R}"))} "
        + GapWords.NextAction(gap, Language.En);

    async Task<GapList> TownAsync(GapOptions? options = null)
    {
        await using var store = await SampleTown.OpenAsync(_folder.Path);
        return GapFinder.Find(await NetworkSnapshot.ReadAsync(store), options);
    }
}
