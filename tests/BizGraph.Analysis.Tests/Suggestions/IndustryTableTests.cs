using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Analysis.Tests.Suggestions;

public sealed class IndustryTableTests
{
    [Theory]
    [InlineData("NAICS", "311811", "manufacturing")]
    [InlineData("NAICS 2022", "722511", "hospitality and arts")]
    [InlineData("UK SIC", "69202", "business services")]
    [InlineData("UK SIC 2007", "45.20", "other services")]
    [InlineData("NACE Rev. 2", "C10.61", "manufacturing")]
    [InlineData("SIC", "5812", "hospitality and arts")]
    [InlineData("SIC", "56302", "hospitality and arts")]
    [InlineData("CPV", "45000000", "construction")]
    [InlineData("CPV", "03111000-2", "agriculture")]
    public void A_code_leads_to_its_sector(string scheme, string code, string sector) =>
        Assert.Equal(sector, SectorOf(new Industry(code, scheme)));

    [Fact]
    public void What_has_no_code_or_an_unknown_one_has_no_sector()
    {
        Assert.Null(IndustryTable.Default.SectorOf(null));
        Assert.Null(IndustryTable.Default.SectorOf(new Industry(Title: "Bakery")));
        Assert.Null(IndustryTable.Default.SectorOf(new Industry("311811")));
        Assert.Null(IndustryTable.Default.SectorOf(new Industry("99", "NAICS")));
    }

    [Fact]
    public void Lift_is_the_share_of_purchases_over_the_share_of_all()
    {
        // Mills buy 30 of 40 from farms; all buy 40 of 100 from farms: ln(0.75 / 0.4).
        var table = Read("farms,mills,30\nfarms,shops,10\nmills,mills,10\nmills,shops,50", "X,1,farms\nX,2,mills\nX,21,shops");

        Assert.Equal(Math.Log(0.75 / 0.4), Lift(table, "farms", "mills"), 1e-12);
        Assert.Equal(0, Lift(table, "shops", "mills")); // shops sell nothing to anyone: nothing is said
        Assert.Equal("shops", table.Sectors[table.SectorOf(new Industry("2101", "X"))!.Value]);
        Assert.Equal("mills", table.Sectors[table.SectorOf(new Industry("2901", "X"))!.Value]);
    }

    [Fact]
    public void Farms_sell_to_manufacturing_as_the_bureau_of_economic_analysis_has_it()
    {
        // Use table 2022, summed to sectors: agriculture is 7.933% of what manufacturing buys and 2.693% of all that is bought.
        var table = IndustryTable.Default;

        Assert.Equal(Math.Log(0.0793345 / 0.0269258), Lift(table, "agriculture", "manufacturing"), 1e-4);
        Assert.True(Lift(table, "agriculture", "finance and property") < -2);
        Assert.Equal(15, table.Sectors.Count);
    }

    [Fact]
    public void A_line_that_is_none_is_refused_with_its_number()
    {
        Assert.Contains(
            "Line 2",
            Assert.Throws<FormatException>(() => Read("farms,mills,many", "")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "seller,buyer,amount",
            Assert.Throws<FormatException>(() => Read("farms,mills", "")).Message,
            StringComparison.Ordinal
        );
    }

    static IndustryTable Read(string purchases, string sectors) =>
        IndustryTable.Read(
            new StringReader("seller,buyer,amount\n" + purchases),
            new StringReader("scheme,code,sector\n" + sectors)
        );

    static double Lift(IndustryTable table, string seller, string buyer) =>
        table.LiftOf(table.Sectors.ToList().IndexOf(seller), table.Sectors.ToList().IndexOf(buyer));

    static string? SectorOf(Industry industry) =>
        IndustryTable.Default.SectorOf(industry) is { } sector ? IndustryTable.Default.Sectors[sector] : null;
}
