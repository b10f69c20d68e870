namespace BizGraph.Model.Tests;

/// <summary>Of two places of one business, coordinates go together, and a source's own stand above those of a table.</summary>
public sealed class PlaceTests
{
    static readonly Place Own = new() { Latitude = 54.1, Longitude = -2.9 };

    static readonly Place Looked = new()
    {
        PostalCode = "LA1",
        Latitude = 54,
        Longitude = -2.8,
        LocatedBy = LocatedBy.PostalCode,
    };

    static readonly Place LookedLater = new()
    {
        Locality = "Kendal",
        Latitude = 54.3,
        Longitude = -2.7,
        LocatedBy = LocatedBy.Town,
    };

    [Fact]
    public void A_later_place_of_a_table_leaves_the_sources_own_coordinates() =>
        Assert.Equal(Own with { PostalCode = "LA1" }, Looked.Over(Own));

    [Fact]
    public void A_later_place_of_the_source_replaces_those_of_a_table() =>
        Assert.Equal(Own with { PostalCode = "LA1" }, Own.Over(Looked));

    [Fact]
    public void Of_two_tables_the_later_one_speaks() =>
        Assert.Equal(LookedLater with { PostalCode = "LA1" }, LookedLater.Over(Looked));

    [Fact]
    public void A_place_without_coordinates_leaves_those_there_are() =>
        Assert.Equal(Looked with { Region = "Lancashire" }, new Place { Region = "Lancashire" }.Over(Looked));

    [Fact]
    public void The_order_of_folding_does_not_matter() =>
        Assert.Equal(LookedLater.Over(Own).Over(Looked), LookedLater.Over(Own.Over(Looked)));
}
