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
        Assert.Equal((14573, 0), (report.RowsTaken, report.RowsRefused));
        var first = store.Businesses.First().Said;
        Assert.Equal("STELLAR CLEANING LLC", first.Name);
        Assert.Equal(("JACKSONVILLE", "72076"), (first.Place!.Locality, first.Place.PostalCode));
    }

    [Fact]
    public async Task Public_contracts_are_taken_from_their_releases()
    {
        var (store, report) = await ImportAsync(["uk_contracts_ocds/releases.ndjson.gz"]);

        // Of 201 releases of 191 processes the latest: counted with Python's json module.
        // One award names one supplier under two names: 249 of 250 count.
        Assert.Equal((442 + 249, 0), (report.RowsTaken, report.RowsRefused));
        Assert.Equal(406, store.Businesses.Select(business => business.Business).Distinct().Count());
        Assert.Equal(249, store.Ties.Count());
        Assert.Equal(948_828_821.86m, store.Ties.Sum(tie => tie.Said.Amount));
        Assert.Equal(118, store.Ties.Count(tie => tie.Said.Attributes.ContainsKey("award shared by")));
        Assert.All(
            store.Ties,
            tie => Assert.Equal((RelationshipType.Supplies, "CPV"), (tie.Said.Type, tie.Said.Industry!.Scheme))
        );
        Assert.All(store.Ties, tie => Assert.NotNull(tie.Event!.Document));
    }

    [Theory]
    [InlineData("email_enron", 183_831, 36_692)]
    [InlineData("facebook_combined", 88_234, 4_039)]
    [InlineData("ca_condmat", 91_342, 21_363)]
    [InlineData("wiki_vote", 103_689, 7_115)]
    [InlineData("pgp", 24_316, 10_680)]
    public async Task Graphs_of_researchers_are_taken_as_they_are(string name, int ties, int nodes)
    {
        var (store, report) = await ImportAsync([$"graphs/{name}.txt.gz"]);

        // As graphs.csv beside them says.
        Assert.Equal((ties, 0), (report.RowsTaken, report.RowsRefused));
        Assert.Equal(nodes, store.Ties.SelectMany(tie => new[] { tie.From.Text, tie.To.Text }).Distinct().Count());
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
