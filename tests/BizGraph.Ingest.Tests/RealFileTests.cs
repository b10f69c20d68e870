using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Real lists, as they are. Counts are those of their rows, counted with Python's csv module.</summary>
public sealed class RealFileTests
{
    static string Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("BIZGRAPH_DATA");
            Assert.SkipWhen(string.IsNullOrEmpty(folder), "BIZGRAPH_DATA does not name the folder with the real lists.");
            return folder!;
        }
    }

    [Theory]
    [InlineData("lancashire_contracts", 601, 793, RelationshipType.Supplies)]
    [InlineData("uk_contracts_ocds", 364, 267, RelationshipType.Supplies)]
    public async Task Public_contracts_are_taken_whole(string name, int businesses, int ties, RelationshipType type)
    {
        var (store, report) = await ImportAsync([$"{name}/edges.csv", $"{name}/nodes.csv"]);

        Assert.Equal(businesses + ties, report.RowsTaken);
        Assert.Equal(0, report.RowsRefused);
        Assert.Equal(businesses, store.Businesses.Count());
        Assert.Equal(ties, store.Ties.Count());
        Assert.All(store.Ties, tie => Assert.Equal((type, null, true), (tie.Said.Type, tie.Said.Kind, tie.From.IsId)));
    }

    [Fact]
    public async Task A_law_firm_has_three_relations_and_businesses_by_id_alone()
    {
        var (store, report) = await ImportAsync(["lazega_law_firm/nodes.csv", "lazega_law_firm/edges.csv"]);

        Assert.Equal((71 + 2571, 0), (report.RowsTaken, report.RowsRefused));
        var byType = store.Ties.CountBy(tie => (tie.Said.Type, tie.Said.Kind)).ToDictionary();
        Assert.Equal(892, byType[(RelationshipType.Mentors, null)]);
        Assert.Equal(1104, byType[(RelationshipType.Partners, null)]);
        Assert.Equal(575, byType[(RelationshipType.Knows, "friend of")]);
        // "L01 seeks advice from L02": L02 is the mentor.
        Assert.Equal(("L02", "L01"), (store.Ties.First().From.Text, store.Ties.First().To.Text));
        Assert.Equal(71, report.Problems.Single(problem => problem.Kind == ImportProblemKind.MissingName).Count);
    }

    [Fact]
    public async Task Industries_buy_commodities_by_columns_named_by_hand()
    {
        var (store, report) = await ImportAsync(
            ["industry_bea_use/use_2022_summary_long.csv"],
            "from=commodity",
            "to=buying_industry",
            "amount=million_usd"
        );

        Assert.Equal((3872, 0), (report.RowsTaken, report.RowsRefused));
        var first = store.Ties.First();
        Assert.Equal(("111CA", "111CA", 120114m), (first.From.Text, first.To.Text, first.Said.Amount));
        Assert.All(store.Ties, tie => Assert.Equal(RelationshipType.Supplies, tie.Said.Type));
    }

    [Fact]
    public async Task A_city_lists_its_licences()
    {
        var (store, report) = await ImportAsync(["licences_little_rock/Business_Licenses.csv"]);

        Assert.Equal(14573, report.RowsRead);
        Assert.Equal(report.RowsRead, report.RowsTaken + report.RowsRefused);
        var first = store.Businesses.First().Said;
        Assert.Equal("STELLAR CLEANING LLC", first.Name);
        Assert.Equal(("JACKSONVILLE", "72076"), (first.Place!.Locality, first.Place.PostalCode));
    }

    static async Task<(RecordingStore Store, ImportReport Report)> ImportAsync(string[] files, params string[] columns)
    {
        var store = new RecordingStore();
        var request = new ImportRequest { Files = [.. files.Select(file => Path.Combine(Folder, file))], Columns = columns };
        var outcome = await new ImportJob(store).RunAsync(request, cancellation: TestContext.Current.CancellationToken);
        foreach (var problem in outcome.Import.Report!.Problems)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(problem.ToString());
        }

        return (store, outcome.Import.Report!);
    }
}
