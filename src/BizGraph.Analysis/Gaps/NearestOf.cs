namespace BizGraph.Analysis.Gaps;

/// <summary>The nearest of some nodes to each node, by one breadth-first search from all of them. Time O(n + m).</summary>
sealed class NearestOf
{
    readonly int[] _steps; // -1 where there is no way
    readonly int[] _nearest;

    NearestOf(int[] steps, int[] nearest) => (_steps, _nearest) = (steps, nearest);

    /// <param name="graph">Undirected.</param>
    /// <param name="sources">Rising: of several as near the first is taken.</param>
    public static NearestOf Find(CsrGraph graph, IEnumerable<int> sources)
    {
        var (steps, nearest) = (new int[graph.NodeCount], new int[graph.NodeCount]);
        Array.Fill(steps, -1);
        var queue = new Queue<int>();
        foreach (var source in sources)
        {
            (steps[source], nearest[source]) = (0, source);
            queue.Enqueue(source);
        }

        while (queue.TryDequeue(out var node))
        {
            foreach (var next in graph.OutNeighbors(node))
            {
                if (steps[next] < 0)
                {
                    (steps[next], nearest[next]) = (steps[node] + 1, nearest[node]);
                    queue.Enqueue(next);
                }
            }
        }

        return new NearestOf(steps, nearest);
    }

    /// <summary>Steps to the nearest; null where there is no way.</summary>
    public int? Steps(int node) => _steps[node] < 0 ? null : _steps[node];

    /// <summary>The nearest; null where there is no way.</summary>
    public int? Nearest(int node) => _steps[node] < 0 ? null : _nearest[node];
}
