namespace BizGraph.Analysis.Centrality;

/// <summary>PageRank by power iteration (Page, Brin, Motwani and Winograd, 1999).</summary>
/// <remarks>
/// Time O(iterations · (n + m)), space O(n). Scores sum to 1. A walker follows an out-arc in proportion to its weight; a node
/// without out-arcs spreads its mass evenly, or by the personalization where there is one (networkx's rule).
/// </remarks>
public static class PageRank
{
    /// <summary>The share of time that a random walker spends at each node, 0 to 1.</summary>
    public static NodeScores Compute(CsrGraph graph, PageRankOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new PageRankOptions();
        options.Validate(graph.NodeCount);
        if (graph.NodeCount == 0)
        {
            return new NodeScores([]);
        }
        var jump = JumpShares(graph.NodeCount, options.Personalization);
        var walk = new RandomWalk(graph, jump, options.Damping);
        using var team = ThreadTeam.Take(graph.ArcCount < 50_000 ? 1 : options.Threads);
        var progress = new Progress(options.Progress, options.MaxIterations);
        var change = double.PositiveInfinity;
        for (var iteration = 0; iteration < options.MaxIterations && change >= options.Tolerance; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            change = walk.Step(team);
            progress.At(Done(iteration, change, options));
        }
        return new NodeScores(SummingToOne(walk.Rank));
    }

    // The change falls by about the same factor in each iteration.
    static double Done(int iteration, double change, PageRankOptions options) =>
        Math.Max(
            (iteration + 1.0) / options.MaxIterations,
            Math.Log(Math.Min(change, 1)) / Math.Log(Math.Min(options.Tolerance, 0.5))
        );

    static double[] JumpShares(int nodeCount, IReadOnlyDictionary<int, double>? personalization)
    {
        var shares = new double[nodeCount];
        if (personalization is null)
        {
            Array.Fill(shares, 1.0 / nodeCount);
            return shares;
        }
        foreach (var (node, weight) in personalization)
        {
            shares[node] = weight;
        }
        return SummingToOne(shares);
    }

    static double[] SummingToOne(double[] values)
    {
        var sum = values.Sum();
        return Array.ConvertAll(values, value => value / sum);
    }
}
