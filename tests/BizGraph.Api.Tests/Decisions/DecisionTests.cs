using System.Text.Json;
using BizGraph.Api.Decisions;
using BizGraph.Model;

namespace BizGraph.Api.Tests.Decisions;

/// <summary>What people decide about suggestions and gaps through GraphQL: kept, taken back, and found again.</summary>
public sealed class DecisionTests
{
    // Penny offers what the shop and the inn look for; the forge is tied to the mill only; the barn has nobody.
    const string Town = """
        id,name,industry,locality,offers,needs
        penny,Penny Column,Bookkeeper,Ham,bookkeeping,
        shop,Corner Shop,Grocer,Ham,,bookkeeping
        inn,Old Inn,Public house,Ham,,bookkeeping
        mill,Old Mill,Mill,Ham,flour,
        forge,Forge,Blacksmith,Ham,,
        barn,The Barn,Barn,Ham,,

        """;

    const string Ties = "from,to,type\nmill,shop,supplies\nmill,inn,supplies\nmill,forge,knows\n";

    const string Id = "supplier:shop+penny";

    [Fact]
    public async Task A_suggestion_is_accepted_assigned_introduced_and_each_step_taken_back()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        Assert.Contains(Id, await SuggestedAsync(service, "shop"));

        var accepted = await DecideAsync(service, "acceptSuggestion", $"id: \"{Id}\", by: \"Anna\", note: \"Asked twice\"");
        Assert.Equal("ACCEPTED Anna Asked twice", Line(accepted));
        var assigned = await DecideAsync(service, "assignSuggestion", $"id: \"{Id}\", to: \"Ben\", {After(accepted)}");
        Assert.Equal("ACCEPTED Anna Asked twice -> Ben", Line(assigned));
        var introduced = await DecideAsync(service, "markIntroduced", $"id: \"{Id}\", by: \"Ben\", {After(assigned)}");
        Assert.Equal("INTRODUCED Ben  -> Ben", Line(introduced));

        var back = await DecideAsync(service, "undoSuggestionDecision", $"id: \"{Id}\", {After(introduced)}");
        Assert.Equal("ACCEPTED Anna Asked twice -> Ben", Line(back));
        back = await DecideAsync(service, "undoSuggestionDecision", $"id: \"{Id}\", {After(back)}");
        Assert.Equal("ACCEPTED Anna Asked twice", Line(back));
        back = await DecideAsync(service, "undoSuggestionDecision", $"id: \"{Id}\", {After(back)}");
        Assert.Equal("OPEN  ", Line(back));
        Assert.Equal(
            ["ACCEPT undone", "ASSIGN undone", "INTRODUCE undone"],
            back.GetProperty("steps")
                .EnumerateArray()
                .Select(step =>
                    $"{step.GetProperty("action").GetString()}{(step.GetProperty("isUndone").GetBoolean() ? " undone" : "")}"
                )
        );
        Assert.Equal(
            "DecisionOrderError: Nothing was decided that could be undone.",
            await RefusedAsync(service, "undoSuggestionDecision", $"id: \"{Id}\", {After(back)}")
        );
    }

    [Fact]
    public async Task What_is_accepted_stands_first_among_the_introductions_and_counts_as_one_of_its_businesses()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        const string Chosen = "customer:penny+inn";

        await DecideAsync(service, "acceptSuggestion", $"id: \"{Chosen}\"");

        var ids = await IntroductionsAsync(service, perBusiness: 1);
        Assert.Equal(Chosen, ids[0]);
        Assert.Single(ids, id => id.Contains("penny", StringComparison.Ordinal));
        Assert.Single(ids, id => id.Contains("inn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dismissed_pair_does_not_come_again_from_either_side_until_that_is_undone()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var dismissed = await DecideAsync(service, "dismissSuggestion", $"id: \"{Id}\", reason: \"They fell out\", by: \"Anna\"");

        Assert.Equal("DISMISSED Anna They fell out", Line(dismissed));
        Assert.DoesNotContain(Id, await SuggestedAsync(service, "shop"));
        Assert.DoesNotContain("customer:penny+shop", await SuggestedAsync(service, "penny"));
        Assert.Contains(Id, await SuggestedAsync(service, "shop", ", withPutAside: true"));

        // The next version is trained with it, and does not bring it up again either.
        await service.ImportAsync("id,name\nbarn,The Big Barn\n");
        await service.SeesVersionAsync(2);
        Assert.DoesNotContain(Id, await SuggestedAsync(service, "shop"));
        Assert.Contains(Id, await SuggestedAsync(service, "shop", ", withPutAside: true"));
        Assert.Equal("0 1", await TaughtAsync(service));

        // Taken back, it is there again at once: no import is needed.
        await DecideAsync(service, "undoSuggestionDecision", $"id: \"{Id}\", {After(dismissed)}");
        Assert.Contains(Id, await SuggestedAsync(service, "shop"));
        Assert.Equal("0 0", await TaughtAsync(service));
    }

    [Fact]
    public async Task A_tie_that_holds_is_recorded_as_a_hand_edit_and_goes_with_its_decision()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var holds = await DecideAsync(
            service,
            "recordOutcome",
            $"id: \"{Id}\", holds: true, by: \"Anna\", note: \"First invoice paid\""
        );

        Assert.Equal("HOLDS Anna First invoice paid", Line(holds));
        Assert.Equal("2", holds.GetProperty("import").ToString());
        Assert.Equal(Import.ByHand, (await service.Store.ImportsAsync())[^1].Source);
        Assert.Equal(["mill SUPPLIES shop", "penny SUPPLIES shop"], await TiesAsync(service, "shop"));
        Assert.Equal(6, await CountAsync(service));
        Assert.DoesNotContain(Id, await SuggestedAsync(service, "shop"));
        Assert.Contains(
            "undo that first",
            await RefusedAsync(service, "dismissSuggestion", $"id: \"{Id}\", reason: \"no\", {After(holds)}"),
            StringComparison.Ordinal
        );

        var undone = await DecideAsync(service, "undoSuggestionDecision", $"id: \"{Id}\", {After(holds)}");
        Assert.Equal("OPEN  ", Line(undone));
        Assert.Equal(["mill SUPPLIES shop"], await TiesAsync(service, "shop"));
        Assert.Contains(Id, await SuggestedAsync(service, "shop"));

        var nothing = await DecideAsync(service, "recordOutcome", $"id: \"{Id}\", holds: false, {After(undone)}");
        Assert.Equal("CAME_TO_NOTHING GraphQL ", Line(nothing));
        Assert.DoesNotContain(Id, await SuggestedAsync(service, "shop"));
    }

    [Fact]
    public async Task A_tie_by_hand_holds_between_businesses_without_ids_of_their_own()
    {
        await using var service = await RunningService.StartWithAsync(
            "name,offers,needs\nA & B,pies,\nC,,pies\n",
            "from,to,type\nC,D,supplies\n"
        );

        await DecideAsync(service, "recordOutcome", "id: \"supplier:~c+~a-%26-b\", holds: true");
        await DecideAsync(service, "recordOutcome", "id: \"customer:~d+~a-%26-b\", holds: true");

        Assert.Equal(["~a-&-b SUPPLIES ~c", "~c SUPPLIES ~d"], await TiesAsync(service, "~c"));
        Assert.Equal(["~c SUPPLIES ~d", "~d SUPPLIES ~a-&-b"], await TiesAsync(service, "~d"));
        Assert.Equal(3, await CountAsync(service));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_and_nothing_is_lost()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        var first = await DecideAsync(service, "acceptSuggestion", $"id: \"{Id}\", by: \"Anna\"");

        // Ben saw it open; the same tie, told from its other end.
        var refused = await RefusedAsync(
            service,
            "dismissSuggestion",
            "id: \"customer:penny+shop\", reason: \"No\", by: \"Ben\""
        );

        Assert.Matches(
            $"^DecidedMeanwhileError: Anna changed it meanwhile, at .*; it stands at revision {first.GetProperty("revision")}\\.",
            refused
        );
        Assert.Equal("ACCEPTED Anna ", Line(await DecisionOfAsync(service, Id)));
    }

    [Fact]
    public async Task Of_many_who_record_a_tie_at_once_one_does_and_there_is_one_hand_edit()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(who => AskAsync(service, "recordOutcome", $"id: \"{Id}\", holds: true, by: \"{who}\""))
        );

        Assert.Single(outcomes, outcome => outcome.GetProperty("errors").ValueKind == JsonValueKind.Null);
        Assert.Single(await service.Store.ImportsAsync(), import => import.Source == Import.ByHand);
    }

    [Fact]
    public async Task A_decision_survives_an_import_again_and_a_merge()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        await DecideAsync(service, "dismissSuggestion", $"id: \"{Id}\", reason: \"They fell out\"");
        await DecideAsync(service, "dismissGap", "id: \"isolated:barn\", reason: \"A barn\"");

        await service.ImportAsync("id,name,needs\nshop,Corner Shop & Deli,bookkeeping\nshop2,The Corner Shop,bookkeeping\n");
        await service.SeesVersionAsync(2);
        Assert.Equal("DISMISSED GraphQL They fell out", Line(await DecisionOfAsync(service, Id)));

        // The other one was given later: the shop keeps its id. Then the shop is merged into one that was given first.
        await service.QueryAsync("mutation { confirmDuplicate(one: \"shop\", other: \"shop2\") { errors { __typename } } }");
        Assert.DoesNotContain(Id, await SuggestedAsync(service, "shop2"));
        Assert.Equal("DISMISSED GraphQL They fell out", Line(await DecisionOfAsync(service, "supplier:shop2+penny")));
        await service.QueryAsync("mutation { confirmDuplicate(one: \"penny\", other: \"mill\") { errors { __typename } } }");
        Assert.Equal("DISMISSED GraphQL They fell out", Line(await DecisionOfAsync(service, "supplier:shop+mill")));
        Assert.DoesNotContain("isolated:barn", await GapsAsync(service));

        // Who decides next goes on where the others left it.
        var known = await DecisionOfAsync(service, "customer:mill+shop2");
        var undone = await DecideAsync(service, "undoSuggestionDecision", $"id: \"customer:mill+shop2\", {After(known)}");
        Assert.Equal("OPEN  ", Line(undone));
    }

    [Fact]
    public async Task A_gap_is_taken_up_dismissed_assigned_done_and_each_step_taken_back()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        const string Gap = "isolated:barn";
        Assert.Contains(Gap, await GapsAsync(service));

        var accepted = await DecideAsync(service, "acceptGap", $"id: \"{Gap}\", by: \"Anna\"");
        Assert.Equal("ACCEPTED Anna ", Line(accepted));
        var assigned = await DecideAsync(service, "assignGap", $"id: \"{Gap}\", to: \"Ben\", {After(accepted)}");
        Assert.Equal("ACCEPTED Anna  -> Ben", Line(assigned));
        Assert.Contains(Gap, await GapsAsync(service));
        var dismissed = await DecideAsync(service, "dismissGap", $"id: \"{Gap}\", reason: \"A barn\", {After(assigned)}");
        Assert.Equal("DISMISSED GraphQL A barn -> Ben", Line(dismissed));
        Assert.DoesNotContain(Gap, await GapsAsync(service));
        Assert.Contains(Gap, await GapsAsync(service, "withPutAside: true"));

        var open = await DecideAsync(service, "undoGapDecision", $"id: \"{Gap}\", {After(dismissed)}");
        Assert.Contains(Gap, await GapsAsync(service));
        Assert.StartsWith(
            "DecidedMeanwhileError",
            await RefusedAsync(service, "markGapDone", $"id: \"{Gap}\", {After(dismissed)}"),
            StringComparison.Ordinal
        );
        await DecideAsync(service, "markGapDone", $"id: \"{Gap}\", {After(open)}");
        Assert.DoesNotContain(Gap, await GapsAsync(service));

        // It was not done after all: the next version has it still.
        await service.ImportAsync("id,name\nbarn,The Big Barn\n");
        await service.SeesVersionAsync(2);
        Assert.Contains(Gap, await GapsAsync(service));
    }

    [Theory]
    [InlineData("acceptGap", "id: \"isolated:mill\"", "UnknownGapError: There is no gap 'isolated:mill'")]
    [InlineData("acceptGap", "id: \"nonsense\"", "UnknownGapError: There is no gap 'nonsense'")]
    [InlineData(
        "acceptSuggestion",
        "id: \"supplier:shop+nobody\"",
        "UnknownSuggestionError: There is no suggestion 'supplier:shop+nobody'"
    )]
    [InlineData("acceptSuggestion", "id: \"supplier:shop+shop\"", "UnknownSuggestionError: There is no suggestion")]
    [InlineData("dismissSuggestion", "id: \"supplier:shop+penny\", reason: \" \"", "DecisionOrderError: A reason is expected")]
    public async Task What_cannot_be_decided_says_why(string mutation, string arguments, string expected)
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        Assert.StartsWith(expected, await RefusedAsync(service, mutation, arguments), StringComparison.Ordinal);
        Assert.Single(await service.Store.ImportsAsync());
    }

    [Fact]
    public async Task Erasing_a_business_forgets_what_was_decided_about_it()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        await DecideAsync(service, "acceptSuggestion", $"id: \"{Id}\"");
        await DecideAsync(service, "acceptSuggestion", "id: \"supplier:inn+penny\"");
        await DecideAsync(service, "acceptGap", "id: \"isolated:barn\"");

        await DecisionErasing.RunAsync(service.Store, [new BusinessId("shop"), new BusinessId("barn")], default);

        var left = Assert.Single(await service.Store.Records.ReadAsync("suggestion decision"));
        Assert.Equal("supplies:penny+inn", left.Key);
        Assert.Empty(await service.Store.Records.ReadAsync("gap decision"));
    }

    [Fact]
    public async Task Nothing_is_decided_in_the_sample_town()
    {
        await using var service = await RunningService.StartAsync(isSample: true);

        Assert.StartsWith(
            "SampleIsFixedError",
            await RefusedAsync(service, "acceptSuggestion", $"id: \"{Id}\""),
            StringComparison.Ordinal
        );
    }

    static async Task<JsonElement> AskAsync(RunningService service, string mutation, string arguments) =>
        (
            await service.QueryAsync(
                $$"""
                mutation { {{mutation}}({{arguments}}) {
                  decision { state by note assignedTo import revision steps { action by isUndone } }
                  errors { __typename ... on Error { message } } } }
                """
            )
        ).GetProperty(mutation);

    static async Task<JsonElement> DecideAsync(RunningService service, string mutation, string arguments)
    {
        var answer = await AskAsync(service, mutation, arguments);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("errors").ValueKind);
        return answer.GetProperty("decision");
    }

    static async Task<string> RefusedAsync(RunningService service, string mutation, string arguments)
    {
        var error = (await AskAsync(service, mutation, arguments)).GetProperty("errors")[0];
        return $"{error.GetProperty("__typename").GetString()}: {error.GetProperty("message").GetString()}";
    }

    static string After(JsonElement decision) => $"revision: {decision.GetProperty("revision")}";

    static string Line(JsonElement decision)
    {
        var who = decision.GetProperty("assignedTo").GetString();
        return $"{decision.GetProperty("state").GetString()} {decision.GetProperty("by").GetString()} {decision.GetProperty("note").GetString()}{(who is null ? "" : $" -> {who}")}";
    }

    static async Task<JsonElement> DecisionOfAsync(RunningService service, string id) =>
        (await service.QueryAsync($"{{ suggestion(id: \"{id}\") {{ decision {{ state by note assignedTo revision }} }} }}"))
            .GetProperty("suggestion")
            .GetProperty("decision");

    static async Task<string[]> SuggestedAsync(RunningService service, string business, string more = "") =>
        Ids(
            (
                await service.QueryAsync(
                    $"{{ suggestions(for: \"{business}\", first: 20, kinds: [SUPPLIER, CUSTOMER]{more}) {{ id }} }}"
                )
            ).GetProperty("suggestions")
        );

    static async Task<string[]> IntroductionsAsync(RunningService service, int perBusiness) =>
        Ids(
            (await service.QueryAsync($"{{ introductions(first: 50, perBusiness: {perBusiness}) {{ nodes {{ id }} }} }}"))
                .GetProperty("introductions")
                .GetProperty("nodes")
        );

    static async Task<string[]> GapsAsync(RunningService service, string arguments = "withPutAside: false") =>
        Ids(
            (await service.QueryAsync($"{{ gaps(first: 100, {arguments}) {{ nodes {{ id }} }} }}"))
                .GetProperty("gaps")
                .GetProperty("nodes")
        );

    static string[] Ids(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    static async Task<string> TaughtAsync(RunningService service)
    {
        var report = (await service.QueryAsync("{ suggestionReport { accepted putAside } }")).GetProperty("suggestionReport");
        return $"{report.GetProperty("accepted")} {report.GetProperty("putAside")}";
    }

    static async Task<string[]> TiesAsync(RunningService service, string business)
    {
        var data = await service.QueryAsync(
            $"{{ business(id: \"{business}\") {{ relationships {{ nodes {{ type from {{ id }} to {{ id }} }} }} }} }}"
        );
        var ties = data.GetProperty("business").GetProperty("relationships").GetProperty("nodes").EnumerateArray();
        return
        [
            .. ties.Select(tie =>
                    $"{tie.GetProperty("from").GetProperty("id").GetString()} {tie.GetProperty("type").GetString()} {tie.GetProperty("to").GetProperty("id").GetString()}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    static async Task<int> CountAsync(RunningService service) =>
        (await service.QueryAsync("{ businesses { totalCount } }"))
            .GetProperty("businesses")
            .GetProperty("totalCount")
            .GetInt32();
}
