using BizGraph.Analysis.Suggestions;

namespace BizGraph.Analysis.Tests.Suggestions;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Without_evidence_the_intercept_is_the_log_odds()
    {
        // Three of four rows are true: ln 3.
        var weights = LogisticRegression.Fit([], 0, [1, 1, 1, 0], [1, 1, 1, 1], 1, default);

        Assert.Equal(Math.Log(3), Assert.Single(weights), 1e-6);
    }

    [Fact]
    public void One_column_of_two_values_has_the_log_odds_of_each_where_nothing_holds_it_back()
    {
        // x = 0: one of four; x = 1: three of four. Intercept ln(1/3), weight ln 3 − ln(1/3) = 2 ln 3.
        double[] rows = [0, 0, 0, 0, 1, 1, 1, 1];
        var weights = LogisticRegression.Fit(rows, 1, [1, 0, 0, 0, 1, 1, 1, 0], [1, 1, 1, 1, 1, 1, 1, 1], 1e-9, default);

        Assert.Equal(2 * Math.Log(3), weights[0], 1e-5);
        Assert.Equal(-Math.Log(3), weights[1], 1e-5);
    }

    [Fact]
    public void The_gradient_of_the_penalised_loss_is_zero_at_the_weights()
    {
        double[] rows = [0.5, -1, 1.5, 0.3, -0.7, 2, 0.1, 0.1, -2, 1, 0.4, -0.6];
        double[] labels = [1, 0, 1, 0, 1, 0];
        double[] importance = [1, 1, 3, 1, 1, 2];
        var weights = LogisticRegression.Fit(rows, 2, labels, importance, 0.7, default);

        var gradient = new[] { 0.7 * weights[0], 0.7 * weights[1], 0 };
        for (var row = 0; row < 6; row++)
        {
            var logit = (weights[0] * rows[2 * row]) + (weights[1] * rows[(2 * row) + 1]) + weights[2];
            var error = importance[row] * ((1 / (1 + Math.Exp(-logit))) - labels[row]);
            gradient[0] += error * rows[2 * row];
            gradient[1] += error * rows[(2 * row) + 1];
            gradient[2] += error;
        }

        Assert.All(gradient, part => Assert.Equal(0, part, 1e-6));
    }

    [Fact]
    public void A_row_of_importance_three_counts_as_three_rows()
    {
        var once = LogisticRegression.Fit([1, 2, -1], 1, [1, 0, 0], [3, 1, 1], 0.5, default);
        var thrice = LogisticRegression.Fit([1, 1, 1, 2, -1], 1, [1, 1, 1, 0, 0], [1, 1, 1, 1, 1], 0.5, default);

        Assert.Equal(thrice[0], once[0], 1e-7);
        Assert.Equal(thrice[1], once[1], 1e-7);
    }
}
