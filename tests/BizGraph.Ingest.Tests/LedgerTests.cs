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
