using System.Text.RegularExpressions;
using BizGraph.Model;
using BizGraph.Store.Neo4j;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>The queries of docs/neo4j.md, each run on a small town; expected answers are counted by hand.</summary>
public sealed partial class Neo4jDocsTests(Neo4jServer server)
{
    static readonly Dictionary<string, Place> Places = new()
    {
        ["bakery"] = new Place
        {
            Locality = "Ham",
            Latitude = 52.0,
            Longitude = 0.1,
        },
        ["mill"] = new Place
        {
            Locality = "Ham",
            Latitude = 52.0,
            Longitude = 0.11,
        },
    };

    static readonly BusinessFacts Member = new() { Networks = ["Chamber"] };

    // 7: a hundredth of a degree at 52 north, on a sphere of 6378.14 km: 6378140 * pi / 18000 * cos(52 degrees).
    [Theory]
    [InlineData(1, """["Bakery","Forge",8000.5,"GBP"]|["Mill","Bakery",1200.0,"GBP"]|["Farm","Mill",500.0,"GBP"]""")]
    [InlineData(2, """["Inn"]""")]
    [InlineData(3, """["Bakery",1,1]|["Mill",1,1]""")]
    [InlineData(4, """[1,"Mill"]|[2,"Farm"]""")]
    [InlineData(5, """["Mill","Bakery"]""")]
    [InlineData(6, """["Chamber",2,1]""")]
    [InlineData(7, """["Bakery",0.0]|["Mill",685.4]""")]
    [InlineData(8, """["SUPPLIES",2023,1]|["SUPPLIES",2024,2]""")]
    [InlineData(9, """["Mill","town.csv",3]""")]
    [InlineData(10, """[0,"Bakery"]|[0,"Mill"]""")]
    public async Task The_query_answers_as_the_page_says(int number, string expected)
    {
        var queries = Queries();
        Assert.Equal(10, queries.Count);
        var own = await server.TakeAsync();
        await using var store = (Neo4jNetworkStore)own.Open();
        await FillAsync(store);

        // The test's part of the database has a prefix before each label.
        var statement = Labels()
            .Replace(queries[number - 1], $":{own.Prefix}$1")
            .Replace("$business", "'bakery'", StringComparison.Ordinal);
        var rows = await own.RowsAsync(statement);

        Assert.Equal(expected.Split('|'), rows.Select(row => row.Replace(" ", "", StringComparison.Ordinal)));
        server.Return(own);
    }

    [Fact]
    public async Task A_change_made_in_Cypher_is_shown_until_the_business_changes()
    {
        var own = await server.TakeAsync();
        await using var store = own.Open();
        await FillAsync(store);

        await own.RunAsync($"MATCH (b:{own.Prefix}Business {{id: 'inn'}}) SET b.employees = 99, b.mine = 'x'");
        Assert.Equal(99, (await Shown.BusinessesAsync(store)).Single(b => b.Id.Value == "inn").Facts.Employees);

        await ImportAsync(store, new ClaimFile("later.csv").Business("inn", "The Inn"));
        Assert.Null((await Shown.BusinessesAsync(store)).Single(b => b.Id.Value == "inn").Facts.Employees);
        Assert.Equal(["[\"x\"]"], await own.RowsAsync($"MATCH (b:{own.Prefix}Business {{id: 'inn'}}) RETURN b.mine"));
        server.Return(own);
    }

    [Fact]
    public async Task What_was_published_and_properties_of_ones_own_stay_when_an_import_changes_a_business_and_its_ties()
    {
        var own = await server.TakeAsync();
        await using var store = own.Open();
        await FillAsync(store);
        var mill = $"MATCH (m:{own.Prefix}Business {{id: 'mill'}})-[s:SUPPLIES]->(b)";
        await own.RunAsync($"{mill} SET m.mine = 'x', s.mine = 'y', m.phone = '1', s.note = 'z'");

        await ImportAsync(
            store,
            new ClaimFile("later.csv").Business("mill", "New Mill").Tie("mill", "bakery", amount: 1300, facts: Supply(2024))
        );

        Assert.Equal(
            ["""["New Mill",0,0.25,"x",null,1300.0,"y",null]"""],
            await own.RowsAsync(
                $"{mill} RETURN m.name, m.bizgraph_community, m.bizgraph_pagerank, m.mine, m.phone, s.amount, s.mine, s.note"
            )
        );
        server.Return(own);
    }

    [Fact]
    public async Task Nodes_of_others_among_ours_are_not_read_and_stay()
    {
        var own = await server.TakeAsync();
        await using var store = own.Open();
        await FillAsync(store);
        var before = await Shown.InAsync(store);

        await own.RunAsync(
            $"MATCH (a:{own.Prefix}Business {{id: 'inn'}}) CREATE (p:{own.Prefix}Person)-[:DRINKS_AT]->(a)-[:SUPPLIES]->(:{own.Prefix}Business {{name: 'No id'}})"
        );

        Assert.Equal(before, await Shown.InAsync(store));
        await ImportAsync(store, new ClaimFile("later.csv").Business("inn", "The Inn"));
        Assert.Equal(["[1]"], await own.RowsAsync($"MATCH (:{own.Prefix}Person)-[:DRINKS_AT]->(b) RETURN count(b)"));
        await own.RunAsync($"MATCH (n:{own.Prefix}Person) DETACH DELETE n");
        server.Return(own);
    }

    static async Task FillAsync(INetworkStore store)
    {
        var town = new ClaimFile("town.csv")
            .Business("bakery", "Bakery", facts: Member with { Ownership = Ownership.LocalIndependent })
            .Business("mill", "Mill", facts: Member)
            .Business("inn", "Inn")
            .Business("farm", "Farm")
            .Business("forge", "Forge")
            .Tie("farm", "mill", amount: 500, facts: Supply(2023))
            .Tie("mill", "bakery", amount: 1200, facts: Supply(2024))
            .Tie("bakery", "forge", amount: 8000.50m, facts: Supply(2024));
        await ImportAsync(store, town);
        await ((Neo4jNetworkStore)store).PublishAsync([
            (
                new BusinessId("bakery"),
                new Dictionary<string, object?> { ["bizgraph_community"] = 0L, ["bizgraph_pagerank"] = 0.3 }
            ),
            (
                new BusinessId("mill"),
                new Dictionary<string, object?> { ["bizgraph_community"] = 0L, ["bizgraph_pagerank"] = 0.25 }
            ),
        ]);
    }

    static RelationshipFacts Supply(int year) =>
        new()
        {
            Type = RelationshipType.Supplies,
            Currency = "GBP",
            Since = new DateOnly(year, 5, 1),
        };

    static async Task ImportAsync(INetworkStore store, ClaimFile file)
    {
        var import = (await store.BeginAsync(new ImportPlan(file.Source, [file.Identity], []))).Number;
        var claims = file.Claims()
            .ConvertAll(claim =>
                claim is BusinessClaim business && Places.TryGetValue(business.Business.Value, out var place)
                    ? business with
                    {
                        Said = business.Said with { Place = place },
                    }
                    : claim
            );
        await store.AppendAsync(import, claims, new ClaimPosition(0, file.RowCount + 1));
        await store.FinishAsync(import, new ImportReport());
    }

    static List<string> Queries()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BizGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return
        [
            .. Fences()
                .Matches(File.ReadAllText(Path.Combine(folder, "docs", "neo4j.md")))
                .Select(match => match.Groups[1].Value),
        ];
    }

    [GeneratedRegex("```cypher\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(":(Business|Network|ImportBatch|Import|BizGraphStore)\\b")]
    private static partial Regex Labels();
}
