using System.Text.Json;

namespace BizGraph.Api.Tests.Suggestions;

/// <summary>Suggestions in GraphQL, of small towns drawn beside each test.</summary>
public sealed class SuggestionQueryTests
{
    // Both buy from the mill; Penny offers what the shop looks for, 1.1 km away.
    internal const string Town = """
        id,name,locality,latitude,longitude,offers,needs,open_to
        penny,Penny Column,Ham,52.00,0.00,bookkeeping,,
        shop,Corner Shop,Ham,52.01,0.00,,bookkeeping,
        mill,Old Mill,Ham,52.00,0.01,flour,,
        barn,The Barn,Ham,52.00,0.02,,,

        """;

    internal const string Ties = "from,to,type\nmill,shop,supplies\nmill,penny,supplies\n";

    [Fact]
    public async Task A_suggestion_says_who_why_and_what_it_changes()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var told = await OneAsync(service, "ORGANIZER", "EN");

        Assert.Equal("Corner Shop <- Penny Column SUPPLIER SUPPLIES Penny Column -> Corner Shop", Line(told));
        Assert.Equal("Penny Column could supply Corner Shop.", told.GetProperty("headline").GetString());
        var sentence = told.GetProperty("sentence").GetString()!;
        Assert.Contains(
            "Penny Column offers “bookkeeping”, Corner Shop asks for “bookkeeping”",
            sentence,
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains("both buy from Old Mill", sentence, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Old Mill could introduce them.", sentence, StringComparison.Ordinal);
        // One degree of latitude is 111.2 km.
        Assert.Contains(
            told.GetProperty("reasons").EnumerateArray(),
            reason => reason.GetProperty("clause").GetString() == "both are in Ham, 1.1 km apart"
        );
        Assert.Equal(JsonValueKind.Null, told.GetProperty("probability").ValueKind);
        Assert.Equal(
            "Who comes to whom would stay as it is.",
            told.GetProperty("whatItChanges").GetProperty("sentence").GetString()
        );
        Assert.Contains(
            "Dear Corner Shop, dear Penny Column,",
            told.GetProperty("introduction").GetProperty("body").GetString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Old Mill",
            told.GetProperty("introduction").GetProperty("body").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            told.GetProperty("contributions").EnumerateArray(),
            part =>
                part.GetProperty("evidence").GetString() == "NEEDS_MET_BY_OFFERS"
                || part.GetProperty("evidence").GetString() == "OFFERS_MEET_NEEDS"
        );
    }

    [Fact]
    public async Task A_member_is_addressed_and_not_told_of_the_ties_of_others()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var told = await OneAsync(service, "MEMBER", "EN");

        var sentence = told.GetProperty("sentence").GetString()!;
        Assert.Contains("you asked for “bookkeeping”", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Old Mill", sentence, StringComparison.Ordinal);
        Assert.Empty(told.GetProperty("contributions").EnumerateArray());

        // The mill and Penny allow introductions: their tie is named.
        await service.ImportAsync("id,name,open_to\nmill,Old Mill,introductions\npenny,Penny Column,introductions\n");
        await service.SeesVersionAsync(2);
        Assert.Contains(
            "uy from Old Mill",
            (await OneAsync(service, "MEMBER", "EN")).GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task German_is_spoken()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var told = await OneAsync(service, "ORGANIZER", "DE");

        Assert.Equal("Penny Column könnte Corner Shop beliefern.", told.GetProperty("headline").GetString());
        Assert.Contains("1,1 km voneinander entfernt", told.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "Guten Tag Corner Shop, guten Tag Penny Column,",
            told.GetProperty("introduction").GetProperty("body").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_gap_has_suggestions_that_would_close_it()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var gap = (
            await service.QueryAsync(
                "{ gap(id: \"isolated:barn\") { suggestions(first: 2) { for { id } partner { id } } decision { state } } }"
            )
        ).GetProperty("gap");

        var suggestions = gap.GetProperty("suggestions").EnumerateArray().ToList();
        Assert.Equal(2, suggestions.Count);
        Assert.All(suggestions, next => Assert.Equal("barn", next.GetProperty("for").GetProperty("id").GetString()));
        Assert.Equal(JsonValueKind.Null, gap.GetProperty("decision").ValueKind);
    }

    [Fact]
    public async Task Attendees_are_sent_to_strangers_among_each_other()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var plans = (
            await service.QueryAsync(
                "{ meetings(attendees: [\"shop\", \"penny\", \"mill\", \"nobody\"], each: 2) { attendee { id } meetings { partner { id } } } }"
            )
        ).GetProperty("meetings");

        // The mill knows both of the others already.
        Assert.Equal(
            ["shop: penny", "penny: shop", "mill: "],
            plans
                .EnumerateArray()
                .Select(plan =>
                    $"{plan.GetProperty("attendee").GetProperty("id").GetString()}: {string.Join(' ', plan.GetProperty("meetings").EnumerateArray().Select(next => next.GetProperty("partner").GetProperty("id").GetString()))}"
                )
        );
    }

    [Fact]
    public async Task Five_who_look_for_the_same_make_a_round_table()
    {
        await using var service = await RunningService.StartWithAsync(
            "id,name,industry,needs\na,A,Baker,apprentices\nb,B,Butcher,apprentices\nc,C,Joiner,Apprentices\nd,D,Printer,apprentices\ne,E,Potter,apprentices\nf,F,Grocer,a van\n"
        );

        var tables = (await service.QueryAsync("{ roundTables { question members { id } strangers } }")).GetProperty(
            "roundTables"
        );

        var table = Assert.Single(tables.EnumerateArray());
        Assert.Equal(
            "apprentices a,b,c,d,e 10",
            $"{table.GetProperty("question").GetString()} {string.Join(',', table.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("id").GetString()))} {table.GetProperty("strangers")}"
        );
    }

    [Fact]
    public async Task The_report_says_what_was_learned_from_and_how_well()
    {
        await using var service = await RunningService.StartWithAsync(
            Town,
            Ties + "penny,shop,knows\nmill,barn,supplies\nbarn,shop,supplies\nbarn,penny,supplies\n"
        );

        var report = (
            await service.QueryAsync(
                "{ suggestionReport { trained version ties types { type ties hidden isTrained ours { name aucPr hitsAt10 mrr } baselines { name aucPr } } } }"
            )
        ).GetProperty("suggestionReport");

        Assert.Equal((1L, 6), (report.GetProperty("version").GetInt64(), report.GetProperty("ties").GetInt32()));
        Assert.InRange(
            report.GetProperty("trained").GetDateTimeOffset(),
            DateTimeOffset.UtcNow.AddMinutes(-5),
            DateTimeOffset.UtcNow
        );
        var supply = Assert.Single(report.GetProperty("types").EnumerateArray());
        Assert.Equal(
            "SUPPLIES 5 1 False blend",
            $"{supply.GetProperty("type").GetString()} {supply.GetProperty("ties")} {supply.GetProperty("hidden")} {supply.GetProperty("isTrained")} {supply.GetProperty("ours").GetProperty("name").GetString()}"
        );
        Assert.Contains(
            supply.GetProperty("baselines").EnumerateArray(),
            figure => figure.GetProperty("name").GetString() == "random"
        );
    }

    [Theory]
    [InlineData("suggestions(for: \"shop\", first: 0) { id }", "'first' is 0; expected 1 to 100.")]
    [InlineData("introductions(perBusiness: 6) { totalCount }", "'perBusiness' is 6; expected 1 to 5.")]
    [InlineData("meetings(attendees: []) { attendee { id } }", "'number of attendees' is 0; expected 1 to 2,000.")]
    public async Task A_request_out_of_range_says_what_is_expected(string field, string expected)
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => service.QueryAsync($"{{ {field} }}"));

        Assert.Contains(expected, refused.Message.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_there_has_no_suggestions()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var data = await service.QueryAsync(
            "{ suggestions(for: \"nobody\") { id } suggestion(id: \"supplier:shop+nobody\") { id } nonsense: suggestion(id: \"x\") { id } }"
        );

        Assert.All(data.EnumerateObject(), field => Assert.Equal(JsonValueKind.Null, field.Value.ValueKind));
    }

    static async Task<JsonElement> OneAsync(RunningService service, string viewer, string language) => (
            await service.QueryAsync(
                $$"""
                { suggestions(for: "shop", kinds: [SUPPLIER], first: 3, viewer: {{viewer}}, language: {{language}}) {
                  id for { name } partner { name } kind type from { name } to { name } score probability headline sentence
                  reasons { kind clause businesses { name } count words types number } contributions { evidence type logOdds }
                  whatItChanges { sentence reachBefore reachAfter joinsComponents easedSoleSources { id } }
                  introduction { subject body mailTo } decision { state } } }
                """
            )
        ).GetProperty("suggestions").EnumerateArray().Single(told => told.GetProperty("id").GetString() == "supplier:shop+penny");

    static string Line(JsonElement told)
    {
        return $"{Name("for")} <- {Name("partner")} {told.GetProperty("kind").GetString()} {told.GetProperty("type").GetString()} {Name("from")} -> {Name("to")}";

        string Name(string end) => told.GetProperty(end).GetProperty("name").GetString()!;
    }
}
