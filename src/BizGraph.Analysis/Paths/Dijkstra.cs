namespace BizGraph.Analysis.Paths;

/// <summary>Shortest paths where a tie is 1/weight long (Dijkstra, 1959), along outgoing ties; unweighted, each is one long.</summary>
/// <remarks>Time O((n + m) log n), space O(n).</remarks>
public static class Dijkstra
{
    /// <summary>The paths from <paramref name="source"/>.</summary>
    public static PathTree From(CsrGraph graph, int source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That((uint)source < (uint)graph.NodeCount, nameof(source), source, $"a node from 0 to {graph.NodeCount - 1}");
        var search = new DijkstraSearch(graph);
        search.From(source, cancellation: cancellation);
        return new PathTree(source, search.Settled.Length, search.Distance, search.Before);
    }

    /// <summary>Distances from several nodes to all: for each source one score a node, null where there is no path.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="sources">Nodes that paths start from; one may come twice.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IReadOnlyList<NodeScores> Distances(
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
        var distances = new NodeScores[sources.Count];
        using var team = ThreadTeam.Take(graph.ArcCount < 2000 ? 1 : options.Threads);
        var searches = new DijkstraSearch?[team.Size];
        var progress = new Progress(options.Progress, sources.Count);
        team.For(
            sources.Count,
            1,
            (thread, place, _) =>
            {
                var search = searches[thread] ??= new DijkstraSearch(graph);
                search.From(sources[place], cancellation: cancellation);
                distances[place] = new NodeScores(
                    Array.ConvertAll(search.Distance, distance => double.IsInfinity(distance) ? double.NaN : distance)
                );
                progress.Add(thread, 1);
            }
        );
        return distances;
    }
}
