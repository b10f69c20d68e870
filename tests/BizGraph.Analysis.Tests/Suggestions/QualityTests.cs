using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Analysis.Tests.Suggestions;

public sealed class QualityTests
{
    static readonly NetworkSnapshot Villages = DrawnTown.Villages(8);

    [Fact]
    public void Where_ties_follow_a_rule_the_hidden_ones_are_found_and_no_single_baseline_is_better()
    {
        var quality = Assert.Single(SuggestionQuality.Measure(Villages));

        Assert.Equal((RelationshipType.Supplies, 144, 29, true), (quality.Type, quality.Ties, quality.Hidden, quality.IsTrained));
        Assert.InRange(quality.Ours.AucPr, 0.9, 1);
        Assert.InRange(quality.CalibrationError!.Value, 0, 0.05);
        Assert.True(quality.Ours.AucPr >= quality.Baselines[0].AucPr - 0.02, quality.Baselines[0].ToString());
        Assert.InRange(quality.Baselines.Single(figure => figure.Name == "random").AucPr, 0.03, 0.25); // 1 in 11 are ties
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures_and_another_others()
    {
        Assert.Equal(Figures(1), Figures(1));
        Assert.NotEqual(Figures(1), Figures(2));
    }

    [Fact]
    public void Dismissed_pairs_lower_what_is_like_them()
    {
        // Everyone in village 0 who is asked dismisses mills for bakeries: the probability of the next such pair falls.
        var feedback = Enumerable
            .Range(0, 3)
            .SelectMany(bakery => Enumerable.Range(1, 7).Select(village => Key($"bakery-00-{bakery}", $"mill-{village:00}-3")))
            .Select(key => new SuggestionFeedback(key, IsAccepted: false))
            .ToArray();
        var accepted = feedback.Select(said => said with { IsAccepted = true }).ToArray();

        Assert.True(Probability(feedback) < Probability(accepted) / 2);
    }

    static double Probability(SuggestionFeedback[] feedback)
    {
        var model = SuggestionModel.Train(Villages, new SuggestionOptions { Feedback = feedback });
        return SuggestionTests
            .Find(model, "bakery-01-0", SuggestionKind.Supplier, 200)
            .Single(s => s.Whom.Id == DrawnTown.Id("mill-05-3"))
            .Probability!.Value;
    }

    static SuggestionKey Key(string of, string whom) => new(DrawnTown.Id(of), DrawnTown.Id(whom), SuggestionKind.Supplier);

    static double[] Figures(ulong seed) =>
        [
            .. SuggestionQuality
                .Measure(Villages, new SuggestionOptions { Seed = seed })
                .SelectMany(quality => quality.Baselines.Prepend(quality.Ours))
                .Select(figure => figure.AucPr),
        ];
}
