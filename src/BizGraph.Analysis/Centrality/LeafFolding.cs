namespace BizGraph.Analysis.Centrality;

/// <summary>
/// Folds trees that hang on a connected undirected graph into the node they hang on, so that betweenness is computed on what is left
/// (Sarıyüce et al., BADIOS, 2013). What passes through a folded node, and through a host for its own trees, are products of sizes.
/// </summary>
/// <remarks>Time and space O(n + m).</remarks>
sealed class LeafFolding
{
    readonly double[] _squares; // Σ of the squared sizes of the trees that were folded into a node
    readonly int _nodeCount;

    public readonly double[] Weight; // of a node: itself and what was folded into it
    public readonly int[] Core; // nodes that are left, one at least

    public LeafFolding(CsrGraph graph)
    {
        _nodeCount = graph.NodeCount;
        (Weight, _squares) = (new double[_nodeCount], new double[_nodeCount]);
        Array.Fill(Weight, 1);
        var degree = new int[_nodeCount];
        var leaves = new Stack<int>();
        for (var node = 0; node < _nodeCount; node++)
        {
            degree[node] = graph.OutDegree(node);
            if (degree[node] == 1)
            {
                leaves.Push(node);
            }
        }
        while (leaves.TryPop(out var leaf))
        {
            if (degree[leaf] == 1) // the last of a tree has none left
            {
                var host = Host(graph, leaf, degree);
                (degree[leaf], Weight[host]) = (0, Weight[host] + Weight[leaf]);
                _squares[host] += Weight[leaf] * Weight[leaf];
                if (--degree[host] == 1)
                {
                    leaves.Push(host);
                }
            }
        }
        Core = [.. Enumerable.Range(0, _nodeCount).Where(node => degree[node] > 0 || Weight[node] == _nodeCount)];
    }

    /// <summary>Ordered pairs whose paths pass through the node for sure: between its trees, and between them and the rest.</summary>
    public double PairsThrough(int node)
    {
        var (trees, rest) = (Weight[node] - 1, _nodeCount - Weight[node]);
        return trees * trees - _squares[node] + 2 * trees * rest;
    }

    // The one neighbor that was not folded yet.
    static int Host(CsrGraph graph, int leaf, int[] degree)
    {
        foreach (var neighbor in graph.OutNeighbors(leaf))
        {
            if (degree[neighbor] > 0)
            {
                return neighbor;
            }
        }
        throw new InvalidOperationException($"Leaf {leaf} has no neighbor left.");
    }
}
