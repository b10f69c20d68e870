using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Structure;

/// <summary>
/// An undirected graph with nodes ranked by degree, the highest first, and each edge pointing to the end of higher rank (smaller number).
/// No node has more than √(2m) arcs then, and each triangle is met once (Chiba and Nishizeki, 1985; Latapy, 2008).
/// </summary>
/// <remarks>
/// Everything here speaks of ranks; <see cref="Order"/> leads back to nodes. Most arcs lead to a few nodes, whose numbers are now close
/// together: twice as fast at 100,000 nodes as with the graph's own numbers. Time O(n + m) to build; space 4 bytes an edge, 16 a node.
/// </remarks>
sealed class OrientedGraph
{
    public readonly int[] Order; // node of each rank
    public readonly int[] Offsets; // length n + 1; arcs of rank r are [Offsets[r], Offsets[r + 1])
    public readonly int[] Targets; // rank of each arc's end, below that of its start; sorted by node within a row

    public OrientedGraph(CsrGraph graph)
    {
        var n = graph.NodeCount;
        (Order, var rankOf) = ByDegree(graph);
        (Offsets, Targets) = (new int[n + 1], new int[graph.EdgeCount + 1]); // one more: an arc is written before it is judged
        Fill(graph, rankOf);
    }

    public int NodeCount => Order.Length;

    public int EdgeCount => Targets.Length - 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Fill(CsrGraph graph, int[] rankOf)
    {
        var edge = 0;
        for (var rank = 0; rank < Order.Length; rank++)
        {
            // Without a branch, which would be guessed wrong every other time.
            foreach (var neighbor in graph.OutNeighbors(Order[rank]))
            {
                Targets[edge] = rankOf[neighbor];
                edge += rankOf[neighbor] < rank ? 1 : 0;
            }
            Offsets[rank + 1] = edge;
        }
    }

    // Counting sort; equal degrees by id.
    static (int[] Order, int[] RankOf) ByDegree(CsrGraph graph)
    {
        var n = graph.NodeCount;
        var largest = 0;
        for (var node = 0; node < n; node++)
        {
            largest = Math.Max(largest, graph.OutDegree(node));
        }
        var next = new int[largest + 2]; // first free rank of a degree
        for (var node = 0; node < n; node++)
        {
            next[graph.OutDegree(node)]++;
        }
        for (var (degree, start) = (largest, 0); degree >= 0; degree--)
        {
            (next[degree], start) = (start, start + next[degree]);
        }
        var (order, rankOf) = (new int[n], new int[n]);
        for (var node = 0; node < n; node++)
        {
            var rank = next[graph.OutDegree(node)]++;
            (order[rank], rankOf[node]) = (node, rank);
        }
        return (order, rankOf);
    }
}
