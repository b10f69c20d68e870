namespace BizGraph.Analysis.Structure;

/// <summary>
/// A depth-first forest of an undirected graph with low points (Hopcroft and Tarjan, 1973): the earliest node that a subtree
/// reaches by one edge out of the tree. Articulation points, bridges and biconnected components are read from it.
/// </summary>
/// <remarks>Time O(n + m), space O(n); without recursion.</remarks>
sealed class LowPoints
{
    public readonly int[] Preorder; // nodes in the order of discovery
    public readonly int[] Parent; // in the forest, -1 for a root
    public readonly int[] Discovery; // position in Preorder, -1 until discovered
    public readonly int[] Low; // the smallest Discovery that the node's subtree reaches

    public LowPoints(CsrGraph graph, CancellationToken cancellation)
    {
        (Preorder, Parent) = (new int[graph.NodeCount], new int[graph.NodeCount]);
        (Discovery, Low) = (LargeArray.Uninitialized<int>(graph.NodeCount), LargeArray.Uninitialized<int>(graph.NodeCount));
        Array.Fill(Discovery, -1);
        var cursor = new int[graph.NodeCount];
        var count = 0;
        for (var root = 0; root < graph.NodeCount; root++)
        {
            if (Discovery[root] < 0)
            {
                Enter(root, -1, count);
                count = Explore(graph, root, cursor, count + 1, cancellation);
            }
        }
    }

    // Walks the tree of `root`; the way back is Parent. Returns the number of nodes discovered so far.
    int Explore(CsrGraph graph, int root, int[] cursor, int count, CancellationToken cancellation)
    {
        for (var node = root; node >= 0; )
        {
            var neighbors = graph.OutNeighbors(node);
            if (cursor[node] == neighbors.Length)
            {
                var parent = Parent[node];
                if (parent >= 0)
                {
                    Low[parent] = Math.Min(Low[parent], Low[node]);
                }
                node = parent;
                continue;
            }
            var neighbor = neighbors[cursor[node]++];
            if (Discovery[neighbor] < 0)
            {
                if (count % 4096 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                Enter(neighbor, node, count++);
                node = neighbor;
            }
            else if (neighbor != Parent[node])
            {
                Low[node] = Math.Min(Low[node], Discovery[neighbor]);
            }
        }
        return count;
    }

    void Enter(int node, int parent, int count)
    {
        (Parent[node], Discovery[node], Low[node]) = (parent, count, count);
        Preorder[count] = node;
    }
}
