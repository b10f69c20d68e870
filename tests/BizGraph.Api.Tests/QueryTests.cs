using System.Net.Http.Json;
using System.Text.Json;

namespace BizGraph.Api.Tests;

/// <summary>Each GraphQL field on one small town, drawn here; expectations are counted on the drawing.</summary>
/// <remarks>
/// <code>
///   farm --> mill --> bakery --> cafe      (supplies; the mill sells to the bakery for 1,200 and 300 GBP)
///     ^                 |
///     +-----------------+                  (the bakery sells its bran back to the farm: a cycle)
///   bakery == cafe                         (partners)
///   bank (Finance), forge (no tie), old (closed, tied to the cafe)
/// </code>
/// </remarks>
public sealed class QueryTests
{
    const string Nodes = """
        id,name,kind,locality,industry,industry_code,industry_scheme,employees,tags,status
        farm,Hill Farm,,Ham,Farm,01110,UK SIC,4,organic,
        mill,Mill,,Ham,Flour mill,10611,UK SIC,6,organic|heritage,
        bakery,Old Bakery,,Ely,Bakery,10710,UK SIC,9,,
        cafe,Café Blue,,Ely,Café,56102,UK SIC,5,,
        bank,Town Bank,finance,Ely,,,,,,
        forge,Forge,,Ham,,,,,,
        old,Old Shop,,Ely,,,,,,closed
        """;

    const string Ties = """
        from,to,type,amount,currency,since
        farm,mill,supplies,5000,GBP,2023-01-01
        mill,bakery,supplies,1200,GBP,2024-05-01
        mill,bakery,supplies,300,GBP,2022-05-01
        bakery,cafe,supplies,,,
        bakery,farm,supplies,,,
        cafe,bakery,partner,,,
        old,cafe,supplies,,,
        """;

    [Fact]
    public async Task One_business_by_id_or_name()
    {
        var data = await AskAsync(
            """
            { a: business(id: "mill") { ...B } b: business(id: "café blue") { id } c: business(id: "nobody") { id } }
            fragment B on Business {
                id name kind industry { code scheme title } place { locality } employees tags status connections isListed
                relationships { nodes { from { id } to { id } type amount currency since ended } }
            }
            """
        );

        // Mill is tied to the farm and the bakery; 1,200 + 300 is one tie since the earlier day.
        Same(
            """
            {"a":{"id":"mill","name":"Mill","kind":"BUSINESS","industry":{"code":"10611","scheme":"UK SIC","title":"Flour mill"},
            "place":{"locality":"Ham"},"employees":6,"tags":["organic","heritage"],"status":"ACTIVE","connections":2,"isListed":true,
            "relationships":{"nodes":[
            {"from":{"id":"farm"},"to":{"id":"mill"},"type":"SUPPLIES","amount":5000,"currency":"GBP","since":"2023-01-01","ended":false},
            {"from":{"id":"mill"},"to":{"id":"bakery"},"type":"SUPPLIES","amount":1500,"currency":"GBP","since":"2022-05-01","ended":false}]}},
            "b":{"id":"cafe"},"c":null}
            """,
            data
        );
    }

    [Fact]
    public async Task Businesses_by_page_filter_and_order()
    {
        var data = await AskAsync(
            """
            {
                first: businesses(first: 2) { totalCount nodes { id } pageInfo { hasNextPage } }
                ham: businesses(where: { locality: "HAM", tag: "organic" }) { nodes { id } }
                isolated: businesses(where: { isIsolated: true }) { nodes { id } }
                named: businesses(first: 1, orderBy: NAME) { nodes { name } }
                tied: businesses(first: 2, orderBy: CONNECTIONS) { nodes { id connections } }
                trade: businesses(where: { industryCode: "10" }) { totalCount }
            }
            """
        );

        Same(
            """
            {"first":{"totalCount":7,"nodes":[{"id":"bakery"},{"id":"bank"}],"pageInfo":{"hasNextPage":true}},
            "ham":{"nodes":[{"id":"farm"},{"id":"mill"}]},
            "isolated":{"nodes":[{"id":"bank"},{"id":"forge"}]},
            "named":{"nodes":[{"name":"Café Blue"}]},
            "tied":{"nodes":[{"id":"bakery","connections":3},{"id":"farm","connections":2}]},
            "trade":{"totalCount":2}}
            """,
            data
        );
    }

    [Fact]
    public async Task A_page_goes_on_after_its_cursor()
    {
        await using var service = await RunningService.StartWithAsync(Nodes, Ties);
        var seen = new List<string>();
        for (string? after = null; ; )
        {
            var cursor = after is null ? "" : $", after: \"{after}\"";
            var page = (
                await service.QueryAsync(
                    $"{{ businesses(first: 3{cursor}) {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"
                )
            ).GetProperty("businesses");
            seen.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(["bakery", "bank", "cafe", "farm", "forge", "mill", "old"], seen);
    }

    [Fact]
    public async Task Isolated_are_open_businesses_without_a_tie() =>
        Same(
            """{"isolated":{"totalCount":1,"nodes":[{"id":"forge"}]}}""",
            await AskAsync("{ isolated { totalCount nodes { id } } }")
        );

    [Fact]
    public async Task The_overview_counts_what_is_open()
    {
        var data = await AskAsync(
            """
            { overview { version businesses otherOrganizations relationshipsByType { type count } isolated
                bestConnected { business { id } connections } firstGap { kind businesses { id } sentence } } }
            """
        );

        // Open: farm, mill, bakery, cafe, forge, and the bank.
        Same(
            """
            {"overview":{"version":1,"businesses":5,"otherOrganizations":1,
            "relationshipsByType":[{"type":"SUPPLIES","count":4},{"type":"PARTNERS","count":1}],"isolated":1,
            "bestConnected":[{"business":{"id":"bakery"},"connections":3},{"business":{"id":"farm"},"connections":2},{"business":{"id":"mill"},"connections":2}],
            "firstGap":{"kind":"ISOLATED","businesses":[{"id":"forge"}],"sentence":"Forge has no tie to any of the 5 others in the network."}}}
            """,
            data
        );
    }

    [Fact]
    public async Task Supply_chains_go_tier_by_tier_and_say_their_cycles()
    {
        var data = await AskAsync(
            """
            {
                up: supplyChain(of: "cafe") { tiers { number businesses { id } } cycles { businesses { id } } }
                down: supplyChain(of: "farm", direction: DOWNSTREAM, tiers: 2) { tiers { number businesses { id } } }
                none: supplyChain(of: "nobody") { direction }
            }
            """
        );

        Same(
            """
            {"up":{"tiers":[{"number":1,"businesses":[{"id":"bakery"}]},{"number":2,"businesses":[{"id":"mill"}]},{"number":3,"businesses":[{"id":"farm"}]}],
            "cycles":[{"businesses":[{"id":"bakery"},{"id":"farm"},{"id":"mill"}]}]},
            "down":{"tiers":[{"number":1,"businesses":[{"id":"mill"}]},{"number":2,"businesses":[{"id":"bakery"}]}]},"none":null}
            """,
            data
        );
    }

    [Fact]
    public async Task Rankings_by_each_measure()
    {
        var data = await AskAsync(
            """
            {
                degree: rankings(by: DEGREE, first: 1) { rank score business { id } }
                betweenness: rankings(by: BETWEENNESS, first: 1) { score business { id } }
                coreness: rankings(by: CORENESS, first: 4) { score business { id } }
                strength: rankings(by: STRENGTH, first: 1) { score business { id } }
            }
            """
        );

        // The cafe reaches farm and mill only through the bakery: 2 pairs. Triangle: coreness 2.
        // Strength of the bakery: mill 2 rows, farm 1, cafe 1 supply and 1 partnership.
        Same(
            """
            {"degree":[{"rank":1,"score":3,"business":{"id":"bakery"}}],"betweenness":[{"score":2,"business":{"id":"bakery"}}],
            "coreness":[{"score":2,"business":{"id":"bakery"}},{"score":2,"business":{"id":"farm"}},{"score":2,"business":{"id":"mill"}},{"score":1,"business":{"id":"cafe"}}],
            "strength":[{"score":5,"business":{"id":"bakery"}}]}
            """,
            data
        );
    }

    [Fact]
    public async Task The_graph_is_parallel_arrays()
    {
        var data = await AskAsync(
            "{ graph(types: [SUPPLIES], directed: true, metrics: [DEGREE]) { version ids from to weight metrics { measure values } } }"
        );

        // Nodes by id: bakery 0, bank 1, cafe 2, farm 3, forge 4, mill 5.
        Same(
            """
            {"graph":{"version":1,"ids":["bakery","bank","cafe","farm","forge","mill"],"from":[0,0,3,5],"to":[2,3,5,0],"weight":[1,1,1,2],
            "metrics":[{"measure":"DEGREE","values":[3,0,1,2,0,2]}]}}
            """,
            data
        );
    }

    [Fact]
    public async Task Imports_are_listed()
    {
        var data = await AskAsync("{ imports { totalCount nodes { number state source rowsRead rowsTaken rowsRefused } } }");

        Same(
            """
            {"imports":{"totalCount":1,"nodes":[{"number":1,"state":"FINISHED","source":"default","rowsRead":14,"rowsTaken":14,"rowsRefused":0}]}}
            """,
            data
        );
    }

    [Fact]
    public async Task Two_triangles_that_one_tie_joins_are_two_communities()
    {
        await using var service = await RunningService.StartWithAsync("from,to\na,b\nb,c\nc,a\nc,d\nd,e\ne,f\nf,d\n");

        var data = await service.QueryAsync(
            "{ communities { number size members { nodes { name } } } overview { communities } }"
        );

        // Seven ties. Apart: 2 (3/7 - (7/14)^2) = 0.357; all in one: 7/7 - 1 = 0.
        Same(
            """
            {"communities":[{"number":1,"size":3,"members":{"nodes":[{"name":"a"},{"name":"b"},{"name":"c"}]}},
            {"number":2,"size":3,"members":{"nodes":[{"name":"d"},{"name":"e"},{"name":"f"}]}}],"overview":{"communities":2}}
            """,
            data
        );
    }

    [Theory]
    [InlineData("{ rankings(by: DEGREE, first: 0) { rank } }", "'first' is 0; expected 1 to 1,000.")]
    [InlineData("{ supplyChain(of: \"cafe\", tiers: 99) { direction } }", "'tiers' is 99; expected 1 to 20.")]
    [InlineData("{ businesses(first: 5000) { totalCount } }", "1000")]
    [InlineData("{ business(id: \"cafe\") { email } }", "email")]
    public async Task What_cannot_be_asked_says_why(string query, string says)
    {
        await using var service = await RunningService.StartWithAsync(Nodes, Ties);

        var answer = await service.Client.PostAsJsonAsync("/graphql", new { query });

        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Contains(says, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(error.TryGetProperty("locations", out _));
    }

    static async Task<JsonElement> AskAsync(string query)
    {
        await using var service = await RunningService.StartWithAsync(Nodes, Ties);
        return await service.QueryAsync(query);
    }

    static void Same(string expected, JsonElement actual) =>
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected).RootElement), JsonSerializer.Serialize(actual));
}
