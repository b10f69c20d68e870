namespace BizGraph.Analysis.Centrality;

/// <summary>Hubs and authorities of a graph.</summary>
/// <param name="Hubs">Nodes that point at good authorities: 0 to 1, sum 1; all null without ties.</param>
/// <param name="Authorities">Nodes that good hubs point at: 0 to 1, sum 1; all null without ties.</param>
public sealed record HubsAndAuthorities(NodeScores Hubs, NodeScores Authorities);

/// <summary>HITS (Kleinberg, 1999) by power iteration from equal scores, which settles it where several vectors would fit.</summary>
/// <remarks>
/// Time O(iterations · (n + m)), space O(n). Weights count. Undirected, hubs and authorities are the same: the leading eigenvector.
/// </remarks>
public static class Hits
{
    /// <summary>Both vectors.</summary>
    public static HubsAndAuthorities Compute(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (hubs, authorities) = (new double[graph.NodeCount], new double[graph.NodeCount]);
        if (graph.ArcCount == 0)
        {
            Array.Fill(hubs, double.NaN);
            return new HubsAndAuthorities(new NodeScores(hubs), new NodeScores(hubs));
        }
        if (!graph.IsDirected)
        {
            var (_, vector) = MatrixIteration.Leading(graph, cancellation);
            MatrixIteration.DivideBy(vector, vector.Sum());
            return new HubsAndAuthorities(new NodeScores(vector), new NodeScores(vector));
        }
        Array.Fill(hubs, 1.0 / graph.NodeCount);
        var next = new double[graph.NodeCount];
        var change = double.PositiveInfinity;
        for (
            var iteration = 0;
            iteration < MatrixIteration.MaxIterations && change > MatrixIteration.Tolerance * hubs.Max();
            iteration++
        )
        {
            cancellation.ThrowIfCancellationRequested();
            MatrixIteration.PullIn(graph, hubs, authorities);
            MatrixIteration.PullOut(graph, authorities, next);
            MatrixIteration.DivideBy(next, next.Sum());
            change = MatrixIteration.LargestChange(hubs, next);
            (hubs, next) = (next, hubs);
        }
        MatrixIteration.PullIn(graph, hubs, authorities);
        MatrixIteration.DivideBy(authorities, authorities.Sum());
        return new HubsAndAuthorities(new NodeScores(hubs), new NodeScores(authorities));
    }
}
