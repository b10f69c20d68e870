namespace BizGraph.Analysis.Centrality;

/// <summary>Betweenness of edges by dependency accumulation (Girvan and Newman, 2002; Brandes, 2008).</summary>
/// <remarks>Time and rules as for <see cref="Betweenness"/>; a pair of nodes counts for the edge between them, too.
/// Space 8 bytes an arc for each thread, and some more while parts wait for their turn.</remarks>
public static class EdgeBetweenness
{
    /// <summary>Exact betweenness of every edge, above 0: raw, unordered pairs when undirected.</summary>
    public static EdgeScores Compute(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new RunOptions();
        options.ValidateRun();
        var arcs = SourceParts.Sum(
            graph.ArcCount,
            graph.NodeCount,
            1,
            () => new Scratch(ShortestPathCounts.For(graph), new double[graph.NodeCount]),
            (scratch, source, _, sums) =>
            {
                scratch.Paths.From(source);
                Accumulate(scratch.Paths, scratch.Coefficient, sums);
            },
            options,
            cancellation
        );
        return Combine(graph, arcs);
    }

    static void Accumulate(ShortestPathCounts paths, double[] coefficient, double[] arcs)
    {
        var reached = paths.Reached;
        for (var place = reached.Length - 1; place >= 0; place--)
        {
            var node = reached[place];
            var dependency = paths.CountOf(node) * paths.SumOverSuccessors(node, coefficient);
            paths.AddToSuccessorArcs(node, coefficient, arcs);
            coefficient[node] = (1 + dependency) / paths.CountOf(node);
        }
    }

    // Undirected, each pair was counted from both ends, once along each of the edge's arcs.
    static EdgeScores Combine(CsrGraph graph, double[] arcs)
    {
        var edges = graph.Edges().ToArray();
        if (graph.IsDirected)
        {
            return new EdgeScores(edges, arcs);
        }
        var numbers = new Structure.EdgeNumbers(graph);
        var values = new double[edges.Length];
        for (var node = 0; node < graph.NodeCount; node++)
        {
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
            {
                values[numbers.Of(node, graph.OutTargets[arc])] += arcs[arc] / 2;
            }
        }
        return new EdgeScores(edges, values);
    }

    sealed record Scratch(ShortestPathCounts Paths, double[] Coefficient);
}
