namespace BizGraph.Analysis.Links;

/// <summary>A node that another is not tied to yet, and how well the tie would fit.</summary>
/// <param name="Node">The other node.</param>
/// <param name="Score">Above 0; larger is better. Scales differ between measures.</param>
public readonly record struct LinkCandidate(int Node, double Score);

/// <summary>Link prediction from common surroundings (Liben-Nowell and Kleinberg, 2007).</summary>
/// <remarks>
/// Direction and weights are ignored. Candidates are the nodes within two steps (three for <see cref="LinkMeasure.ThreeSteps"/>) that are
/// not neighbors. Time for one node O(arcs within as many steps), space O(n + m).
/// </remarks>
public static class LinkScores
{
    /// <summary>Score of one pair, 0 or more; tied or not. A pair of one node is an error.</summary>
    public static double Of(CsrGraph graph, int a, int b, LinkMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That(a != b, "pair", $"{a} twice", "two nodes");
        graph = graph.WithoutWeights().ToUndirected();
        if (measure == LinkMeasure.PreferentialAttachment)
        {
            return (double)graph.OutDegree(a) * graph.OutDegree(b);
        }
        var scan = new LinkScan(graph, measure);
        scan.Around(a);
        return scan.ScoreOf(b);
    }

    /// <summary>The best candidates of one node, best first, ties by id.</summary>
    public static IReadOnlyList<LinkCandidate> Candidates(CsrGraph graph, int node, LinkMeasure measure, int count)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That(count >= 0, nameof(count), count, "0 or more");
        var scan = new LinkScan(graph.WithoutWeights().ToUndirected(), measure);
        scan.Around(node);
        return scan.Best(count);
    }

    /// <summary>The best candidates of every node by its id; nothing but them is kept.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="measure">What to rank by.</param>
    /// <param name="count">Candidates for each node at most, 0 or more.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static IReadOnlyList<IReadOnlyList<LinkCandidate>> AllCandidates(
        CsrGraph graph,
        LinkMeasure measure,
        int count,
        RunOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        return CandidatesOf(graph, [.. Enumerable.Range(0, graph.NodeCount)], measure, count, options, cancellation);
    }

    /// <summary>The best candidates of some nodes, in the order of the nodes.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="nodes">Whose candidates.</param>
    /// <param name="measure">What to rank by.</param>
    /// <param name="count">Candidates for each node at most, 0 or more.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static IReadOnlyList<IReadOnlyList<LinkCandidate>> CandidatesOf(
        CsrGraph graph,
        IReadOnlyList<int> nodes,
        LinkMeasure measure,
        int count,
        RunOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(nodes);
        Require.That(count >= 0, nameof(count), count, "0 or more");
        options ??= new RunOptions();
        options.ValidateRun();
        graph = graph.WithoutWeights().ToUndirected();
        var best = new IReadOnlyList<LinkCandidate>[nodes.Count];
        using var team = ThreadTeam.Take(options.Threads);
        var scans = new LinkScan?[team.Size];
        var progress = new Progress(options.Progress, nodes.Count);
        team.For(
            nodes.Count,
            64,
            (thread, start, end) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var scan = scans[thread] ??= new LinkScan(graph, measure);
                for (var place = start; place < end; place++)
                {
                    scan.Around(nodes[place]);
                    best[place] = scan.Best(count);
                }
                progress.Add(thread, end - start);
            }
        );
        return best;
    }
}
