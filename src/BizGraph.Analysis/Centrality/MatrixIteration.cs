namespace BizGraph.Analysis.Centrality;

/// <summary>Products of a graph's adjacency matrix with a vector, and the leading eigenpair of a part of it by power iteration.</summary>
static class MatrixIteration
{
    /// <summary>Scores change by less than this, relatively to the largest, when an iteration is taken as finished.</summary>
    public const double Tolerance = 1e-14;

    /// <summary>Slowly converging vectors (a long path's) are cut off here; their error is then above the tolerance.</summary>
    public const int MaxIterations = 100_000;

    /// <summary>result[v] = Σ over arcs u → v of weight · values[u].</summary>
    public static void PullIn(CsrGraph graph, double[] values, double[] result) =>
        Pull(graph.InOffsets, graph.InTargets, graph.AllInWeights, values, result);

    /// <summary>result[u] = Σ over arcs u → v of weight · values[v].</summary>
    public static void PullOut(CsrGraph graph, double[] values, double[] result) =>
        Pull(graph.OutOffsets, graph.OutTargets, graph.AllOutWeights, values, result);

    /// <summary>
    /// λ₁ of a strongly connected graph and its vector along incoming ties, largest entry 1. A shift by half of λ₁ lets periodic
    /// graphs converge, too.
    /// </summary>
    public static (double Value, double[] Vector) Leading(CsrGraph graph, CancellationToken cancellation)
    {
        var (vector, next) = (new double[graph.NodeCount], new double[graph.NodeCount]);
        Array.Fill(vector, 1);
        var (value, change) = (0.0, double.PositiveInfinity);
        for (var iteration = 0; iteration < MaxIterations && change > Tolerance; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            PullIn(graph, vector, next);
            value = next.Sum() / vector.Sum();
            for (var node = 0; node < next.Length; node++)
            {
                next[node] += value / 2 * vector[node];
            }
            DivideBy(next, next.Max());
            change = LargestChange(vector, next);
            (vector, next) = (next, vector);
        }
        return (value, vector);
    }

    public static void DivideBy(double[] values, double divisor)
    {
        for (var node = 0; node < values.Length; node++)
        {
            values[node] /= divisor;
        }
    }

    public static double LargestChange(double[] before, double[] after)
    {
        var change = 0.0;
        for (var node = 0; node < before.Length; node++)
        {
            change = Math.Max(change, Math.Abs(after[node] - before[node]));
        }
        return change;
    }

    static void Pull(
        ReadOnlySpan<int> offsets,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<double> weights,
        double[] values,
        double[] result
    )
    {
        for (var node = 0; node < result.Length; node++)
        {
            var sum = 0.0;
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
            {
                sum += weights.IsEmpty ? values[targets[arc]] : values[targets[arc]] * weights[arc];
            }
            result[node] = sum;
        }
    }
}
