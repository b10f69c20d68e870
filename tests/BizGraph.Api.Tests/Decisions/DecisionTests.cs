using System.Text.Json;
using BizGraph.Api.Decisions;
using BizGraph.Model;

namespace BizGraph.Api.Tests.Decisions;

/// <summary>What people decide about suggestions and gaps through GraphQL: kept, taken back, and found again.</summary>
public sealed partial class DecisionTests
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
}
