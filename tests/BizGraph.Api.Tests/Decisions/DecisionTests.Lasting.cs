namespace BizGraph.Api.Tests.Decisions;

/// <summary>Decisions that outlast the network version that they were made on.</summary>
public sealed partial class DecisionTests
{
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
}
