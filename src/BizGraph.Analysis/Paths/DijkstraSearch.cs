using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Paths;

/// <summary>Dijkstra's algorithm (1959) from one source after another, with the scratch space kept: an edge is 1/weight long.</summary>
/// <remarks>Time O((n + m) log n) a source, space O(n).</remarks>
sealed class DijkstraSearch(CsrGraph graph)
{
    readonly DistanceQueue _queue = new();
    readonly int[] _settled = new int[graph.NodeCount];
    readonly int[] _touched = new int[graph.NodeCount]; // nodes with a distance
    int _count;
    int _touchedCount;

    /// <summary>By node; infinite where not reached.</summary>
    public readonly double[] Distance = Infinite(graph.NodeCount);

    /// <summary>By node reached: the node before it on a shortest path; −1 for the source.</summary>
    public readonly int[] Before = new int[graph.NodeCount];

    /// <summary>The nodes reached, nearest first; the source is the first.</summary>
    public ReadOnlySpan<int> Settled => _settled.AsSpan(0, _count);

    /// <param name="source">Where paths start.</param>
    /// <param name="target">The search may stop once this node is settled; −1: never.</param>
    /// <param name="allows">Whether the arc between two nodes may be used; null: every arc.</param>
    /// <param name="cancellation">Asked every few thousand nodes.</param>
    public void From(int source, int target = -1, Func<int, int, bool>? allows = null, CancellationToken cancellation = default)
    {
        Forget();
        (Distance[source], Before[source]) = (0, -1);
        _touched[_touchedCount++] = source;
        _queue.Offer(source, 0);
        while (_queue.TryTakeNearest(out var node, out var distance))
        {
            if (distance == Distance[node])
            {
                if (_count % 4096 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                _settled[_count++] = node;
                if (node == target)
                {
                    break;
                }
                Relax(node, distance, allows);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Relax(int node, double soFar, Func<int, int, bool>? allows)
    {
        var targets = graph.OutNeighbors(node);
        var weights = graph.OutWeights(node);
        for (var arc = 0; arc < targets.Length; arc++)
        {
            var target = targets[arc];
            var distance = soFar + (weights.IsEmpty ? 1 : 1 / weights[arc]);
            if (distance < Distance[target] && (allows is null || allows(node, target)))
            {
                if (double.IsPositiveInfinity(Distance[target]))
                {
                    _touched[_touchedCount++] = target;
                }
                (Distance[target], Before[target]) = (distance, node);
                _queue.Offer(target, distance);
            }
        }
    }

    void Forget()
    {
        foreach (var node in _touched.AsSpan(0, _touchedCount))
        {
            Distance[node] = double.PositiveInfinity;
        }
        (_count, _touchedCount) = (0, 0);
        _queue.Clear();
    }

    static double[] Infinite(int nodeCount)
    {
        var distance = LargeArray.Uninitialized<double>(nodeCount);
        Array.Fill(distance, double.PositiveInfinity);
        return distance;
    }
}
