namespace BizGraph.Analysis.Paths;

/// <summary>Shortest paths by number of ties, by breadth-first search (Moore, 1959) along outgoing ties.</summary>
/// <remarks>Time O(n + m), space O(n). Weights are ignored.</remarks>
public static class BreadthFirst
{
    /// <summary>The paths from <paramref name="source"/>; of several shortest ones that through the node reached first, by id.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="source">Node that paths start from.</param>
    /// <param name="maxSteps">Nodes farther away are left out; null: none.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static PathTree From(CsrGraph graph, int source, int? maxSteps = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That((uint)source < (uint)graph.NodeCount, nameof(source), source, $"a node from 0 to {graph.NodeCount - 1}");
        var (distance, before) = (new double[graph.NodeCount], new int[graph.NodeCount]);
        Array.Fill(distance, double.PositiveInfinity);
        (distance[source], before[source]) = (0, -1);
        var queue = new int[graph.NodeCount];
        queue[0] = source;
        var count = 1;
        for (var head = 0; head < count; head++)
        {
            if (head % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            var node = queue[head];
            if (distance[node] >= (maxSteps ?? int.MaxValue))
            {
                break;
            }
            foreach (var target in graph.OutNeighbors(node))
            {
                if (double.IsPositiveInfinity(distance[target]))
                {
                    (distance[target], before[target]) = (distance[node] + 1, node);
                    queue[count++] = target;
                }
            }
        }
        return new PathTree(source, count, distance, before);
    }

    /// <summary>Distances from several nodes to all, 64 searches at a time. Time O(sources/64 · levels · m) at worst; space 4 bytes a pair.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="sources">Nodes that paths start from; one may come twice.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static HopTable Distances(
        CsrGraph graph,
        IReadOnlyList<int> sources,
        RunOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sources);
        options ??= new RunOptions();
        options.ValidateRun();
        Require.Nodes(graph, sources, nameof(sources));
        var blocks = (sources.Count + HopTable.Lanes - 1) / HopTable.Lanes;
        var pairs = (long)blocks * HopTable.Lanes * graph.NodeCount;
        Require.That(
            pairs <= Array.MaxLength,
            nameof(sources),
            sources.Count,
            $"{Array.MaxLength} pairs of source and node at most"
        );
        var hops = GC.AllocateUninitializedArray<int>((int)pairs);
        var search = new HopLanes(graph);
        using var team = ThreadTeam.Take(graph.ArcCount < 20_000 ? 1 : options.Threads);
        var progress = new Progress(options.Progress, sources.Count);
        for (var block = 0; block < blocks; block++)
        {
            var rows = hops.AsMemory(block * graph.NodeCount * HopTable.Lanes, graph.NodeCount * HopTable.Lanes);
            team.For(rows.Length, 1 << 16, (_, start, end) => rows.Span[start..end].Fill(-1));
            int[] some = [.. sources.Skip(block * HopTable.Lanes).Take(HopTable.Lanes)];
            search.Run(some, rows.Span, team, cancellation);
            progress.Add(0, some.Length);
        }
        return new HopTable(sources.Count, graph.NodeCount, hops);
    }
}
