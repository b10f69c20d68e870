namespace BizGraph.Analysis.Centrality;

/// <summary>Eigenvector centrality (Bonacich, 1972) along incoming ties: undirected by the method of Lanczos (1950), directed by power iteration.</summary>
/// <remarks>
/// A node's score is the sum of those that point at it, divided by λ₁. Only the leading component and the nodes that it leads to have
/// one above 0; equal λ₁: the larger component, then the smallest id. Time O(iterations · (n + m)), space O(n + m), undirected
/// 200 bytes a node. Weights count.
/// </remarks>
public static class Eigenvector
{
    /// <summary>Scores of 0 to 1, the largest 1; all null when the graph has no cycle (undirected: no edge).</summary>
    public static NodeScores Compute(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new RunOptions();
        options.ValidateRun();
        using var team = ThreadTeam.Take(graph.ArcCount < 50_000 ? 1 : options.Threads);
        var progress = new Progress(options.Progress, 1);
        var scores = new double[graph.NodeCount];
        var leading = LeadingComponent.Of(graph, team, progress, cancellation);
        if (leading.Value == 0)
        {
            Array.Fill(scores, double.NaN);
            return new NodeScores(scores);
        }
        for (var place = 0; place < leading.Nodes.Length; place++)
        {
            scores[leading.Nodes[place]] = leading.Vector[place];
        }
        if (graph.IsDirected)
        {
            PassOn(graph, leading, scores, team, progress, cancellation);
        }
        return new NodeScores(scores);
    }

    // Outside the component λ₁x = inflow + (what they pass among themselves) is solved by repeating it: their own λ is smaller.
    static void PassOn(
        CsrGraph graph,
        LeadingComponent leading,
        double[] scores,
        ThreadTeam team,
        Progress progress,
        CancellationToken cancellation
    )
    {
        var downstream = LeadingComponent.Downstream(graph, leading.Nodes);
        foreach (var node in leading.Nodes)
        {
            downstream[node] = false;
        }
        var next = new double[scores.Length];
        var change = double.PositiveInfinity;
        for (
            var iteration = 0;
            iteration < MatrixIteration.MaxIterations && change > MatrixIteration.Tolerance * scores.Max();
            iteration++
        )
        {
            cancellation.ThrowIfCancellationRequested();
            MatrixIteration.PullIn(graph, scores, next, team);
            change = 0;
            for (var node = 0; node < scores.Length; node++)
            {
                if (downstream[node])
                {
                    change = Math.Max(change, Math.Abs(next[node] / leading.Value - scores[node]));
                    scores[node] = next[node] / leading.Value;
                }
            }
            progress.At(MatrixIteration.Converged(change));
        }
        MatrixIteration.DivideBy(scores, scores.Max());
    }
}
