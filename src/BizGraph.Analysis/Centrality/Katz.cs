namespace BizGraph.Analysis.Centrality;

/// <summary>Katz centrality (Katz, 1953): walks that arrive at a node, each step counting α times the one before; β = 1.</summary>
/// <remarks>x = α·Aᵀx + 1, scaled to unit length. Time O(iterations · (n + m)), space O(n + m). Weights count.</remarks>
public static class Katz
{
    /// <summary>Scores above 0 whose squares sum to 1.</summary>
    /// <param name="graph">Directed (walks follow the arcs) or not.</param>
    /// <param name="alpha">Above 0 and below 1/λ₁; null: 0.85 / max(1, λ₁).</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="ArgumentException">α is outside its range: the sum over walks has no limit.</exception>
    public static NodeScores Compute(
        CsrGraph graph,
        double? alpha = null,
        RunOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new RunOptions();
        options.ValidateRun();
        using var team = ThreadTeam.Take(graph.ArcCount < 50_000 ? 1 : options.Threads);
        var progress = new Progress(options.Progress, 1);
        var value = LeadingComponent.Of(graph, team, progress, cancellation).Value;
        var step = alpha ?? 0.85 / Math.Max(1, value);
        Require.That(step > 0 && step * value < 1, nameof(alpha), step, $"above 0 and below 1/λ₁ = {1 / value}");
        var (scores, next) = (new double[graph.NodeCount], new double[graph.NodeCount]);
        var change = double.PositiveInfinity;
        for (var iteration = 0; iteration < MatrixIteration.MaxIterations && change > 0; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            MatrixIteration.PullIn(graph, scores, next, team);
            for (var node = 0; node < next.Length; node++)
            {
                next[node] = step * next[node] + 1;
            }
            change = LargestRelativeChange(scores, next);
            progress.At(MatrixIteration.Converged(change));
            (scores, next) = (next, scores);
        }
        MatrixIteration.DivideBy(scores, Math.Sqrt(scores.Sum(score => score * score)));
        return new NodeScores(scores);
    }

    // Scores only grow towards their limit; below the last few bits nothing is left to gain.
    static double LargestRelativeChange(double[] before, double[] after)
    {
        var change = 0.0;
        for (var node = 0; node < before.Length; node++)
        {
            change = Math.Max(change, (after[node] - before[node]) / after[node]);
        }
        return change <= MatrixIteration.Tolerance ? 0 : change;
    }
}
