using BizGraph.Model;

namespace BizGraph.Api.Tests.Decisions;

/// <summary>What comes twice, too late, too long or from another door.</summary>
public sealed partial class DecisionTests
{
    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_decision()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        const string Form = $"id: \"{Id}\", by: \"Anna\", note: \"At the fair\"";

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DecideAsync(service, "acceptSuggestion", Form)));

        Assert.All(answers, answer => Assert.Equal("ACCEPTED Anna At the fair", Line(answer)));
        Assert.Single(await service.Store.Records.ReadAsync("suggestion decision"));
        // Another word from the same person is another decision, made on what she did not see.
        Assert.StartsWith(
            "DecidedMeanwhileError: Anna changed it meanwhile",
            await RefusedAsync(service, "acceptSuggestion", $"id: \"{Id}\", by: \"Anna\", note: \"At the market\""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_tie_recorded_twice_by_one_person_makes_one_hand_edit()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        await DecideAsync(service, "recordOutcome", $"id: \"{Id}\", holds: true, by: \"Anna\"");
        var again = await DecideAsync(service, "recordOutcome", $"id: \"{Id}\", holds: true, by: \"Anna\"");

        Assert.Equal("HOLDS Anna ", Line(again));
        Assert.Single(await service.Store.ImportsAsync(), import => import.Source == Import.ByHand);
    }

    [Theory]
    [InlineData("acceptSuggestion", 2_000, 10, null)]
    [InlineData("acceptSuggestion", 2_001, 10, "DecisionOrderError: That is too long")]
    [InlineData("acceptSuggestion", 10, 201, "DecisionOrderError: That is too long")]
    public async Task What_is_too_long_is_refused_and_not_cut(string mutation, int note, int name, string? expected)
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        var arguments = $"id: \"{Id}\", by: \"{new string('b', name)}\", note: \"{new string('n', note)}\"";

        if (expected is null)
        {
            var kept = await DecideAsync(service, mutation, arguments);
            Assert.Equal(note, kept.GetProperty("note").GetString()!.Length);
        }
        else
        {
            Assert.StartsWith(expected, await RefusedAsync(service, mutation, arguments), StringComparison.Ordinal);
            Assert.Empty(await service.Store.Records.ReadAsync("suggestion decision"));
        }
    }

    [Fact]
    public async Task Nobody_is_given_to_nobody()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        Assert.StartsWith(
            "DecisionOrderError: It is not said who sees to it",
            await RefusedAsync(service, "assignSuggestion", $"id: \"{Id}\", to: \" \""),
            StringComparison.Ordinal
        );

        var given = await DecideAsync(service, "assignSuggestion", $"id: \"{Id}\", to: \"Ben\"");
        var free = await DecideAsync(service, "assignSuggestion", $"id: \"{Id}\", to: null, {After(given)}");

        Assert.Equal("OPEN  ", Line(free));
    }

    [Fact]
    public async Task A_tie_whose_import_is_undone_holds_no_more_and_what_was_decided_before_stands()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        var accepted = await DecideAsync(service, "acceptSuggestion", $"id: \"{Id}\", by: \"Anna\"");
        var holds = await DecideAsync(service, "recordOutcome", $"id: \"{Id}\", holds: true, {After(accepted)}");

        var import = holds.GetProperty("import").GetInt32();
        await service.QueryAsync($"mutation {{ undoImport(number: {import}) {{ errors {{ __typename }} }} }}");

        Assert.Equal(["mill SUPPLIES shop"], await TiesAsync(service, "shop"));
        var known = await DecisionOfAsync(service, Id);
        Assert.Equal("ACCEPTED Anna ", Line(known));
        Assert.Contains(Id, await IntroductionsAsync(service, perBusiness: 1));

        // What is taken back now is the acceptance: the tie is gone already.
        var open = await DecideAsync(service, "undoSuggestionDecision", $"id: \"{Id}\", {After(known)}");
        Assert.Equal("OPEN  ", Line(open));
        Assert.Equal(
            ["ACCEPT True", "HOLD True"],
            open.GetProperty("steps")
                .EnumerateArray()
                .Select(step => $"{step.GetProperty("action").GetString()} {step.GetProperty("isUndone").GetBoolean()}")
        );

        // And it can be recorded again.
        var again = await DecideAsync(service, "recordOutcome", $"id: \"{Id}\", holds: true, {After(open)}");
        Assert.Equal("HOLDS GraphQL ", Line(again));
        Assert.Equal(["mill SUPPLIES shop", "penny SUPPLIES shop"], await TiesAsync(service, "shop"));
    }

    [Fact]
    public async Task A_decision_is_told_in_the_language_that_is_asked_for_and_an_error_says_why_as_data()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        var told = (
            await service.QueryAsync(
                $"mutation {{ assignGap(id: \"isolated:barn\", to: \"Ben\") {{ decision {{ revision en: sentence de: sentence(language: DE) }} }} }}"
            )
        )
            .GetProperty("assignGap")
            .GetProperty("decision");
        Assert.Equal("Not decided. Ben sees to it.", told.GetProperty("en").GetString());
        Assert.Equal("Noch nicht entschieden. Ben kümmert sich darum.", told.GetProperty("de").GetString());

        var error = (
            await service.QueryAsync(
                $$"""
                mutation { dismissGap(id: "isolated:barn", reason: "", {{After(told)}}) {
                  errors { __typename ... on DecidedMeanwhileError { now { assignedTo } } ... on DecisionOrderError { problem } } } }
                """
            )
        ).GetProperty("dismissGap").GetProperty("errors")[0];
        Assert.Equal("DecisionOrderError", error.GetProperty("__typename").GetString());
        Assert.Equal("REASON_EXPECTED", error.GetProperty("problem").GetString());
    }

    [Fact]
    public async Task Nothing_is_decided_about_who_was_erased()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        await service.Store.EraseAsync(new BusinessId("penny"), "Anna");
        await service.SeesVersionAsync(2);

        Assert.StartsWith(
            "UnknownSuggestionError",
            await RefusedAsync(service, "acceptSuggestion", $"id: \"{Id}\""),
            StringComparison.Ordinal
        );
    }
}
