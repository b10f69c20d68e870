using MathNet.Numerics.LinearAlgebra;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Logistic regression with L2 on all weights but the intercept, by Newton's method (Hastie, Tibshirani and Friedman, 2009, 4.4.1).</summary>
/// <remarks>Minimises Σ loss + λ/2·|w|². Time O(iterations · rows · columns²).</remarks>
static class LogisticRegression
{
    const int MostIterations = 25;
    const double Enough = 1e-8; // relative gain of the objective

    /// <summary>The weights, the intercept last.</summary>
    /// <param name="rows">Row-major, <paramref name="columns"/> numbers each.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="labels">1 or 0 for each row.</param>
    /// <param name="importance">How much each row counts, above 0.</param>
    /// <param name="lambda">Strength of the L2 penalty, above 0.</param>
    /// <param name="cancellation">Stops the fit.</param>
    public static double[] Fit(
        double[] rows,
        int columns,
        ReadOnlySpan<double> labels,
        ReadOnlySpan<double> importance,
        double lambda,
        CancellationToken cancellation
    )
    {
        var weights = new double[columns + 1];
        var logits = new double[labels.Length];
        var value = Objective(rows, columns, labels, importance, lambda, weights, logits);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = Step(rows, columns, labels, importance, lambda, weights, logits);
            var (next, nextValue) = (weights, value);
            for (var length = 1.0; length > 1e-4; length /= 2)
            {
                next = [.. weights.Select((weight, place) => weight - (length * step[place]))];
                nextValue = Objective(rows, columns, labels, importance, lambda, next, logits);
                if (nextValue < value)
                {
                    break;
                }
            }

            if (!(nextValue < value))
            {
                break;
            }

            var gain = value - nextValue;
            (weights, value) = (next, nextValue);
            if (gain < Enough * Math.Abs(value))
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>ln(1 + eˣ), without overflow.</summary>
    public static double SoftPlus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    /// <summary>1/(1 + e⁻ˣ).</summary>
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    static double Objective(
        double[] rows,
        int columns,
        ReadOnlySpan<double> labels,
        ReadOnlySpan<double> importance,
        double lambda,
        double[] weights,
        double[] logits
    )
    {
        var sum = 0.0;
        for (var column = 0; column < columns; column++)
        {
            sum += lambda / 2 * weights[column] * weights[column];
        }

        for (var row = 0; row < labels.Length; row++)
        {
            var logit = weights[columns];
            for (var column = 0; column < columns; column++)
            {
                logit += weights[column] * rows[(row * columns) + column];
            }

            logits[row] = logit;
            sum += importance[row] * (SoftPlus(logit) - (labels[row] * logit));
        }

        return sum;
    }

    static Vector<double> Step(
        double[] rows,
        int columns,
        ReadOnlySpan<double> labels,
        ReadOnlySpan<double> importance,
        double lambda,
        double[] weights,
        double[] logits
    )
    {
        var size = columns + 1;
        var (gradient, hessian) = (new double[size], new double[size * size]);
        var line = new double[size];
        line[columns] = 1;
        for (var row = 0; row < labels.Length; row++)
        {
            rows.AsSpan(row * columns, columns).CopyTo(line);
            var probability = Sigmoid(logits[row]);
            var error = importance[row] * (probability - labels[row]);
            var curvature = importance[row] * probability * (1 - probability);
            for (var a = 0; a < size; a++)
            {
                gradient[a] += error * line[a];
                if (line[a] != 0)
                {
                    VectorMath.Add(hessian.AsSpan(a * size, a + 1), line.AsSpan(0, a + 1), curvature * line[a]);
                }
            }
        }

        for (var a = 0; a < size; a++)
        {
            gradient[a] += a < columns ? lambda * weights[a] : 0;
            hessian[(a * size) + a] += a < columns ? lambda : 1e-9;
            for (var b = 0; b < a; b++)
            {
                hessian[(b * size) + a] = hessian[(a * size) + b];
            }
        }

        return Matrix<double>.Build.Dense(size, size, hessian).Cholesky().Solve(Vector<double>.Build.Dense(gradient));
    }
}
