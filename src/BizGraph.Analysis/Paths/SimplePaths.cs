namespace BizGraph.Analysis.Paths;

/// <summary>The k shortest paths that pass no node twice (Yen, 1971), along outgoing ties; a tie is 1, weighted 1/weight long.</summary>
/// <remarks>Time O(k · n · (m + n log n)), space O(k · n).</remarks>
public static class SimplePaths
{
    /// <summary>The shortest paths between two nodes, shortest first, equal lengths in the order of their ids; fewer than asked for where there are no more.</summary>
    /// <param name="graph">Directed or not, weighted or not.</param>
    /// <param name="from">First node.</param>
    /// <param name="to">Last node.</param>
    /// <param name="count">k, 1 or more.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IReadOnlyList<Route> Find(CsrGraph graph, int from, int to, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That((uint)from < (uint)graph.NodeCount, nameof(from), from, $"a node from 0 to {graph.NodeCount - 1}");
        Require.That((uint)to < (uint)graph.NodeCount, nameof(to), to, $"a node from 0 to {graph.NodeCount - 1}");
        Require.That(count >= 1, nameof(count), count, "1 or more");
        var search = new DijkstraSearch(graph);
        var found = new List<Route>();
        var candidates = new SortedSet<Route>(ByLength);
        if (Detour(graph, search, [from], to, [], cancellation) is { } shortest)
        {
            candidates.Add(shortest);
        }
        while (found.Count < count && candidates.Min is { } next)
        {
            candidates.Remove(next);
            found.Add(next);
            for (var place = 0; place + 1 < next.Nodes.Count && found.Count < count; place++)
            {
                int[] root = [.. next.Nodes.Take(place + 1)];
                if (Detour(graph, search, root, to, found, cancellation) is { } detour)
                {
                    candidates.Add(detour);
                }
            }
        }
        return found;
    }

    static readonly Comparer<Route> ByLength = Comparer<Route>.Create(
        (a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : CompareNodes(a.Nodes, b.Nodes)
    );

    // The shortest path that starts like `root`, then goes another way than each path found that starts like it.
    static Route? Detour(
        CsrGraph graph,
        DijkstraSearch search,
        int[] root,
        int to,
        List<Route> found,
        CancellationToken cancellation
    )
    {
        var spur = root[^1];
        var passed = root.ToHashSet();
        var taken = found.Where(path => StartsWith(path, root)).Select(path => path.Nodes[root.Length]).ToHashSet();
        search.From(
            spur,
            to,
            (node, target) => !passed.Contains(target) && !(node == spur && taken.Contains(target)),
            cancellation
        );
        if (double.IsPositiveInfinity(search.Distance[to]))
        {
            return null;
        }
        var nodes = new List<int>();
        for (var node = to; node >= 0; node = search.Before[node])
        {
            nodes.Add(node);
        }
        nodes.Reverse();
        nodes.InsertRange(0, root[..^1]);
        return new Route(nodes, LengthOf(graph, nodes));
    }

    static bool StartsWith(Route path, int[] root) =>
        path.Nodes.Count > root.Length && path.Nodes.Take(root.Length).SequenceEqual(root);

    // Added up from the first node on, so that the same path has the same length however it was found.
    static double LengthOf(CsrGraph graph, List<int> nodes)
    {
        var length = 0.0;
        for (var place = 1; place < nodes.Count; place++)
        {
            length += 1 / graph.WeightOf(nodes[place - 1], nodes[place]);
        }
        return length;
    }

    static int CompareNodes(IReadOnlyList<int> a, IReadOnlyList<int> b) => a.ToArray().AsSpan().SequenceCompareTo(b.ToArray());
}
