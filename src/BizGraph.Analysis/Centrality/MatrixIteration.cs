using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Centrality;

/// <summary>Products of a graph's adjacency matrix with a vector, and the leading eigenpair of a part of it by power iteration.</summary>
static class MatrixIteration
{
    /// <summary>Scores change by less than this, relatively to the largest, when an iteration is taken as finished.</summary>
    public const double Tolerance = 1e-14;

    /// <summary>Slowly converging vectors (a long path's) are cut off here; their error is then above the tolerance.</summary>
    public const int MaxIterations = 100_000;

    const int Grain = 4096; // nodes that a thread takes at once

    /// <summary>result[v] = Σ over arcs u → v of weight · values[u].</summary>
    public static void PullIn(CsrGraph graph, double[] values, double[] result, ThreadTeam team) =>
        team.For(
            result.Length,
            Grain,
            (_, start, end) => Pull(graph.InOffsets, graph.InTargets, graph.AllInWeights, values, result, start, end)
        );

    /// <summary>result[u] = Σ over arcs u → v of weight · values[v].</summary>
    public static void PullOut(CsrGraph graph, double[] values, double[] result, ThreadTeam team) =>
        PullIn(graph.Reversed(), values, result, team);

    /// <summary>
    /// λ₁ of a strongly connected graph and its vector along incoming ties, largest entry 1: undirected by <see cref="Lanczos"/>,
    /// directed by power iteration, where a shift by half of λ₁ lets periodic graphs converge, too.
    /// </summary>
    public static (double Value, double[] Vector) Leading(
        CsrGraph graph,
        ThreadTeam team,
        Progress progress,
        CancellationToken cancellation
    )
    {
        var (vector, next) = (new double[graph.NodeCount], new double[graph.NodeCount]);
        Array.Fill(vector, 1);
        if (!graph.IsDirected)
        {
            return Lanczos.Leading(vector, (values, result) => PullIn(graph, values, result, team), progress, cancellation);
        }
        var (value, change) = (0.0, double.PositiveInfinity);
        for (var iteration = 0; iteration < MaxIterations && change > Tolerance; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            PullIn(graph, vector, next, team);
            value = next.Sum() / vector.Sum();
            for (var node = 0; node < next.Length; node++)
            {
                next[node] += value / 2 * vector[node];
            }
            DivideBy(next, next.Max());
            change = LargestChange(vector, next);
            progress.At(Converged(change));
            (vector, next) = (next, vector);
        }
        return (value, vector);
    }

    /// <summary>The share of the way from a change of 1 to the tolerance, by orders of magnitude.</summary>
    public static double Converged(double change) => Math.Log(Math.Clamp(change, Tolerance, 1)) / Math.Log(Tolerance);

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Pull(
        ReadOnlySpan<int> offsets,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<double> weights,
        double[] values,
        double[] result,
        int start,
        int end
    )
    {
        for (var node = start; node < end; node++)
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
