namespace BizGraph.Analysis.Paths;

/// <summary>Dijkstra's algorithm (1959) from one source after another, with the scratch space kept: an edge is 1/weight long.</summary>
/// <remarks>Time O((n + m) log n) a source, space O(n).</remarks>
sealed class DijkstraSearch(CsrGraph graph)
{
    readonly DistanceHeap _heap = new(graph.NodeCount);
    readonly int[] _settled = new int[graph.NodeCount];
    int _count;

    /// <summary>By node; infinite where not reached.</summary>
    public readonly double[] Distance = Infinite(graph.NodeCount);

    /// <summary>By node reached: the node before it on a shortest path; −1 for the source.</summary>
    public readonly int[] Before = new int[graph.NodeCount];

    /// <summary>The nodes reached, nearest first; the source is the first.</summary>
    public ReadOnlySpan<int> Settled => _settled.AsSpan(0, _count);

    /// <param name="source">Where paths start.</param>
    /// <param name="target">The search may stop once this node is settled; −1: never.</param>
    /// <param name="allows">Whether the arc between two nodes may be used; null: every arc.</param>
    public void From(int source, int target = -1, Func<int, int, bool>? allows = null)
    {
        Forget();
        (Distance[source], Before[source]) = (0, -1);
        _heap.Offer(source, 0);
        while (!_heap.IsEmpty)
        {
            var node = _heap.TakeNearest();
            _settled[_count++] = node;
            if (node == target)
            {
                break;
            }
            var targets = graph.OutNeighbors(node);
            var weights = graph.OutWeights(node);
            for (var arc = 0; arc < targets.Length; arc++)
            {
                var distance = Distance[node] + (weights.IsEmpty ? 1 : 1 / weights[arc]);
                if (distance < Distance[targets[arc]] && (allows is null || allows(node, targets[arc])))
                {
                    (Distance[targets[arc]], Before[targets[arc]]) = (distance, node);
                    _heap.Offer(targets[arc], distance);
                }
            }
        }
    }

    void Forget()
    {
        while (!_heap.IsEmpty)
        {
            Distance[_heap.TakeNearest()] = double.PositiveInfinity;
        }
        foreach (var node in Settled)
        {
            Distance[node] = double.PositiveInfinity;
        }
        _count = 0;
    }

    static double[] Infinite(int nodeCount)
    {
        var distance = new double[nodeCount];
        Array.Fill(distance, double.PositiveInfinity);
        return distance;
    }
}
