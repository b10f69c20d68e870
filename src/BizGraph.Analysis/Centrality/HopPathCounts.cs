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

    static int[] Unreached(int nodeCount)
    {
        var distance = new int[nodeCount];
        Array.Fill(distance, -1);
        return distance;
    }
}
