using BizGraph.Analysis.Gaps;
using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Analysis.Tests.Suggestions;

/// <summary>What holds for suggestions in any network.</summary>
public sealed class StrangeNetworkTests
{
    const int Seeds = 3;

    public static TheoryData<string> Names => [.. StrangeNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_breaks_and_no_rule_is_broken(string name)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var town = StrangeNetworks.All[name](new Random(seed));
            var model = SuggestionModel.Train(town, new SuggestionOptions { Seed = (ulong)seed });
            var lists = BusinessSuggestions.ForAll(model, new SuggestionQuery { Count = 30 });
            foreach (var suggestion in lists.SelectMany(list => list))
            {
                AssertHolds(town, suggestion, $"{name}, seed {seed}: {suggestion.For.Id} {suggestion.Kind} {suggestion.Whom.Id}");
            }

            Assert.All(WeeklyIntroductions.Find(model), suggestion => AssertHolds(town, suggestion, name));
            Assert.All(RoundTables.Find(model), table => Assert.InRange(table.Members.Count, 5, 8));
            Assert.NotNull(GapFinder.Find(town));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Figures_are_shares_and_probabilities(string name)
    {
        var town = StrangeNetworks.All[name](new Random(1));

        foreach (var quality in SuggestionQuality.Measure(town))
        {
            Assert.All(
                quality.Baselines.Append(quality.Ours).Append(quality.Attributes),
                figure =>
                    Assert.True(IsShare(figure.AucPr) && IsShare(figure.HitsAt10) && IsShare(figure.Mrr), $"{name}: {figure}")
            );
            Assert.True(quality.CalibrationError is not { } error || IsShare(error), $"{name}: {quality.CalibrationError}");
            Assert.InRange(quality.Hidden, 1, quality.Ties);
        }
    }

    [Fact]
    public void Five_thousand_strangers_with_a_trade_and_a_town_get_suggestions_of_their_own()
    {
        string[] trades = ["Bakery", "Flour mill", "Printer", "Accountant", "Restaurant", "Farm", "Web designer", "Hotel"];
        var town = DrawnTown.Town(
            Enumerable
                .Range(0, 5_000)
                .Select(of =>
                    DrawnTown.Shop(
                        $"b{of:0000}",
                        facts =>
                            facts with
                            {
                                Industry = new Industry(Title: trades[of % 8]),
                                Place = new Place { Locality = $"town {of % 37}" },
                            }
                    )
                )
        );

        var lists = BusinessSuggestions.ForAll(SuggestionModel.Train(town), new SuggestionQuery { Count = 3 });

        Assert.All(lists, list => Assert.Equal(3, list.Count));
        Assert.All(lists.SelectMany(list => list), suggestion => AssertHolds(town, suggestion, "strangers"));
        // One of them near, though nobody has a tie to learn from.
        Assert.All(lists, list => Assert.Contains(list, s => s.For.Facts.Place!.Locality == s.Whom.Facts.Place!.Locality));
    }

    static void AssertHolds(NetworkSnapshot town, Suggestion suggestion, string where)
    {
        Assert.True(double.IsFinite(suggestion.Score), where);
        Assert.True(suggestion.Probability is not { } probability || IsShare(probability), where);
        Assert.True(suggestion.Contributions.All(part => double.IsFinite(part.LogOdds)), where);
        Assert.True(suggestion.Reasons.All(reason => reason.Number is not { } number || double.IsFinite(number)), where);
        Assert.True(suggestion.For.Id != suggestion.Whom.Id, where);
        Assert.True(suggestion.Whom.Status == BusinessStatus.Active && suggestion.For.Status == BusinessStatus.Active, where);
        foreach (var (one, other) in new[] { (suggestion.For, suggestion.Whom), (suggestion.Whom, suggestion.For) })
        {
            Assert.DoesNotContain(other.Id.Value, one.Facts.NotWith);
            Assert.DoesNotContain(suggestion.Type.ToString(), one.Facts.NotWith, StringComparer.OrdinalIgnoreCase);
            Assert.True(other.Facts.Industry?.Title is not { } title || !one.Facts.NotWith.Contains(title), where);
        }

        Assert.False(
            town.RelationshipsOf(suggestion.For.Id)
                .Any(tie =>
                    tie.Type == suggestion.Type
                    && tie.Facts.Ended != true
                    && (
                        (tie.From == suggestion.From.Id && tie.To == suggestion.To.Id)
                        || (!tie.Key.IsDirected && tie.To == suggestion.From.Id && tie.From == suggestion.To.Id)
                    )
                ),
            where
        );
    }

    static bool IsShare(double value) => value is >= 0 and <= 1;
}
