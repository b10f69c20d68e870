using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

public sealed class LedgerTests
{
    [Theory]
    [InlineData("supplier,buyer,amount,date,invoice")]
    [InlineData("Supplier Name,Customer,Net Amount,Payment Date,Invoice Number")]
    [InlineData("Vendor,Department,Value,Invoice date,Document")]
    [InlineData("Lieferant,Käufer,Betrag,Datum,Belegnummer")]
    public async Task Each_row_is_a_payment(string header)
    {
        using var intake = new Intake().With(
            header + "\nOak Ltd,Council,\"£1,200.50\",31/03/2024,A-1\nOak Ltd,Council,-200,01/04/2024,\n"
        );

        var report = await intake.ReportAsync();

        Assert.Empty(report.Problems);
        Assert.Equal(2, report.RowsTaken);
        Assert.All(intake.Ties, tie => Assert.Equal((RelationshipType.Supplies, null), (tie.Said.Type, tie.Said.Weight)));
        Assert.All(intake.Ties, tie => Assert.Equal(("Oak Ltd", "Council", false), (tie.From.Text, tie.To.Text, tie.From.IsId)));
        Assert.Equal((1200.50m, "GBP"), (intake.Ties[0].Said.Amount, intake.Ties[0].Said.Currency));
        Assert.Equal(-200m, intake.Ties[1].Said.Amount);
        Assert.Equal(new RelationshipEvent(new DateOnly(2024, 3, 31), "A-1"), intake.Ties[0].Event);
        Assert.Equal(new RelationshipEvent(new DateOnly(2024, 4, 1), null), intake.Ties[1].Event);
    }

    [Fact]
    public async Task A_firm_s_name_may_hold_a_bar()
    {
        using var intake = new Intake().With("supplier,buyer,amount\nOak | Sons,Council,5\n");

        await intake.RunAsync();

        Assert.Equal("Oak | Sons", intake.Tie.From.Text);
    }

    // Supplier and buyer are who the headers say, whichever of them the word begins with; other ties run from the supplier.
    [Theory]
    [InlineData("liefert", RelationshipType.Supplies, "Hof", "Mühle")]
    [InlineData("kauft bei", RelationshipType.Supplies, "Hof", "Mühle")]
    [InlineData("empfiehlt", RelationshipType.Refers, "Hof", "Mühle")]
    [InlineData("Kooperation", RelationshipType.Partners, "Hof", "Mühle")]
    public async Task A_list_of_suppliers_and_customers_that_says_their_relation_is_one_of_ties(
        string word,
        RelationshipType type,
        string from,
        string to
    )
    {
        using var intake = new Intake().With(
            $"Kunde;Lieferant;Art;Seit;Gewicht\nMühle;Hof;{word};2019;2,5\nCafé;Hof;liefert;;\n"
        );

        var report = await intake.ReportAsync();

        Assert.Empty(report.Problems);
        var tie = intake.Ties[0];
        Assert.Equal((type, from, to, null), (tie.Said.Type, tie.From.Text, tie.To.Text, tie.Event));
        Assert.Equal((new DateOnly(2019, 1, 1), 2.5), (tie.Said.Since, tie.Said.Weight));
    }

    [Theory]
    [InlineData("Lieferant,Kunde,Art,Betrag\nHof,Mühle,Rechnung,5\nHof,Mühle,Gutschrift,-1\n", "Rechnung")]
    [InlineData("supplier,buyer,type,date\nHof,Mühle,supplies,2024-01-31\n", "supplies")]
    public async Task A_type_of_payment_or_one_with_its_day_leaves_a_ledger_what_it_is(string text, string kept)
    {
        using var intake = new Intake().With(text);

        await intake.RunAsync();

        Assert.NotNull(intake.Ties[0].Event);
        Assert.Contains(kept, intake.Ties[0].Said.Attributes.Values);
    }

    [Fact]
    public async Task Two_parties_without_payments_are_a_tie_and_no_event()
    {
        using var intake = new Intake().With("supplier,customer\nOak,Elm\n");

        await intake.RunAsync();

        Assert.Equal((RelationshipType.Supplies, null), (intake.Tie.Said.Type, intake.Tie.Event));
    }

    [Fact]
    public async Task One_date_of_a_column_tells_which_part_is_the_day()
    {
        using var months = new Intake().With("supplier,buyer,date\na,b,03/04/2024\na,b,03/31/2024\n");
        using var days = new Intake().With("supplier,buyer,date\na,b,03/04/2024\na,b,31/03/2024\n");

        var report = await months.ReportAsync();
        await days.RunAsync();

        Assert.Empty(report.Problems);
        Assert.Equal(new DateOnly(2024, 3, 4), months.Ties[0].Event!.Date);
        Assert.Equal(new DateOnly(2024, 4, 3), days.Ties[0].Event!.Date);
    }
}
