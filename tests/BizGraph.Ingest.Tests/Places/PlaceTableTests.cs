using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Places;

/// <summary>A table that the user supplies says where postal codes and towns are. Coordinates are those of the tables below, means by hand.</summary>
public sealed class PlaceTableTests : IDisposable
{
    const string British =
        "postcode,latitude,longitude,town,region,country\n"
        + "SW1A,51.5010,-0.1416,Westminster,London,ENG\n"
        + "LA1,54.0470,-2.8010,Lancaster,Lancashire,ENG\n"
        + "LA2,54.0670,-2.6010,Lancaster,Lancashire,ENG\n"
        + "NP20,51.5842,-2.9977,Newport,Newport,WLS\n"
        + "TF10,52.7690,-2.3790,Newport,Shropshire,ENG\n";

    const string American =
        "zip,city,state,lat,lng\n00501,Holtsville,NY,40.922326,-72.637078\n72204,Little Rock,AR,34.7241,-92.3557\n";

    readonly Intake _intake = new();
    readonly string _folder = Directory.CreateTempSubdirectory("bizgraph-places-").FullName;

    public void Dispose()
    {
        _intake.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("SW1A 1AA", 51.5010, -0.1416)] // the outward code of a whole one
    [InlineData("sw1a1aa", 51.5010, -0.1416)]
    [InlineData("LA1", 54.0470, -2.8010)]
    [InlineData("la2 0qq", 54.0670, -2.6010)]
    public async Task A_british_postcode_is_found_by_its_outward_code(string code, double latitude, double longitude)
    {
        _intake.With($"name,postcode\nShop,{code}\n");

        await _intake.RunAsync(places: [Table(British)]);

        Assert.Equal((latitude, longitude, LocatedBy.PostalCode), Location());
    }

    [Theory]
    [InlineData("00501")]
    [InlineData("501")] // a spreadsheet took the zeros away
    [InlineData("00501-1234")]
    [InlineData("5011234")] // the same, without hyphen and zeros
    [InlineData("501.0")] // as a table program writes a column of numbers with gaps
    public async Task An_american_zip_is_found_without_its_zeros_and_with_four_more_figures(string code)
    {
        _intake.With($"name,zip\nShop,{code}\n");

        await _intake.RunAsync(places: [Table(American)]);

        Assert.Equal((40.922326, -72.637078, LocatedBy.PostalCode), Location());
    }

    [Theory]
    [InlineData("name;PLZ;Ort\nLaden;72070;Tübingen\n")]
    [InlineData("name;PLZ;Ort\nLaden;D-72070;Tübingen\n")]
    [InlineData("name;PLZ;Land\nLaden;72070;Deutschland\n")]
    [InlineData("name;Ort\nLaden;TUEBINGEN\n", false)]
    [InlineData("name;Ort\nLaden;tübingen\n", true, LocatedBy.Town)]
    public async Task A_german_table_is_found_by_code_or_town(
        string list,
        bool isFound = true,
        LocatedBy by = LocatedBy.PostalCode
    )
    {
        _intake.With(list);

        await _intake.RunAsync(places: [Table("PLZ;Ort;Breitengrad;Längengrad\n72070;Tübingen;48,5216;9,0576\n")]);

        Assert.Equal(isFound ? (48.5216, 9.0576, by) : (null, null, null), Location());
    }

    [Fact]
    public async Task A_town_of_several_codes_close_together_is_in_their_middle()
    {
        _intake.With("name,town\nShop,Lancaster\n");

        await _intake.RunAsync(places: [Table(British)]);

        // (54.047 + 54.067) / 2 and (2.801 + 2.601) / 2.
        Assert.Equal((54.057, -2.701, LocatedBy.Town), Location());
    }

    [Fact]
    public async Task Towns_of_one_name_stay_unlocated_unless_the_row_tells_which_and_that_is_said_once()
    {
        _intake.With("name,town,region\nA,Newport,\nB,Newport,Kent\nC,Newport,Shropshire\n");

        var outcome = await _intake.RunAsync(places: [Table(British)]);

        Assert.Equal([null, null, 52.769], _intake.Businesses.Select(business => business.Said.Place?.Latitude));
        var said = Assert.Single(outcome.Import.Report!.Problems, problem => problem.Kind == ImportProblemKind.AmbiguousPlace);
        Assert.Equal((2L, "town", 2L), (said.Row, said.Column, said.Count));
        Assert.Contains("Newport, which the table of places has 2 times", said.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_table_knows_stays_unlocated_and_is_said_once()
    {
        _intake.With("name,postcode\nA,ZZ1 1AA\nB,ZZ2 2BB\nC,\n");

        var outcome = await _intake.RunAsync(places: [Table(British)]);

        Assert.All(_intake.Businesses, business => Assert.Null(business.Said.Place?.Latitude));
        var said = Assert.Single(outcome.Import.Report!.Problems, problem => problem.Kind == ImportProblemKind.UnknownPlace);
        Assert.Equal((2L, "postcode", "ZZ1 1AA", 2L), (said.Row, said.Column, said.Found, said.Count));
    }

    [Fact]
    public async Task Coordinates_of_the_row_itself_stand_above_the_table()
    {
        _intake.With("name,postcode,lat,lng\nShop,LA1 1AA,54.1,-2.9\n");

        await _intake.RunAsync(places: [Table(British)]);

        Assert.Equal((54.1, -2.9, null), Location());
    }

    [Fact]
    public async Task Zero_zero_is_no_place_but_a_doubtful_value_and_the_table_answers_instead()
    {
        _intake.With("name,postcode,lat,lng\nShop,LA1 1AA,0,0.0\nOther,,0,0\n");

        var outcome = await _intake.RunAsync(places: [Table(British)]);

        Assert.Equal([54.047, null], _intake.Businesses.Select(business => business.Said.Place?.Latitude));
        var kept = _intake.Businesses[0].Said.Attributes;
        Assert.Equal(("0", "0.0"), (kept["lat"], kept["lng"]));
        var said = Assert.Single(outcome.Import.Report!.Problems);
        Assert.Equal((ImportProblemKind.OutOfRange, "lat", 2L), (said.Kind, said.Column, said.Count));
    }

    [Fact]
    public async Task Half_a_pair_of_coordinates_is_kept_as_an_attribute_and_said()
    {
        _intake.With("name,lat,lng\nShop,54.1,\n");

        var report = await _intake.ReportAsync();

        Assert.Null(_intake.Business.Said.Place);
        Assert.Equal("54.1", _intake.Business.Said.Attributes["lat"]);
        Assert.Equal((ImportProblemKind.NotAValue, "lat"), (Assert.Single(report.Problems).Kind, report.Problems[0].Column));
    }

    [Fact]
    public async Task A_country_that_differs_keeps_a_code_from_another_countrys_table()
    {
        _intake.With("name,zip,country\nA,72204,Germany\nB,72204,USA\nC,72204,\n");

        await _intake.RunAsync(places: ["US=" + Table(American)]);

        Assert.Equal([null, 34.7241, 34.7241], _intake.Businesses.Select(business => business.Said.Place?.Latitude));
    }

    [Fact]
    public async Task Rows_of_a_table_that_locate_nothing_are_passed_over_and_said()
    {
        _intake.With("name,zip\nA,1\nB,72204\n");
        var table = Table("zip,lat,lng\n00001,0,0\n00002,here,there\n72204,34.7241,-92.3557\n,1,1\n");

        var outcome = await _intake.RunAsync(places: [table]);

        Assert.Equal([null, 34.7241], _intake.Businesses.Select(business => business.Said.Place?.Latitude));
        var said = Assert.Single(outcome.Import.Report!.Problems, problem => problem.Kind == ImportProblemKind.UnusablePlace);
        Assert.Equal((2L, "3 rows that locate nothing, this one first"), (said.Row, said.Found));
    }

    [Theory]
    [InlineData("zip,city\n72204,Little Rock\n", "the headers zip, city")]
    [InlineData("", "an empty file")]
    public async Task A_file_that_is_no_table_of_places_is_refused(string table, string found)
    {
        _intake.With("name,zip\nA,72204\n");

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => _intake.RunAsync(places: [Table(table)]));

        Assert.Contains(found, Assert.Single(refusal.Reasons), StringComparison.Ordinal);
        Assert.Empty(_intake.Store.Plans);
    }

    [Fact]
    public async Task The_same_table_changes_nothing_and_another_one_is_another_import()
    {
        _intake.With("name,zip\nA,72204\n");
        var effects = new List<ImportEffect>();
        foreach (
            var tables in new string[][]
            {
                [Table(American)],
                [Table(American, "copy.csv")],
                [Table(American + "72205,Little Rock,AR,34.75,-92.34\n", "more.csv")],
                [],
            }
        )
        {
            effects.Add((await _intake.RunAsync(places: tables)).Effect);
        }

        Assert.Equal([ImportEffect.Begun, ImportEffect.NothingToDo, ImportEffect.Begun, ImportEffect.Begun], effects);
    }

    string Table(string text, string name = "places.csv")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    (double? Latitude, double? Longitude, LocatedBy? By) Location()
    {
        var place = _intake.Business.Said.Place!;
        return (place.Latitude, place.Longitude, place.LocatedBy);
    }
}
