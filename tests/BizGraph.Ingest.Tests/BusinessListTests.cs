using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

public sealed class BusinessListTests
{
    [Fact]
    public async Task A_date_that_lost_its_format_is_read_as_a_count_of_days_and_said()
    {
        using var intake = new Intake().With("from,to,since\na,b,45382\n");

        var report = await intake.ReportAsync();

        Assert.Equal(new DateOnly(2024, 3, 31), intake.Tie.Said.Since);
        Assert.Equal((ImportProblemKind.AmbiguousDate, "45382"), (Assert.Single(report.Problems).Kind, report.Problems[0].Found));
    }

    [Fact]
    public async Task Every_column_of_a_business_is_taken()
    {
        using var intake = new Intake().With(
            """
            id,name,kind,industry,industry_code,industry_scheme,address,locality,region,country,postal_code,latitude,longitude,ownership,serves,employees,turnover,spend,currency,founded,website,email,phone,offers,needs,open_to,not_with,tags,networks,status
            b1,Oak Bakery,business,Bakeries,1071,NACE,1 High St,Burnley,Lancashire,UK,BB11 1AA,53.789,-2.248,local independent,local,12,"250,000",80000,gbp,1987,https://oak.example,hi@oak.example,01282 1,bread|cakes,flour; yeast,supplies,gambling,living wage|zero waste,Burnley Traders,active
            """
        );

        var report = await intake.ReportAsync();

        Assert.Empty(report.Problems);
        var said = intake.Business.Said;
        Assert.Equal(new BusinessId("b1"), intake.Business.Business);
        Assert.Equal(new ClaimPosition(0, 2), intake.Business.Position);
        Assert.Equal(("Oak Bakery", BusinessKind.Business), (said.Name, said.Kind));
        Assert.Equal(new Industry("1071", "NACE", "Bakeries"), said.Industry);
        Assert.Equal(
            new Place
            {
                Address = "1 High St",
                Locality = "Burnley",
                Region = "Lancashire",
                Country = "UK",
                PostalCode = "BB11 1AA",
                Latitude = 53.789,
                Longitude = -2.248,
            },
            said.Place
        );
        Assert.Equal((Ownership.LocalIndependent, ServedArea.Local), (said.Ownership, said.Serves));
        Assert.Equal(
            (12, 250_000m, 80_000m, "GBP", 1987),
            (said.Employees, said.Turnover, said.Spend, said.Currency, said.Founded)
        );
        Assert.Equal(("https://oak.example", "hi@oak.example", "01282 1"), (said.Website, said.Email, said.Phone));
        Assert.Equal(["bread", "cakes"], said.Offers);
        Assert.Equal(["flour", "yeast"], said.Needs);
        Assert.Equal(["supplies"], said.OpenTo);
        Assert.Equal(["gambling"], said.NotWith);
        Assert.Equal(["living wage", "zero waste"], said.Tags);
        Assert.Equal(["Burnley Traders"], said.Networks);
        Assert.Equal(BusinessStatus.Active, said.Status);
        Assert.Empty(said.Attributes);
    }

    [Theory]
    [InlineData("Firma;PLZ;Ort;Straße;Branche;E-Mail;Telefon\nOak;BB1;Burnley;High St;Bakery;a@b.c;5")]
    [InlineData("UNTERNEHMEN;plz;Stadt;ADRESSE;branche;Mail;telefon\nOak;BB1;Burnley;High St;Bakery;a@b.c;5")]
    [InlineData("Company,Post-Code,Town,Street,Sector,e_mail,Telephone\nOak,BB1,Burnley,High St,Bakery,a@b.c,5")]
    [InlineData("Organisation\tZIP\tplace\tAddress\tCategory\tEmail\tPhone\nOak\tBB1\tBurnley\tHigh St\tBakery\ta@b.c\t5")]
    [InlineData("Business , postal code,CITY,address,Classification,mail,phone\nOak,BB1,Burnley,High St,Bakery,a@b.c,5")]
    [InlineData("\nsep=;\nname;zip;locality;strasse;industry;email;phone\nOak;BB1;Burnley;High St;Bakery;a@b.c;5")]
    public async Task Headers_go_by_many_words(string text)
    {
        using var intake = new Intake().With(text);

        var report = await intake.ReportAsync();

        Assert.Empty(report.Problems);
        var said = intake.Business.Said;
        Assert.Equal(
            ("Oak", "BB1", "Burnley", "High St"),
            (said.Name, said.Place!.PostalCode, said.Place.Locality, said.Place.Address)
        );
        Assert.Equal((new Industry(Title: "Bakery"), "a@b.c", "5"), (said.Industry, said.Email, said.Phone));
    }

    [Fact]
    public async Task A_business_without_an_id_goes_by_its_name_and_town_in_its_source()
    {
        using var intake = new Intake().With("name,town\nOak  Bakery,Burnley\nElm,\n");

        await intake.RunAsync(source: "chamber");

        Assert.Equal(BusinessId.FromName("chamber", "Oak  Bakery", "Burnley"), intake.Businesses[0].Business);
        Assert.Equal(BusinessId.FromName("chamber", "Elm", null), intake.Businesses[1].Business);
    }

    [Fact]
    public async Task Ids_are_one_space_per_source()
    {
        using var intake = new Intake().With("id,name\n7,Oak\n,Elm\n");

        await intake.RunAsync(source: "chamber");

        Assert.Equal("7@chamber", intake.Businesses[0].Business.Value);
        Assert.Equal(BusinessId.FromName("chamber", "Elm", null), intake.Businesses[1].Business);
    }

    [Fact]
    public async Task A_business_by_id_alone_says_no_name_of_its_own()
    {
        using var intake = new Intake().With("id,town\nL01,Boston\nL02,\n");

        var report = await intake.ReportAsync();

        Assert.Equal(2, report.RowsTaken);
        Assert.All(intake.Businesses, business => Assert.Null(business.Said.Name));
        var remark = Assert.Single(report.Problems);
        Assert.Equal((ImportProblemKind.MissingName, 2, "name", 2), (remark.Kind, remark.Row, remark.Column, remark.Count));
    }

    [Theory]
    [InlineData("council", BusinessKind.PublicBody)]
    [InlineData("Local Authority", BusinessKind.PublicBody)]
    [InlineData("public_body", BusinessKind.PublicBody)]
    [InlineData("PublicBody", BusinessKind.PublicBody)]
    [InlineData("charity", BusinessKind.Nonprofit)]
    [InlineData("Verein", BusinessKind.Nonprofit)]
    [InlineData("university", BusinessKind.Education)]
    [InlineData("bank", BusinessKind.Finance)]
    [InlineData("newspaper", BusinessKind.Media)]
    [InlineData("person", BusinessKind.Person)]
    public async Task Kinds_go_by_many_words(string word, BusinessKind kind)
    {
        using var intake = new Intake().With($"name,kind\nOak,{word}\n");

        await intake.RunAsync();

        Assert.Equal(kind, intake.Business.Said.Kind);
    }

    [Fact]
    public async Task An_unknown_kind_is_an_attribute()
    {
        using var intake = new Intake().With("name,kind\nOak,supplier\nElm,buyer\n");

        var report = await intake.ReportAsync();

        Assert.Null(intake.Businesses[0].Said.Kind);
        Assert.Equal("supplier", intake.Businesses[0].Said.Attributes["kind"]);
        var remark = Assert.Single(report.Problems);
        Assert.Equal((ImportProblemKind.NotAValue, "supplier", 2), (remark.Kind, remark.Found, remark.Count));
    }

    [Fact]
    public async Task Half_a_pair_of_coordinates_is_no_place()
    {
        using var intake = new Intake().With("name,lat,lng\nOak,53.5,\nElm,,\nAsh,53.5,-2.1");

        await intake.RunAsync();

        Assert.Null(intake.Businesses[0].Said.Place);
        Assert.Null(intake.Businesses[1].Said.Place);
        Assert.Equal((53.5, -2.1), (intake.Businesses[2].Said.Place!.Latitude, intake.Businesses[2].Said.Place!.Longitude));
    }

    [Fact]
    public async Task Money_brings_its_currency_where_no_column_says_it()
    {
        using var intake = new Intake().With("name,turnover,currency\nOak,£500,\nElm,€500,CHF\n");

        await intake.RunAsync();

        Assert.Equal((500m, "GBP"), (intake.Businesses[0].Said.Turnover, intake.Businesses[0].Said.Currency));
        Assert.Equal((500m, "CHF"), (intake.Businesses[1].Said.Turnover, intake.Businesses[1].Said.Currency));
    }

    [Fact]
    public async Task In_a_file_of_semicolons_a_point_parts_thousands()
    {
        using var intake = new Intake().With("Firma;Umsatz;Mitarbeiter;lat;lng\nOak;1.500;1.200;53.789;-2.248\n");

        await intake.RunAsync();

        var said = intake.Business.Said;
        Assert.Equal((1500m, 1200, 53.789), (said.Turnover, said.Employees, said.Place!.Latitude));
    }

    [Fact]
    public async Task One_value_of_a_column_tells_its_decimal_mark()
    {
        using var intake = new Intake().With("name;turnover\nOak;1.500\nElm;12.5\n");

        await intake.RunAsync();

        Assert.Equal([1.5m, 12.5m], intake.Businesses.Select(business => business.Said.Turnover!.Value));
    }
}
