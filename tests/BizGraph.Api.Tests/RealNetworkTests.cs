using System.Globalization;
using System.Text.Json;
using BizGraph.Analysis;
using BizGraph.Ingest;
using BizGraph.Store;

namespace BizGraph.Api.Tests;

/// <summary>Real files as they are, from their rows to the answers; igraph 1.0.0 is the oracle (scripts/oracle-contracts).</summary>
public sealed class RealNetworkTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lancashire_contracts", 601 + 793)]
    [InlineData("uk_contracts_ocds", 364 + 267)]
    public async Task Contract_networks_agree_with_igraph(string name, int rows)
    {
        var (snapshot, report) = await ReadAsync(name, ["nodes.csv", "edges.csv"]);

        Assert.Equal((rows, rows, 0), (report.RowsRead, report.RowsTaken, report.RowsRefused));
        var expected = Oracle.GetProperty(name);
        var graph = snapshot.Graph(GraphView.Default);
        Assert.Equal(expected.GetProperty("nodes").GetInt32(), graph.NodeCount);
        Assert.Equal(expected.GetProperty("edges").GetInt32(), graph.EdgeCount);
        Assert.Equal(expected.GetProperty("directedEdges").GetInt32(), snapshot.Graph(GraphView.Supply).EdgeCount);
        var components = snapshot.Components;
        Assert.Equal(
            Histogram(expected, "componentSizes"),
            Histogram(Enumerable.Range(0, components.Count).Select(components.SizeOf))
        );
        AssertCounts(expected, "degrees", "degreeByPlace", snapshot.Degrees);
        AssertCounts(expected, "coreness", "corenessByPlace", snapshot.Coreness);
        AssertBetweenness(expected, snapshot.Betweenness);
    }

    [Fact]
    public async Task Lawyers_known_by_id_alone_are_taken_in_with_three_sorts_of_tie()
    {
        var (snapshot, report) = await ReadAsync("lazega_law_firm", ["nodes.csv", "edges.csv"]);

        // 71 lawyers; 892 seek advice, 1,104 work together and 575 are friends, as the rows name them.
        Assert.Equal((71 + 2571, 0), (report.RowsTaken, report.RowsRefused));
        Assert.Equal(71, snapshot.NodeCount);
        var rowsByType = snapshot
            .Relationships.GroupBy(r => r.Type)
            .ToDictionary(g => g.Key.ToString(), g => g.Sum(r => r.Weight));
        Assert.Equal((892d, 1104d, 575d), (rowsByType["Mentors"], rowsByType["Partners"], rowsByType["Knows"]));
        // The first row says that L01 seeks advice from L02: L02 mentors L01.
        Assert.Contains(snapshot.Relationships, r => (r.From.Value, r.To.Value, r.Type.ToString()) == ("L02", "L01", "Mentors"));
    }

    [Fact]
    public async Task Industries_are_taken_in_with_columns_named_by_hand()
    {
        var (snapshot, report) = await ReadAsync(
            "industry_bea_use",
            ["use_2022_summary_long.csv"],
            "from=commodity",
            "to=buying_industry",
            "amount=million_usd"
        );

        // 3,872 cells, 64 of them on the diagonal (awk -F, '$1 == $3' counts the unquoted ones).
        Assert.Equal((3872, 0), (report.RowsTaken, report.RowsRefused));
        Assert.Equal(3872, snapshot.Relationships.Count);
        Assert.Equal(
            120_114,
            snapshot.Relationships.Single(r => snapshot.Find(r.From)!.Name == "111CA" && r.From == r.To).Facts.Amount
        );
        Assert.True(snapshot.SupplyCycles.SizeOf(0) > 1, "Industries buy from each other in circles.");
    }

    async Task<(NetworkSnapshot Snapshot, Model.ImportReport Report)> ReadAsync(
        string name,
        string[] files,
        params string[] columns
    )
    {
        var data = Environment.GetEnvironmentVariable("BIZGRAPH_DATA");
        Assert.SkipWhen(data is null, "BIZGRAPH_DATA names no folder of real data.");
        await using var store = NetworkStores.Open(_folder.File(name + ".db"));
        var request = new ImportRequest { Files = [.. files.Select(file => Path.Combine(data!, name, file))], Columns = columns };
        var outcome = await new ImportJob(store).RunAsync(request);
        return (await NetworkSnapshot.ReadAsync(store), outcome.Import.Report!);
    }

    static JsonElement Oracle { get; } =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "RealNetworks.igraph.json"))).RootElement;

    static void AssertCounts(JsonElement expected, string histogram, string byPlace, NodeCounts counts)
    {
        Assert.Equal(Histogram(expected, histogram), Histogram(counts.Values.ToArray()));
        var weighed = Enumerable.Range(0, counts.Count).Sum(node => (long)node * counts[node]);
        Assert.Equal(expected.GetProperty(byPlace).GetInt64(), weighed);
    }

    static void AssertBetweenness(JsonElement expected, NodeScores scores)
    {
        const double Relative = 1e-9;
        var values = scores.ToArray().Select(score => score!.Value).ToList();
        Close("betweennessSum", values.Sum());
        Close("betweennessSquareSum", values.Sum(b => b * b));
        Close("betweennessByPlace", values.Select((b, node) => b * node).Sum());
        var top = expected.GetProperty("betweennessTop").EnumerateArray().Select(b => b.GetDouble());
        Assert.All(top.Zip(values.OrderDescending()), pair => Assert.Equal(pair.First, pair.Second, Relative * pair.First));

        void Close(string name, double value)
        {
            var igraph = expected.GetProperty(name).GetDouble();
            Assert.Equal(igraph, value, Relative * igraph);
        }
    }

    static SortedDictionary<int, int> Histogram(IEnumerable<int> values) => new(values.CountBy(value => value).ToDictionary());

    static SortedDictionary<int, int> Histogram(JsonElement expected, string name) =>
        new(
            expected
                .GetProperty(name)
                .EnumerateObject()
                .ToDictionary(p => int.Parse(p.Name, CultureInfo.InvariantCulture), p => p.Value.GetInt32())
        );
}
