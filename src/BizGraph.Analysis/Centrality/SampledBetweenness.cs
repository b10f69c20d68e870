using BizGraph.Analysis.Structure;

namespace BizGraph.Analysis.Centrality;

/// <summary>Estimated betweenness and what is promised of it.</summary>
/// <param name="Scores">Estimates on the scale of <see cref="Betweenness"/>.</param>
/// <param name="Samples">Number of shortest paths drawn, r.</param>
/// <param name="Error">On the same scale: no score is farther from the exact one, with the probability below.</param>
/// <param name="Confidence">1 − δ.</param>
public sealed record BetweennessEstimate(NodeScores Scores, int Samples, double Error, double Confidence);

/// <summary>Betweenness from a sample of shortest paths with an error bound for all nodes at once (Riondato and Kornaropoulos, 2014).</summary>
/// <remarks>
/// r = (c/ε²)(⌊log₂(VD − 2)⌋ + 1 + ln 1/δ) paths between random pairs, with c = 0.5 (the empirical constant; NetworKit takes 1) and an
/// upper bound of the vertex diameter VD. The bound is on b/(n(n − 1)) over ordered pairs. Paths are found by breadth-first search from
/// both ends (Borassi and Natale, 2016). Time O(r·m) at worst, mostly O(r·√m); space O(threads · n).
/// </remarks>
public static class SampledBetweenness
{
    const double C = 0.5;

    /// <summary>Estimates betweenness of every node; weights are not supported.</summary>
    /// <exception cref="ArgumentException">The graph is weighted.</exception>
    public static BetweennessEstimate Compute(
        CsrGraph graph,
        SampledBetweennessOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That(!graph.IsWeighted, nameof(graph), "a weighted graph", "an unweighted one (see WithoutWeights)");
        options ??= new SampledBetweennessOptions();
        options.Validate();
        var pairs = (double)graph.NodeCount * (graph.NodeCount - 1) / (graph.IsDirected ? 1 : 2);
        var samples = SampleCount(VertexDiameterBound(graph, cancellation), options);
        var passed = Draw(graph, samples, options, cancellation);
        var scores = Array.ConvertAll(passed, count => samples == 0 ? 0 : pairs * count / samples);
        return new BetweennessEstimate(
            new NodeScores(scores),
            samples,
            samples == 0 ? 0 : options.Error * pairs,
            1 - options.Risk
        );
    }

    static int SampleCount(int vertexDiameter, SampledBetweennessOptions options)
    {
        if (vertexDiameter <= 2)
        {
            return 0; // no path of two nodes passes through a third
        }
        var dimension = Math.Floor(Math.Log2(vertexDiameter - 2)) + 1;
        var count = Math.Ceiling(C / (options.Error * options.Error) * (dimension + Math.Log(1 / options.Risk)));
        Require.That(count <= int.MaxValue, nameof(options.Error), options.Error, "an error that takes 2³¹ samples at most");
        return (int)count;
    }

    // Undirected: no shortest path of a component is longer than twice the way to the node farthest from any one of it.
    static int VertexDiameterBound(CsrGraph graph, CancellationToken cancellation)
    {
        var components = WeakComponents.Find(graph, cancellation);
        if (graph.IsDirected)
        {
            return components.Count == 0 ? 0 : components.SizeOf(0);
        }
        var search = new HopPathCounts(graph);
        var bound = 0;
        for (var component = 0; component < components.Count && components.SizeOf(component) > bound; component++)
        {
            search.From(components.MembersOf(component)[0]);
            bound = Math.Max(bound, Math.Min(2 * search.Farthest + 1, components.SizeOf(component)));
        }
        return bound;
    }

    // Each path has a random generator of its own, and counts are whole numbers: threads change nothing.
    static int[] Draw(CsrGraph graph, int samples, SampledBetweennessOptions options, CancellationToken cancellation)
    {
        using var team = ThreadTeam.Take(options.Threads);
        var samplers = new PathSampler?[team.Size];
        var progress = new Progress(options.Progress, samples);
        team.For(
            samples,
            32,
            (thread, start, end) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var sampler = samplers[thread] ??= new PathSampler(graph);
                for (var sample = start; sample < end; sample++)
                {
                    sampler.Draw(new SeededRandom(options.Seed * 0x9E3779B97F4A7C15 ^ (ulong)sample << 20));
                }
                progress.Add(thread, end - start);
            }
        );
        var passed = new int[graph.NodeCount];
        foreach (var sampler in samplers.OfType<PathSampler>())
        {
            for (var node = 0; node < passed.Length; node++)
            {
                passed[node] += sampler.Passed[node];
            }
        }
        return passed;
    }
}
