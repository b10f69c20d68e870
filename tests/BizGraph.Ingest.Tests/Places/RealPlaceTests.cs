using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Places;

/// <summary>Real tables of places, where the folder with the real lists is named.</summary>
public sealed class RealPlaceTests : IDisposable
{
    readonly Intake _intake = new();

    public void Dispose() => _intake.Dispose();

    [Fact]
    public async Task Every_outward_code_of_the_united_kingdom_is_found()
    {
        var table = Path.Combine(Folder, "places_uk_outcodes", "postcodes.csv");
        var codes = File.ReadLines(table).Skip(1).Select(line => line.Split(',')).ToList();
        _intake.With("name,postcode\n" + string.Concat(codes.Select((cells, i) => $"b{i},{cells[0]} 1AA\n")));

        await _intake.RunAsync(places: [table]);

        Assert.Equal(2856, _intake.Businesses.Count);
        Assert.Equal(2856, _intake.Businesses.Count(business => business.Said.Place?.LocatedBy == LocatedBy.PostalCode));
    }

    [Fact]
    public async Task The_licences_of_little_rock_are_located_by_their_zip()
    {
        var table = Path.Combine(Folder, "places_us_zip", "all_us_zipcodes.csv");
        _intake.With(
            await File.ReadAllBytesAsync(
                Path.Combine(Folder, "licences_little_rock", "Business_Licenses.csv"),
                TestContext.Current.CancellationToken
            )
        );

        await _intake.RunAsync(places: [table]);

        var by = _intake.Businesses.CountBy(b => b.Said.Place?.LocatedBy?.ToString() ?? "none").ToDictionary();
        // The same rule in Python: 14,547 zips are in the table. Of the other rows one names a town that stands there once; 19 name one
        // of several, and 6 none.
        Assert.Equal((14547, 1, 25), (by["PostalCode"], by["Town"], by["none"]));
    }

    static string Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("BIZGRAPH_DATA");
            Assert.SkipWhen(string.IsNullOrEmpty(folder), "BIZGRAPH_DATA does not name the folder with the real lists.");
            return folder!;
        }
    }
}
