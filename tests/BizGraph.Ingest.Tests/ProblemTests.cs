using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Each kind of problem says the place, what was found and what would do.</summary>
public sealed class ProblemTests
{
    const string Tie = "from,to,weight,confidence,amount,since,currency,ended,directed\n";
    const string Business = "id,name,latitude,employees,founded,turnover,status,serves,ownership\n";

    [Theory]
    [InlineData(Tie + "a,b,0,,,,,,", "weight", "0", ImportProblemKind.OutOfRange, "a number above 0")]
    [InlineData(Tie + "a,b,-1,,,,,,", "weight", "-1", ImportProblemKind.OutOfRange, "a number above 0")]
    [InlineData(Tie + "a,b,much,,,,,,", "weight", "much", ImportProblemKind.NotAValue, "a number above 0")]
    [InlineData(Tie + "a,b,,1.1,,,,,", "confidence", "1.1", ImportProblemKind.OutOfRange, "a number from 0 to 1")]
    [InlineData(Tie + "a,b,,,tbc,,,,", "amount", "tbc", ImportProblemKind.NotAValue, "an amount of money")]
    [InlineData(
        Tie + "a,b,,,,soon,,,",
        "since",
        "soon",
        ImportProblemKind.NotAValue,
        "a date such as 2024-03-31, 31/03/2024, 2024-03 or 2024"
    )]
    [InlineData(
        Tie + "a,b,,,,,quid,,",
        "currency",
        "quid",
        ImportProblemKind.NotAValue,
        "a currency's ISO 4217 code, such as GBP, or its sign"
    )]
    [InlineData(Tie + "a,b,,,,,,maybe,", "ended", "maybe", ImportProblemKind.NotAValue, "yes or no")]
    [InlineData(
        Tie + "a,b,,,,,,,maybe",
        "directed",
        "maybe",
        ImportProblemKind.NotAValue,
        "directed, undirected, mutual, yes or no"
    )]
    [InlineData(Business + "1,a,91,,,,,,", "latitude", "91", ImportProblemKind.OutOfRange, "degrees north, -90 to 90")]
    [InlineData(Business + "1,a,north,,,,,,", "latitude", "north", ImportProblemKind.NotAValue, "degrees north, -90 to 90")]
    [InlineData(Business + "1,a,,-1,,,,,", "employees", "-1", ImportProblemKind.OutOfRange, "a whole number, 0 or more")]
    [InlineData(Business + "1,a,,2.5,,,,,", "employees", "2.5", ImportProblemKind.NotAValue, "a whole number, 0 or more")]
    [InlineData(
        Business + "1,a,,,old,,,,",
        "founded",
        "old",
        ImportProblemKind.NotAValue,
        "a date such as 2024-03-31, 31/03/2024, 2024-03 or 2024"
    )]
    [InlineData(Business + "1,a,,,,-5,,,", "turnover", "-5", ImportProblemKind.OutOfRange, "an amount of money, 0 or more")]
    [InlineData(Business + "1,a,,,,,2,,", "status", "2", ImportProblemKind.NotAValue, "active or closed")]
    [InlineData(
        Business + "1,a,,,,,,moon,",
        "serves",
        "moon",
        ImportProblemKind.NotAValue,
        "local, regional, national or worldwide"
    )]
    [InlineData(
        Business + "1,a,,,,,,,me",
        "ownership",
        "me",
        ImportProblemKind.NotAValue,
        "local independent, regional, national, international or unknown"
    )]
    public async Task A_value_that_does_not_fit_is_an_attribute(
        string text,
        string column,
        string found,
        ImportProblemKind kind,
        string expected
    )
    {
        using var intake = new Intake().With(text);

        var report = await intake.ReportAsync();

        var fate = text.StartsWith("id,", StringComparison.Ordinal) ? "what was known before stays" : "the row counts without it";
        expected += $"; kept as an attribute, and {fate}";
        Assert.Equal(new ImportProblem(kind, "list.csv", 2, column, found, expected), Assert.Single(report.Problems));
        Assert.Equal(1, report.RowsTaken);
        var attributes = intake.Store.Claims[0] is BusinessClaim business ? business.Said.Attributes : intake.Tie.Said.Attributes;
        Assert.Equal(found, attributes[column]);
    }

    [Theory]
    [InlineData("from,to\na,\n", "to", "the id or name of a business")]
    [InlineData("from,to\n,b\n", "from", "the id or name of a business")]
    [InlineData("from,to\na,|\n", "to", "the id or name of a business")]
    [InlineData("Lieferant,Kunde,Betrag\n,b,5\n", "Lieferant", "the id or name of a business")]
    [InlineData("id,name,town\n,,Burnley\n", "name", "a name or an id")]
    public async Task A_row_without_what_it_is_about_is_refused(string text, string column, string expected)
    {
        using var intake = new Intake().With(text);

        var report = await intake.ReportAsync();

        var problem = Assert.Single(report.Problems);
        Assert.Equal(
            (ImportProblemKind.MissingValue, 2, column, expected),
            (problem.Kind, problem.Row, problem.Column, problem.Expected)
        );
        Assert.True(problem.IsRefusal);
        Assert.Equal((1, 1), (report.RowsRead, report.RowsRefused));
        Assert.Empty(intake.Store.Claims);
    }

    [Fact]
    public async Task Unknown_columns_are_said_once_and_kept()
    {
        using var intake = new Intake().With("name,colour,\nOak,red,x\nElm,blue,\n");

        var report = await intake.ReportAsync();

        Assert.Equal(
            [
                (ImportProblemKind.UnknownColumn, 1, "colour", "colour"),
                (ImportProblemKind.UnknownColumn, 1L, "column 3", "no header"),
            ],
            report.Problems.Select(problem => (problem.Kind, problem.Row!.Value, problem.Column!, problem.Found))
        );
        Assert.Equal(
            ("red", "x"),
            (intake.Businesses[0].Said.Attributes["colour"], intake.Businesses[0].Said.Attributes["column 3"])
        );
        Assert.Single(intake.Businesses[1].Said.Attributes);
    }

    [Fact]
    public async Task A_header_that_stands_twice_is_numbered()
    {
        using var intake = new Intake().With("name,tag line,Name,tag-line\nOak,a,Oak Ltd,b\n");

        var report = await intake.ReportAsync();

        Assert.Equal("Oak", intake.Business.Said.Name);
        Assert.Equal(["Name", "tag line", "tag-line"], intake.Business.Said.Attributes.Keys.Order());
        Assert.Equal(
            [
                ("tag line", ImportProblemKind.UnknownColumn),
                ("Name", ImportProblemKind.DuplicateHeader),
                ("tag-line", ImportProblemKind.DuplicateHeader),
            ],
            report.Problems.Select(problem => (problem.Found, problem.Kind))
        );
    }

    [Fact]
    public async Task The_very_same_header_is_numbered()
    {
        using var intake = new Intake().With("name,x,x,x\nOak,1,2,3\n");

        await intake.RunAsync();

        Assert.Equal(
            [("x", "1"), ("x 2", "2"), ("x 3", "3")],
            intake.Business.Said.Attributes.Select(pair => (pair.Key, pair.Value))
        );
    }

    [Fact]
    public async Task Of_two_columns_for_one_field_the_closer_word_counts_and_the_other_is_kept()
    {
        using var intake = new Intake().With("Classification,Category,Business\nBakeries,Food,Oak\n");

        var report = await intake.ReportAsync();

        var said = intake.Business.Said;
        Assert.Equal((new Industry(Title: "Food"), "Bakeries"), (said.Industry, said.Attributes["Classification"]));
        Assert.Equal(
            "one column for industry, which is \"Category\"; kept as an attribute",
            Assert.Single(report.Problems).Expected
        );
    }

    [Fact]
    public async Task Rows_of_another_width_are_taken_as_far_as_possible()
    {
        using var intake = new Intake().With("name,town\nOak\nElm,Burnley,north,\nAsh,Preston\n");

        var report = await intake.ReportAsync();

        Assert.Equal((3, 0), (report.RowsTaken, report.RowsRefused));
        Assert.Equal("north", intake.Businesses[1].Said.Attributes["column 3"]);
        Assert.Equal(
            [(ImportProblemKind.CellCount, 2, "1 cells"), (ImportProblemKind.CellCount, 3L, "4 cells")],
            report.Problems.Select(problem => (problem.Kind, problem.Row!.Value, problem.Found))
        );
        Assert.All(report.Problems, problem => Assert.Equal("2 cells, as in the header", problem.Expected));
    }

    [Fact]
    public async Task An_ambiguous_date_has_its_day_first()
    {
        using var intake = new Intake().With("from,to,since\na,b,03/04/2024\na,c,05/06/2024\na,d,7/7/2024\n");

        var report = await intake.ReportAsync();

        Assert.Equal(new DateOnly(2024, 4, 3), intake.Ties[0].Said.Since);
        var problem = Assert.Single(report.Problems);
        Assert.Equal(
            (ImportProblemKind.AmbiguousDate, 2, "since", "03/04/2024", 2),
            (problem.Kind, problem.Row, problem.Column, problem.Found, problem.Count)
        );
    }

    [Fact]
    public async Task The_log_keeps_the_first_of_a_kind_and_counts_the_rest()
    {
        using var intake = new Intake().With("from,to\n" + string.Concat(Enumerable.Repeat("a,\n", 5_000)) + "a,a\n");

        var report = await intake.ReportAsync();

        Assert.Equal((5_001, 5_000, 5_001), (report.RowsRead, report.RowsRefused, report.ProblemCount));
        Assert.Equal(
            (5_000, 1),
            (report.ProblemCounts[ImportProblemKind.MissingValue], report.ProblemCounts[ImportProblemKind.SelfTie])
        );
        Assert.Equal(21, report.Problems.Count);
        Assert.Equal(Enumerable.Range(2, 20).Select(row => (long?)row), report.Problems.Take(20).Select(problem => problem.Row));
    }

    [Fact]
    public async Task Each_file_has_its_own_problems()
    {
        using var intake = new Intake().With("name,x\nOak,1\n", "a.csv").With("name,x\nElm,1\n", "b.csv");

        var report = await intake.ReportAsync();

        Assert.Equal(["a.csv", "b.csv"], report.Problems.Select(problem => problem.File));
    }
}
