using BizGraph.Analysis;
using BizGraph.Api.Samples;
using BizGraph.Model;

namespace BizGraph.Api.Tests;

/// <summary>The sample town shows what the product is for.</summary>
public sealed class SampleTownTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_has_what_an_organizer_would_meet()
    {
        await using var store = await SampleTown.OpenAsync(_folder.Path);
        var town = await NetworkSnapshot.ReadAsync(store);
        var report = (await store.ImportsAsync()).Single().Report!;

        Assert.Equal((0, 0), (report.RowsRefused, report.ProblemCount));
        Assert.InRange(town.Businesses.Count, 140, 170);
        Assert.InRange(town.Relationships.Count, 380, 440);
        Assert.Equal(RelationshipTypes.All, town.Relationships.Select(r => r.Type).Distinct().Order());
        Assert.InRange(town.Isolated().Count, 3, 10);
        Assert.Equal(3, town.SupplyCycles.SizeOf(0));
        // The bridge: without it the makers' village reaches no one.
        Assert.Contains(town.NodeOf(new BusinessId("lantern-house-gallery"))!.Value, town.ArticulationPoints);
        Assert.Equal(
            4,
            town.Relationships.Where(r => r.Facts.Since is not null)
                .Select(r => r.Facts.Since!.Value.Year)
                .Distinct()
                .Count(y => y < 2026)
        );
        Assert.Contains(town.Businesses, b => b.Kind == BusinessKind.PublicBody);
        Assert.Contains(town.Businesses, b => b.Kind == BusinessKind.Finance);
    }

    [Fact]
    public async Task A_damaged_one_is_made_anew()
    {
        await (await SampleTown.OpenAsync(_folder.Path)).DisposeAsync();
        var file = Directory.GetFiles(_folder.Path, "*.db").Single();
        await File.WriteAllTextAsync(file, new string('x', 9000));

        await using var again = await SampleTown.OpenAsync(_folder.Path);

        Assert.Equal(1, await again.VersionAsync());
    }

    [Fact]
    public async Task Opened_again_it_is_the_same_file()
    {
        await (await SampleTown.OpenAsync(_folder.Path)).DisposeAsync();
        await using var again = await SampleTown.OpenAsync(_folder.Path);

        Assert.Equal(1, await again.VersionAsync());
        Assert.Single(Directory.GetFiles(_folder.Path, "*.db"));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part*"));
    }
}
