using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

public sealed class TieListTests
{
    [Fact]
    public async Task A_tie_that_two_lists_name_is_said_once_for_the_later_one()
    {
        using var intake = new Intake()
            .With("from,to,type\na,b,supplies\na,b,supplies\nc,d,partner\n", "one.csv")
            .With("from,to,type\nd,c,partner\na,b,refers\na,b,supplies\n", "two.csv");

        var report = await intake.ReportAsync();

        // Partners have no order, another type is another tie, and rows of one list add up.
        var said = Assert.Single(report.Problems);
        Assert.Equal(
            (ImportProblemKind.RepeatedTie, "two.csv", 2L, 2L, "the tie of d and c, which an earlier list names, too"),
            (said.Kind, said.File, said.Row, said.Count, said.Found)
        );
    }

    [Fact]
    public async Task Every_column_of_a_tie_is_taken()
    {
        using var intake = new Intake().With(
            """
            from,to,type,kind,directed,industry,industry_scheme,weight,amount,currency,since,until,ended,note,confidence,contract
            Oak,Elm,supplies,bread,yes,1071,NACE,2.5,"1,200.50",EUR,2019,2024-06,no,by bike,0.8,C-7
            """
        );

        var report = await intake.ReportAsync();

        Assert.Equal(ImportProblemKind.UnknownColumn, Assert.Single(report.Problems).Kind);
        var tie = intake.Tie;
        Assert.Equal((new RelationshipEnd("Oak", false), new RelationshipEnd("Elm", false)), (tie.From, tie.To));
        Assert.Null(tie.Event);
        var said = tie.Said;
        Assert.Equal((RelationshipType.Supplies, "bread", null), (said.Type, said.Kind, said.Directed));
        Assert.Equal(new Industry("1071", "NACE"), said.Industry);
        Assert.Equal((2.5, 1200.50m, "EUR"), (said.Weight, said.Amount, said.Currency));
        Assert.Equal((new DateOnly(2019, 1, 1), new DateOnly(2024, 6, 30), false), (said.Since, said.Until, said.Ended));
        Assert.Equal(("by bike", 0.8, "C-7"), (said.Note, said.Confidence, said.Attributes["contract"]));
    }

    [Theory]
    [InlineData("supplies", RelationshipType.Supplies, null, "Oak", "Elm")]
    [InlineData("buys from", RelationshipType.Supplies, null, "Elm", "Oak")]
    [InlineData("Kunde von", RelationshipType.Supplies, null, "Elm", "Oak")]
    [InlineData("seeks advice from", RelationshipType.Mentors, null, "Elm", "Oak")]
    [InlineData("joint venture", RelationshipType.Partners, null, "Oak", "Elm")]
    [InlineData("knows", RelationshipType.Knows, null, "Oak", "Elm")]
    [InlineData("kennt", RelationshipType.Knows, null, "Oak", "Elm")]
    [InlineData("friend of", RelationshipType.Knows, "friend of", "Oak", "Elm")]
    [InlineData("met", RelationshipType.Knows, "met", "Oak", "Elm")]
    [InlineData("plays chess with", RelationshipType.Knows, "plays chess with", "Oak", "Elm")]
    public async Task A_word_gives_type_kind_and_direction(
        string word,
        RelationshipType type,
        string? kind,
        string from,
        string to
    )
    {
        using var intake = new Intake().With($"from,to,type\nOak,Elm,{word}\n");

        await intake.RunAsync();

        var tie = intake.Tie;
        Assert.Equal((type, kind, from, to), (tie.Said.Type, tie.Said.Kind, tie.From.Text, tie.To.Text));
    }

    [Fact]
    public async Task An_unknown_word_is_said_once_with_its_first_row_and_how_often_it_is_there()
    {
        using var intake = new Intake().With("from,to,type\na,b,supplies\na,c,rivals\nb,c,rivals\nc,d,cousins\n");

        var report = await intake.ReportAsync();

        Assert.Equal((3, 3), (report.ProblemCount, report.ProblemCounts[ImportProblemKind.UnknownWord]));
        Assert.Equal(
            [("rivals", 3L, 2L, "type"), ("cousins", 5, 1, "type")],
            report.Problems.Select(problem => (problem.Found, problem.Row!.Value, problem.Count, problem.Column!))
        );
    }

    [Fact]
    public async Task The_kind_stays_beside_the_type()
    {
        using var intake = new Intake().With(
            "from,to,type,kind\na,b,partner,joint marketing\na,b,rivals,old feud\na,b,,buys from\n"
        );

        await intake.RunAsync();

        Assert.Equal(
            [
                (RelationshipType.Partners, "joint marketing"),
                (RelationshipType.Knows, "old feud"),
                (RelationshipType.Supplies, null),
            ],
            intake.Ties.Select(tie => (tie.Said.Type, tie.Said.Kind))
        );
        Assert.Equal("rivals", intake.Ties[1].Said.Attributes["type"]);
        Assert.Equal("b", intake.Ties[2].From.Text);
    }

    [Theory]
    [InlineData("knows", "yes", true)]
    [InlineData("knows", "directed", true)]
    [InlineData("knows", "no", false)]
    [InlineData("knows", "", null)]
    [InlineData("chases", "1", true)]
    [InlineData("partner", "yes", null)]
    [InlineData("supplies", "no", null)]
    public async Task Directed_applies_to_acquaintance_only(string word, string cell, bool? directed)
    {
        using var intake = new Intake().With($"from,to,type,directed\na,b,{word},{cell}\n");

        await intake.RunAsync();

        Assert.Equal(directed, intake.Tie.Said.Directed);
    }

    [Fact]
    public async Task Ties_without_a_word_are_acquaintance_or_supply_where_there_are_amounts()
    {
        using var plain = new Intake().With("from,to\na,b\n");
        using var money = new Intake().With("from,to,amount\na,b,\na,c,5\n");

        await plain.RunAsync();
        await money.RunAsync();

        Assert.Equal((RelationshipType.Knows, null), (plain.Tie.Said.Type, plain.Tie.Said.Kind));
        Assert.All(money.Ties, tie => Assert.Equal(RelationshipType.Supplies, tie.Said.Type));
    }

    [Fact]
    public async Task A_tie_to_itself_is_kept_with_a_remark()
    {
        using var intake = new Intake().With("from,to,type\nOak,Oak,supplies\n");

        var report = await intake.ReportAsync();

        Assert.Equal((1, 0), (report.RowsTaken, report.RowsRefused));
        Assert.Equal((ImportProblemKind.SelfTie, 2), (report.Problems.Single().Kind, report.Problems.Single().Row));
        Assert.Equal("Oak", intake.Tie.To.Text);
    }

    [Fact]
    public async Task German_headers_and_words_make_ties()
    {
        using var intake = new Intake().With("Von;Nach;Beziehung;Betrag;Währung;Seit\nOak;Elm;kauft bei;1.500,50;€;31.12.2019\n");

        var report = await intake.ReportAsync();

        Assert.Empty(report.Problems);
        var tie = intake.Tie;
        Assert.Equal(("Elm", "Oak", RelationshipType.Supplies), (tie.From.Text, tie.To.Text, tie.Said.Type));
        Assert.Equal((1500.50m, "EUR", new DateOnly(2019, 12, 31)), (tie.Said.Amount, tie.Said.Currency, tie.Said.Since));
    }

    [Fact]
    public async Task Columns_can_be_named_by_hand()
    {
        using var intake = new Intake().With("from,commodity,buying_industry,million_usd\nx,Farms,Mills,12\n");

        var report = await intake.ReportAsync("from=Commodity", "to=buying industry", "amount=million_usd");

        Assert.Equal(("Farms", "Mills", 12m), (intake.Tie.From.Text, intake.Tie.To.Text, intake.Tie.Said.Amount));
        Assert.Equal("x", intake.Tie.Said.Attributes["from"]);
        Assert.Equal("from", Assert.Single(report.Problems).Column);
    }
}
