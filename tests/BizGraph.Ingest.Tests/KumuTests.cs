using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

public sealed class KumuTests
{
    [Fact]
    public async Task Elements_have_labels_types_and_tags()
    {
        using var intake = new Intake().With(
            "Label,Type,Description,Tags,Image,Email,Location\nOak,Council,Our town,green | small,o.png,a@b.c,Burnley\n"
        );

        await intake.RunAsync();

        var said = intake.Business.Said;
        Assert.Equal(
            ("Oak", BusinessKind.PublicBody, "a@b.c", "Burnley"),
            (said.Name, said.Kind, said.Email, said.Place!.Address)
        );
        Assert.Equal(["green", "small"], said.Tags);
        Assert.Equal(("Our town", "o.png"), (said.Attributes["Description"], said.Attributes["Image"]));
    }

    [Theory]
    [InlineData("directed", "supplies", "a>b")]
    [InlineData("undirected", "supplies", "a>b")]
    [InlineData("mutual", "supplies", "a>b b>a")]
    [InlineData("mutual", "buys from", "b>a a>b")]
    [InlineData("mutual", "knows", "a>b b>a")]
    [InlineData("mutual", "partner", "a>b")]
    public async Task A_mutual_connection_is_two_ties_unless_its_type_has_no_direction(
        string direction,
        string type,
        string expected
    )
    {
        using var intake = new Intake().With($"From,To,Type,Direction\na,b,{type},{direction}\n");

        await intake.RunAsync();

        Assert.Equal(expected, string.Join(' ', intake.Ties.Select(tie => $"{tie.From.Text}>{tie.To.Text}")));
    }

    [Fact]
    public async Task Several_names_in_to_are_several_ties()
    {
        using var intake = new Intake().With("From,To,Type\na,b | c||d,supplies\nx,y,supplies\n");

        var report = await intake.ReportAsync();

        Assert.Equal((2, ImportProblemKind.SeveralEnds), (report.RowsTaken, Assert.Single(report.Problems).Kind));
        Assert.Equal(
            [("a", "b", 2, 0), ("a", "c", 2, 1), ("a", "d", 2, 2), ("x", "y", 3L, 0)],
            intake.Ties.Select(tie => (tie.From.Text, tie.To.Text, tie.Position.Row, tie.Position.Part))
        );
    }

    [Theory]
    [InlineData("From,To,Type,Direction\na,b|c,supplies,directed\n", "a>b a>c")]
    [InlineData("From,To\na | z,b|c\n", "a | z>b a | z>c", ImportProblemKind.SeveralEnds)]
    [InlineData("Source,Target\na,b|c\n", "a>b|c")]
    [InlineData("Von,An\na,b | c\n", "a>b | c")]
    public async Task Only_Kumu_s_To_names_several_and_where_that_is_not_sure_it_is_said(
        string text,
        string expected,
        ImportProblemKind? said = null
    )
    {
        using var intake = new Intake().With(text);

        var report = await intake.ReportAsync();

        Assert.Equal(expected, string.Join(' ', intake.Ties.Select(tie => $"{tie.From.Text}>{tie.To.Text}")));
        Assert.Equal(said, report.Problems.SingleOrDefault()?.Kind);
    }

    [Fact]
    public async Task Where_elements_have_ids_the_ends_are_ids()
    {
        using var named = new Intake().With("Label\nOak\n", "elements.csv").With("From,To\nOak,Elm\n", "connections.csv");
        using var numbered = new Intake().With("From,To\n1,2\n", "connections.csv").With("ID,Label\n1,Oak\n", "elements.csv");

        await named.RunAsync();
        await numbered.RunAsync();

        Assert.False(named.Tie.From.IsId);
        Assert.True(numbered.Tie.From.IsId);
    }

    [Fact]
    public async Task Two_blank_rows_start_a_new_section()
    {
        using var intake = new Intake().With(
            "Label,Type\nOak,Council\n\nElm,Bank\n,\n,\nFrom,To,Type\nOak,Elm,partner\n\n\nAsh,Elm,supplies\n"
        );

        var report = await intake.ReportAsync();

        Assert.Equal((4, 0), (report.RowsTaken, report.ProblemCount));
        Assert.Equal(["Oak", "Elm"], intake.Businesses.Select(business => business.Said.Name));
        Assert.Equal([("Oak", 8L), ("Ash", 11)], intake.Ties.Select(tie => (tie.From.Text, tie.Position.Row)));
    }

    [Fact]
    public async Task A_row_below_blank_ones_is_a_row_though_one_cell_holds_a_header_s_word()
    {
        using var intake = new Intake().With("Label,Type\nOak,Business\n\n\nElm,Business\nAsh,Shop\n");

        await intake.RunAsync();

        Assert.Equal(["Oak", "Elm", "Ash"], intake.Businesses.Select(business => business.Said.Name));
    }

    [Fact]
    public async Task Any_number_of_sections_is_taken()
    {
        using var intake = new Intake().With(string.Concat(Enumerable.Repeat("From,To,Type\na,b,directed\n\n\n", 1_000)));

        var report = await intake.ReportAsync();

        Assert.Equal((1_000, 0), (report.RowsTaken, report.RowsRefused));
    }
}
