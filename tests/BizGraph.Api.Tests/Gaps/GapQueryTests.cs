using System.Text.Json;

namespace BizGraph.Api.Tests.Gaps;

/// <summary>Gaps in GraphQL and on the pages, over a town of a mill, two shops that it supplies, and a forge without a tie.</summary>
public sealed class GapQueryTests
{
    const string Nodes = """
        id,name,industry,offers,needs
        m,Mill,Flour mill,flour,sacks
        s,Shop <b>,Shop,,
        t,=Tea,Tea room,,gates
        forge,Forge,Smith,gates,
        """;

    const string Ties = "from,to,type\nm,s,supplies\nm,t,supplies\ns,t,knows\n";

    [Fact]
    public async Task A_gap_has_an_identity_words_in_two_languages_and_its_evidence_as_data()
    {
        await using var service = await RunningService.StartWithAsync(Nodes, Ties);

        var data = await service.QueryAsync(
            """
            {
                gaps(kind: ISOLATED) { totalCount nodes {
                    id kind sentence nextAction businessCount businesses { name }
                    action { kind wanted wantedBy { id } businesses { id } }
                    evidence { kind unit value text businesses(first: 1) { id } } } }
                de: gaps(first: 1, language: DE) { nodes { sentence nextAction } }
                known: gap(id: "isolated:forge") { id }
                gone: gap(id: "isolated:m") { id }
            }
            """
        );

        Assert.Equal(
            JsonSerializer.Serialize(
                JsonDocument
                    .Parse(
                        """
                        {"gaps":{"totalCount":1,"nodes":[{"id":"isolated:forge","kind":"ISOLATED",
                        "sentence":"Forge has no tie to any of the 3 others in the network, though one of the others looks for what it offers, or offers what it looks for.",
                        "nextAction":"Introduce Forge to =Tea: =Tea looks for “gates”.","businessCount":1,"businesses":[{"name":"Forge"}],
                        "action":{"kind":"INTRODUCE","wanted":"gates","wantedBy":{"id":"t"},"businesses":[{"id":"forge"},{"id":"t"}]},
                        "evidence":[{"kind":"UNREACHED","unit":"ORGANIZATIONS","value":3,"text":null,"businesses":[]},
                        {"kind":"FITTING","unit":"ORGANIZATIONS","value":1,"text":null,"businesses":[{"id":"t"}]},
                        {"kind":"REACH_GAINED","unit":"ORGANIZATIONS","value":3,"text":null,"businesses":[]}]}]},
                        "de":{"nodes":[{"sentence":"Forge hat zu keiner der 3 anderen Organisationen im Netzwerk eine Verbindung, obwohl eine sucht, was der Betrieb anbietet, oder anbietet, was er sucht.",
                        "nextAction":"Forge und =Tea miteinander bekannt machen: =Tea sucht „gates“."}]},
                        "known":{"id":"isolated:forge"},"gone":null}
                        """
                    )
                    .RootElement
            ),
            JsonSerializer.Serialize(data)
        );
    }

    [Fact]
    public async Task Pages_go_on_after_a_cursor()
    {
        await using var service = await RunningService.StartWithAsync("id,name\na,A\nb,B\nc,C\n");

        var first = (
            await service.QueryAsync("{ gaps(first: 2) { nodes { id } pageInfo { endCursor hasNextPage } } }")
        ).GetProperty("gaps");
        var cursor = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var rest = await service.QueryAsync(
            $"{{ gaps(first: 2, after: \"{cursor}\") {{ nodes {{ id }} pageInfo {{ hasNextPage }} }} }}"
        );

        Assert.Equal(
            ["isolated:a", "isolated:b"],
            first.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString())
        );
        Assert.Equal(
            "isolated:c",
            rest.GetProperty("gaps").GetProperty("nodes").EnumerateArray().Single().GetProperty("id").GetString()
        );
    }

    [Fact]
    public async Task The_pages_show_what_is_missing_with_names_made_harmless()
    {
        await using var service = await RunningService.StartWithAsync(Nodes, Ties);

        var home = await service.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        var page = await service.Client.GetStringAsync(new Uri("/gaps?kind=isolated", UriKind.Relative));
        var other = await service.Client.GetStringAsync(new Uri("/gaps?kind=left", UriKind.Relative));

        foreach (var html in new[] { home, page })
        {
            Assert.Contains("Forge has no tie to any of the 3 others in the network", html, StringComparison.Ordinal);
            Assert.Contains("Introduce Forge to =Tea", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Shop <b>", html, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"/gaps\"", home, StringComparison.Ordinal);
        Assert.Contains("Nothing of this kind.", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wide_question_costs_too_much()
    {
        await using var service = await RunningService.StartWithAsync(Nodes, Ties);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            service.QueryAsync("{ gaps(first: 1000) { nodes { evidence { businesses(first: 50) { name } } } } }")
        );

        Assert.Contains("cost", thrown.Message, StringComparison.OrdinalIgnoreCase);
    }
}
