namespace BizGraph.Analysis.Centrality;

/// <summary>Hubs and authorities of a graph.</summary>
/// <param name="Hubs">Nodes that point at good authorities: 0 to 1, sum 1; all null without ties.</param>
/// <param name="Authorities">Nodes that good hubs point at: 0 to 1, sum 1; all null without ties.</param>
public sealed record HubsAndAuthorities(NodeScores Hubs, NodeScores Authorities);

/// <summary>
/// HITS (Kleinberg, 1999) from equal scores, which settles it where several vectors would fit: the limit of power iteration, found by the
/// method of Lanczos (1950).
/// </summary>
/// <remarks>
/// Time O(iterations · (n + m)), space 200 bytes a node. Weights count. Undirected, hubs and authorities are the same: the leading
/// eigenvector.
/// </remarks>
public static class Hits
{
    /// <summary>Both vectors.</summary>
    public static HubsAndAuthorities Compute(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new RunOptions();
        options.ValidateRun();
        using var team = ThreadTeam.Take(graph.ArcCount < 50_000 ? 1 : options.Threads);
        var progress = new Progress(options.Progress, 1);
        if (graph.ArcCount == 0)
        {
            var none = new double[graph.NodeCount];
            Array.Fill(none, double.NaN);
            return new HubsAndAuthorities(new NodeScores(none), new NodeScores(none));
        }
        if (!graph.IsDirected)
        {
            var scores = SummingToOne(MatrixIteration.Leading(graph, team, progress, cancellation).Vector);
            return new HubsAndAuthorities(new NodeScores(scores), new NodeScores(scores));
        }
        // Hubs lead from themselves, by way of their authorities: A·Aᵀ is symmetric.
        var (start, between) = (new double[graph.NodeCount], new double[graph.NodeCount]);
        Array.Fill(start, 1);
        var (_, hubs) = Lanczos.Leading(
            start,
            (values, result) =>
            {
                MatrixIteration.PullIn(graph, values, between, team);
                MatrixIteration.PullOut(graph, between, result, team);
            },
            progress,
            cancellation
        );
        var authorities = new double[graph.NodeCount];
        MatrixIteration.PullIn(graph, hubs, authorities, team);
        return new HubsAndAuthorities(new NodeScores(SummingToOne(hubs)), new NodeScores(SummingToOne(authorities)));
    }

    static double[] SummingToOne(double[] scores)
    {
        MatrixIteration.DivideBy(scores, scores.Sum());
        return scores;
    }
}
