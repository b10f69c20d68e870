using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

public sealed class GephiTests
{
    [Fact]
    public async Task Type_is_the_direction_where_all_of_its_values_say_one()
    {
        using var intake = new Intake().With(
            """
            Source,Target,Type,Id,Label,Kind,Weight
            1,2,Directed,0,x,knows,2
            2,3,Undirected,1,,supplies,
            3,4,Mixed,2,,friend,1
            4,5,Mutual,3,,knows,1
            """
        );

        var report = await intake.ReportAsync();

        Assert.Empty(report.Problems);
        Assert.Equal(4, report.RowsTaken);
        Assert.Equal(
            [
                ("1", "2", RelationshipType.Knows, null, true),
                ("2", "3", RelationshipType.Supplies, null, null),
                ("3", "4", RelationshipType.Knows, "friend", null),
                ("4", "5", RelationshipType.Knows, null, true),
                ("5", "4", RelationshipType.Knows, (string?)null, (bool?)true),
            ],
            intake.Ties.Select(tie => (tie.From.Text, tie.To.Text, tie.Said.Type, tie.Said.Kind, tie.Said.Directed))
        );
        Assert.All(intake.Ties, tie => Assert.True(tie.From.IsId && tie.To.IsId));
        Assert.Equal([(2, 0), (3, 0), (4, 0), (5, 0), (5, 1)], intake.Ties.Select(tie => (tie.Position.Row, tie.Position.Part)));
        Assert.Equal(
            (2.0, "0", "x"),
            (intake.Ties[0].Said.Weight, intake.Ties[0].Said.Attributes["Id"], intake.Ties[0].Said.Attributes["Label"])
        );
    }

    [Fact]
    public async Task Type_is_the_relation_where_one_value_is_no_direction_however_late_it_comes()
    {
        var directed = string.Concat(Enumerable.Repeat("a,b,directed\n", 100_500));
        using var intake = new Intake().With("Source,Target,Type\n" + directed + "a,c,supplies\n");

        var report = await intake.ReportAsync();

        Assert.Equal(100_501, report.RowsTaken);
        Assert.Equal(RelationshipType.Supplies, intake.Ties[^1].Said.Type);
        Assert.Equal((RelationshipType.Knows, "directed"), (intake.Ties[0].Said.Type, intake.Ties[0].Said.Kind));
    }

    [Fact]
    public async Task Nodes_are_businesses_by_id_and_label()
    {
        using var intake = new Intake().With("Source,Target\n1,2\n", "edges.csv").With("Id,Label\n1,Oak\n2,\n", "nodes.csv");

        await intake.RunAsync();

        Assert.Equal(["1", "2"], intake.Businesses.Select(business => business.Business.Value));
        Assert.Equal(("Oak", null), (intake.Businesses[0].Said.Name, intake.Businesses[1].Said.Name));
        Assert.Equal([0, 1, 1], intake.Store.Claims.Select(claim => claim.Position.File));
    }

    [Fact]
    public async Task Source_and_target_may_be_names_where_the_businesses_have_no_ids()
    {
        using var intake = new Intake()
            .With("Name,Town\nOak,Burnley\n", "nodes.csv")
            .With("Source,Target\nOak,Elm\n", "edges.csv");

        await intake.RunAsync();

        Assert.False(intake.Tie.From.IsId);
    }
}
