using BizGraph.Analysis.Paths;

namespace BizGraph.Analysis.Centrality;

/// <summary>Counts by Dijkstra's algorithm: an edge is 1/weight long. Time O((n + m) log n) a source, space O(n + m).</summary>
sealed class WeightedPathCounts(CsrGraph graph) : ShortestPathCounts(graph)
{
    const double Tolerance = 1e-10; // igraph's: sums of the same lengths in another order count as equal

    readonly double[] _distance = new double[graph.NodeCount];
    readonly int[] _place = Unsettled(graph.NodeCount); // position in Order, -1 until settled
    readonly DistanceQueue _queue = new();

    public override void From(int source)
    {
        foreach (var node in Reached)
        {
            _place[node] = -1;
        }
        Array.Fill(_distance, double.PositiveInfinity);
        ReachedCount = 0;
        _distance[source] = 0;
        _queue.Offer(source, 0);
        while (_queue.TryTakeNearest(out var node, out _))
        {
            if (_place[node] < 0)
            {
                Settle(node);
            }
        }
        CountPaths(source);
    }

    public override double SumOverSuccessors(int node, double[] values)
    {
        var targets = Graph.OutNeighbors(node);
        var weights = Graph.OutWeights(node);
        var sum = 0.0;
        for (var arc = 0; arc < targets.Length; arc++)
        {
            if (IsSuccessor(node, targets[arc], weights[arc]))
            {
                sum += values[targets[arc]];
            }
        }
        return sum;
    }

    public override void AddToSuccessorArcs(int node, double[] values, double[] arcs)
    {
        for (var arc = Graph.OutOffsets[node]; arc < Graph.OutOffsets[node + 1]; arc++)
        {
            var target = Graph.OutTargets[arc];
            arcs[arc] += IsSuccessor(node, target, Graph.AllOutWeights[arc]) ? values[target] * Counts[node] : 0;
        }
    }

    void Settle(int node)
    {
        _place[node] = ReachedCount;
        Order[ReachedCount++] = node;
        Counts[node] = 0;
        var targets = Graph.OutNeighbors(node);
        var weights = Graph.OutWeights(node);
        for (var arc = 0; arc < targets.Length; arc++)
        {
            var distance = _distance[node] + 1 / weights[arc];
            if (distance < _distance[targets[arc]] && _place[targets[arc]] < 0)
            {
                _distance[targets[arc]] = distance;
                _queue.Offer(targets[arc], distance);
            }
        }
    }

    // Only after all distances are final: a path that is longer by a rounding error counts, too.
    void CountPaths(int source)
    {
        Counts[source] = 1;
        foreach (var node in Reached)
        {
            var targets = Graph.OutNeighbors(node);
            var weights = Graph.OutWeights(node);
            for (var arc = 0; arc < targets.Length; arc++)
            {
                if (IsSuccessor(node, targets[arc], weights[arc]))
                {
                    Counts[targets[arc]] += Counts[node];
                }
            }
        }
    }

    bool IsSuccessor(int node, int target, double weight) =>
        _place[target] > _place[node] && _distance[node] + 1 / weight - _distance[target] <= Tolerance * _distance[target];

    static int[] Unsettled(int nodeCount)
    {
        var place = new int[nodeCount];
        Array.Fill(place, -1);
        return place;
    }
}
