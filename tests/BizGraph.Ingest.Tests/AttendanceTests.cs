using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Who was where, as ties between those who met.</summary>
public sealed class AttendanceTests
{
    [Fact]
    public async Task Those_at_one_event_know_each_other_once_for_each_event()
    {
        using var intake = new Intake().With("business,event\nOak,fair\nElm,fair\nAsh,fair\nOak,club\nElm,club\nYew,dinner\n");

        var report = await intake.ReportAsync();

        // networkx 3.6.1, bipartite.weighted_projected_graph.
        Assert.Equal(
            [("Ash", "Elm", 1), ("Ash", "Oak", 1), ("Elm", "Oak", 2)],
            Weights(intake).Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value)).Order()
        );
        Assert.All(intake.Ties, tie => Assert.Equal((RelationshipType.Knows, null), (tie.Said.Type, tie.Said.Directed)));
        Assert.Equal("Yew", intake.Business.Said.Name);
        Assert.Equal((6, 0), (report.RowsTaken, report.ProblemCount));
    }

    [Fact]
    public async Task A_meeting_is_an_event_that_another_file_names_again()
    {
        using var intake = new Intake().With("Firma;Veranstaltung;Datum\nOak;Stammtisch;31.01.2025\nElm;Stammtisch;31.01.2025\n");

        await intake.RunAsync();

        Assert.Equal(new RelationshipEvent(new DateOnly(2025, 1, 31), "Stammtisch"), intake.Tie.Event);
    }

    [Fact]
    public async Task One_name_on_two_days_is_two_events()
    {
        using var intake = new Intake().With(
            "name,meeting,date\nOak,monthly,2025-01-01\nElm,monthly,2025-01-01\nOak,monthly,2025-02-01\nElm,monthly,2025-02-01\nAsh,monthly,2025-02-01\n"
        );

        await intake.RunAsync();

        Assert.Equal(2, Weights(intake)[("Elm", "Oak")]);
        Assert.Equal(1, Weights(intake)[("Ash", "Oak")]);
    }

    [Fact]
    public async Task Written_twice_a_business_was_there_once()
    {
        using var intake = new Intake().With("business,event\nOak,fair\nOAK ,fair\nElm,fair\n");

        var report = await intake.ReportAsync();

        Assert.Equal(("Oak", "Elm"), (intake.Tie.From.Text, intake.Tie.To.Text));
        Assert.Equal(ImportProblemKind.DuplicateRow, Assert.Single(report.Problems).Kind);
    }

    [Theory]
    [InlineData(200, 200 * 199 / 2)]
    [InlineData(201, 0)]
    public async Task An_event_over_the_limit_is_left_out_and_said_and_its_businesses_stay(int size, int ties)
    {
        using var intake = new Intake().With(
            "business,event\n" + string.Concat(Enumerable.Range(0, size).Select(i => $"b{i},mass\n"))
        );

        var report = await intake.ReportAsync();

        Assert.Equal(ties, intake.Ties.Count);
        Assert.Equal(ties > 0 ? 0 : size, intake.Businesses.Count);
        Assert.Equal(ties > 0 ? [] : ["mass: 201 businesses"], report.Problems.Select(problem => problem.Found));
    }

    [Fact]
    public async Task A_list_that_says_more_of_its_businesses_is_a_list_of_businesses()
    {
        using var intake = new Intake().With("name,town,industry,club\nOak,Burnley,Bakery,Rotary\n");

        await intake.RunAsync();

        Assert.Equal("Rotary", intake.Business.Said.Attributes["club"]);
    }

    [Fact]
    public async Task Stopped_and_run_again_it_comes_to_the_same()
    {
        var rows = string.Concat(Enumerable.Range(0, 25_000).Select(i => $"b{i % 997},e{i / 20}\n"));
        using var whole = new Intake().With("business,event\n" + rows);
        using var broken = new Intake().With("business,event\n" + rows);
        await whole.RunAsync();
        broken.Store.FailOnBatch = 3;

        await Assert.ThrowsAsync<StoreException>(() => broken.RunAsync());
        broken.Store.FailOnBatch = null;
        await broken.RunAsync();

        Assert.Equal(whole.Store.Claims, broken.Store.Claims);
    }

    static Dictionary<(string, string), int> Weights(Intake intake) =>
        intake
            .Ties.CountBy(tie =>
                string.CompareOrdinal(tie.From.Text, tie.To.Text) < 0
                    ? (tie.From.Text, tie.To.Text)
                    : (tie.To.Text, tie.From.Text)
            )
            .ToDictionary();
}
