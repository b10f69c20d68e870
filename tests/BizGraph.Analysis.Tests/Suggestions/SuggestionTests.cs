using BizGraph.Analysis.Suggestions;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Suggestions.DrawnTown;

namespace BizGraph.Analysis.Tests.Suggestions;

public sealed class SuggestionTests
{
    static readonly NetworkSnapshot Villages = DrawnTown.Villages(6);
    static readonly SuggestionModel Model = SuggestionModel.Train(Villages);

    [Theory]
    [InlineData("bakery-02-3", SuggestionKind.Supplier, "mill-02")]
    [InlineData("mill-02-3", SuggestionKind.Supplier, "farm-02")]
    [InlineData("mill-02-3", SuggestionKind.Customer, "bakery-02")]
    [InlineData("farm-02-3", SuggestionKind.Customer, "mill-02")]
    public void A_business_without_ties_gets_the_trade_and_the_village_that_its_like_deal_with(
        string business,
        SuggestionKind kind,
        string expected
    )
    {
        var found = Find(Model, business, kind, 3);

        Assert.All(found, suggestion => Assert.StartsWith(expected, suggestion.Whom.Id.Value, StringComparison.Ordinal));
        Assert.Equal(3, found.Count);
    }

    [Fact]
    public void The_learned_probability_is_that_of_the_rule()
    {
        // Whoever is tied is tied to all of the trade in the village: likely; nobody is tied to another village: unlikely.
        Assert.True(Model.Types.Single(type => type.Type == RelationshipType.Supplies).IsTrained);
        var likely = Find(Model, "bakery-02-3", SuggestionKind.Supplier, 1)[0];
        var unlikely = Find(Model, "bakery-02-3", SuggestionKind.Supplier, 100).Single(s => s.Whom.Id == Id("mill-05-3"));

        Assert.True(likely.Probability > 20 * unlikely.Probability);
        Assert.InRange(unlikely.Probability!.Value, 0, 0.05);
    }

    [Fact]
    public void Types_with_few_ties_are_ranked_by_the_blend_and_have_no_probability()
    {
        Assert.False(Model.Types.Single(type => type.Type == RelationshipType.Shares).IsTrained);
        Assert.All(
            Find(Model, "bakery-02-3", SuggestionKind.SharedPremises, 3),
            suggestion => Assert.Null(suggestion.Probability)
        );
    }

    [Fact]
    public void Any_number_of_threads_and_any_order_of_rows_give_the_same()
    {
        var shuffled = new NetworkSnapshot(1, Villages.Businesses.Reverse(), Villages.Relationships.Reverse());
        var one = SuggestionModel.Train(Villages, new SuggestionOptions { Threads = 1 });
        var three = SuggestionModel.Train(shuffled, new SuggestionOptions { Threads = 3 });

        Assert.Equal(
            Scores(BusinessSuggestions.ForAll(one, options: new RunOptions { Threads = 1 })),
            Scores(BusinessSuggestions.ForAll(three, options: new RunOptions { Threads = 3 }))
        );
    }

    [Fact]
    public void What_is_there_already_is_never_suggested()
    {
        foreach (
            var suggestion in BusinessSuggestions.ForAll(Model, new SuggestionQuery { Count = 1000 }).SelectMany(list => list)
        )
        {
            Assert.DoesNotContain(
                Villages.RelationshipsOf(suggestion.For.Id),
                tie => tie.Type == suggestion.Type && tie.From == suggestion.From.Id && tie.To == suggestion.To.Id
            );
        }
    }

    [Fact]
    public void The_reasons_say_what_the_rule_is()
    {
        var best = Find(Model, "bakery-02-3", SuggestionKind.Supplier, 9)
            .Single(suggestion => suggestion.Whom.Id == Id("mill-02-2"));

        var trades = best.Reasons.Single(reason => reason.Kind == SuggestionReasonKind.TradesTiedHere);
        Assert.Equal(["Flour mill", "Bakery"], trades.Words);
        Assert.Contains(
            best.Reasons,
            reason => reason.Kind == SuggestionReasonKind.SameLocality && reason.Words[0] == "village 2"
        );
        Assert.Equal((0, 7), (best.Effect.ReachBefore, best.Effect.ReachAfter)); // the mill, its three farms and its three bakeries
        Assert.True(best.Effect.JoinsComponents);
    }

    [Fact]
    public void Contributions_add_up_to_the_log_odds_of_the_probability_but_for_one_constant()
    {
        var found = Find(Model, "bakery-02-3", SuggestionKind.Supplier, 50);
        var rests = found.Select(s =>
            Math.Log(s.Probability!.Value / (1 - s.Probability.Value)) - s.Contributions.Sum(part => part.LogOdds)
        );

        Assert.All(rests, rest => Assert.Equal(rests.First(), rest, 1e-6));
    }

    [Fact]
    public void For_a_gap_the_best_of_all_its_businesses_are_found_among_others()
    {
        var gap = new[] { Id("bakery-01-3"), Id("mill-01-3") };
        var found = BusinessSuggestions.ForGap(Model, gap, new SuggestionQuery { Count = 4, Kinds = [SuggestionKind.Supplier] });

        Assert.Equal(4, found.Count);
        Assert.All(found, suggestion => Assert.Contains(suggestion.For.Id, gap));
        Assert.All(found, suggestion => Assert.DoesNotContain(suggestion.Whom.Id, gap));
        Assert.Equal(found.OrderByDescending(suggestion => suggestion.Score).Select(s => s.Key), found.Select(s => s.Key));
    }

    [Fact]
    public void A_closed_or_unknown_business_gets_none()
    {
        var town = Town([Shop("a"), Shop("b", facts => facts with { Status = BusinessStatus.Closed }), Shop("c")]);
        var model = SuggestionModel.Train(town);

        Assert.Empty(BusinessSuggestions.For(model, Id("b")));
        Assert.Empty(BusinessSuggestions.For(model, Id("x")));
        Assert.DoesNotContain(BusinessSuggestions.For(model, Id("a")), suggestion => suggestion.Whom.Id == Id("b"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_network_of_nobody_or_one_has_no_suggestions(int count)
    {
        var model = SuggestionModel.Train(Town(Enumerable.Range(0, count).Select(number => Shop($"b{number}"))));

        Assert.Empty(BusinessSuggestions.ForAll(model).SelectMany(list => list));
        Assert.Empty(WeeklyIntroductions.Find(model));
        Assert.Empty(RoundTables.Find(model));
    }

    internal static IReadOnlyList<Suggestion> Find(SuggestionModel model, string business, SuggestionKind kind, int count) =>
        BusinessSuggestions.For(model, Id(business), new SuggestionQuery { Count = count, Kinds = [kind] });

    static IEnumerable<(SuggestionKey, double, double?)> Scores(IEnumerable<IReadOnlyList<Suggestion>> all) =>
        all.SelectMany(list => list).Select(s => (s.Key, s.Score, s.Probability));
}
