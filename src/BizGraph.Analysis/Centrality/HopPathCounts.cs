namespace BizGraph.Analysis.Centrality;

/// <summary>Counts by breadth-first search: every edge is one long. Time O(n + m) a source, space O(n).</summary>
sealed class HopPathCounts(CsrGraph graph) : ShortestPathCounts(graph)
{
    readonly int[] _distance = Unreached(graph.NodeCount);

    public override void From(int source)
    {
        foreach (var node in Reached)
        {
            _distance[node] = -1;
        }
        (Order[0], ReachedCount, _distance[source], Counts[source]) = (source, 1, 0, 1);
        for (var head = 0; head < ReachedCount; head++)
        {
            var node = Order[head];
            var next = _distance[node] + 1;
            foreach (var target in Graph.OutNeighbors(node))
            {
                if (_distance[target] < 0)
                {
                    (_distance[target], Counts[target]) = (next, 0);
                    Order[ReachedCount++] = target;
                }
                if (_distance[target] == next)
                {
                    Counts[target] += Counts[node];
                }
            }
        }
    }

    public override double SumOverSuccessors(int node, double[] values)
    {
        var (sum, next) = (0.0, _distance[node] + 1);
        foreach (var target in Graph.OutNeighbors(node))
        {
            if (_distance[target] == next)
            {
                sum += values[target];
            }
        }
        return sum;
    }

    public override void AddToSuccessorArcs(int node, double[] values, double[] arcs)
    {
        var next = _distance[node] + 1;
        for (var arc = Graph.OutOffsets[node]; arc < Graph.OutOffsets[node + 1]; arc++)
        {
            var target = Graph.OutTargets[arc];
            arcs[arc] += _distance[target] == next ? values[target] * Counts[node] : 0;
        }
    }

    /// <summary>Distance of the node reached last.</summary>
    public int Farthest => _distance[Order[ReachedCount - 1]];

    static int[] Unreached(int nodeCount)
    {
        var distance = new int[nodeCount];
        Array.Fill(distance, -1);
        return distance;
    }
}
