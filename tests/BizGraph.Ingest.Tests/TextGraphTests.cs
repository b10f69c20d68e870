namespace BizGraph.Ingest.Tests;

/// <summary>Lists of ties without a header, adjacency lists and matrices; their rows are in <see cref="RowReaderContract"/>.</summary>
public sealed class TextGraphTests
{
    [Theory]
    [InlineData("1 2\n2 3\n")]
    [InlineData("1\t2\n2\t3\n")]
    [InlineData("1,2\r\n2,3\r\n")]
    [InlineData("% a comment\n1;2\n2;3")]
    [InlineData("1;2\n\u00a0;\n\n2;3\n")]
    public async Task Two_numbers_a_row_are_ties(string text)
    {
        using var intake = new Intake().With(text, "graph.txt");

        await intake.RunAsync();

        Assert.Equal([("1", "2"), ("2", "3")], intake.Ties.Select(tie => (tie.From.Text, tie.To.Text)));
    }

    [Theory]
    [InlineData("colour,price\nred,5\nblue,6\n")]
    [InlineData("colour,price\nred,5\nblue,red\n")]
    [InlineData("a table\nof text without cells\n")]
    [InlineData("Code;Titel;Stufe\n1;Land;2\n2;Forst;2\n")]
    public async Task A_table_of_something_else_stays_refused(string text)
    {
        using var intake = new Intake().With(text);

        var refusal = await intake.RefusalAsync();

        Assert.StartsWith("the headers ", refusal.Problems[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Isolated_businesses_of_a_matrix_stay()
    {
        using var intake = new Intake().With(";Oak;Elm;Ash\nOak;0;1,5;0\nElm;1,5;0;0\nAsh;0;0;0\n", "matrix.csv");

        await intake.RunAsync();

        Assert.Equal(["Oak", "Elm", "Ash"], intake.Businesses.Select(business => business.Said.Name));
        Assert.Equal(
            ("Oak", "Elm", 1.5, false),
            (intake.Tie.From.Text, intake.Tie.To.Text, intake.Tie.Said.Weight, intake.Tie.Said.Directed)
        );
    }

    [Fact]
    public async Task A_name_with_a_bar_in_a_matrix_is_one_name()
    {
        using var intake = new Intake().With(",A|B,C\nA|B,0,1\nC,1,1\n", "matrix.csv");

        await intake.RunAsync();

        Assert.Equal([("A|B", "C", 2L), ("C", "C", 3)], intake.Ties.Select(t => (t.From.Text, t.To.Text, t.Position.Row)));
    }

    [Fact]
    public async Task Lists_of_other_programs_are_read_by_their_headers()
    {
        using var partner = new Intake().With(
            "Primary Organization,Node Label,Address,City,Province,Postal Code,Country,Sector,Primary Org Function\nOak Ltd,Oak,1 High St,Burnley,Lancashire,BB1,UK,Health,Care\n"
        );
        using var hub = new Intake().With(
            "country,name,address,sector_product_type,facility_type_processing_type,number_of_workers,parent_company,lat,lng\nUK,Oak,1 High St,Apparel,Knitting,120,Big Oak,53.7,-2.2\n"
        );

        await partner.RunAsync();
        await hub.RunAsync();

        var (one, other) = (partner.Business.Said, hub.Business.Said);
        Assert.Equal(
            ("Oak Ltd", "1 High St", "Burnley", "Lancashire", "BB1", "Health"),
            (one.Name, one.Place!.Address, one.Place.Locality, one.Place.Region, one.Place.PostalCode, one.Industry!.Title)
        );
        Assert.Equal(("Oak", "Care"), (one.Attributes["Node Label"], one.Attributes["Primary Org Function"]));
        Assert.Equal(
            ("Oak", "Apparel", 120, 53.7, -2.2),
            (other.Name, other.Industry!.Title, other.Employees, other.Place!.Latitude, other.Place.Longitude)
        );
        Assert.Equal(
            ("Knitting", "Big Oak"),
            (other.Attributes["facility_type_processing_type"], other.Attributes["parent_company"])
        );
    }
}
