using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Structure;

/// <summary>Weakly connected components by union–find, most ties of the largest one never looked at (Afforest; Sutton et al., 2018).</summary>
/// <remarks>
/// A few ties of each node are enough to tie most of the largest component together; its nodes are then passed over. Time O((n + m) α(n))
/// at worst, mostly O(n); space O(n). Direction is ignored; an isolated node is a component of its own.
/// </remarks>
public static class WeakComponents
{
    const int Sampled = 2; // ties of each node taken first

    /// <summary>The components, largest first.</summary>
    public static Partition Find(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var parent = LargeArray.Uninitialized<int>(graph.NodeCount);
        for (var node = 0; node < parent.Length; node++)
        {
            parent[node] = node;
        }
        UniteFirst(graph.OutOffsets, graph.OutTargets, parent);
        cancellation.ThrowIfCancellationRequested();
        PointToRoots(parent);
        var largest = MostFrequent(parent);
        UniteRest(graph.OutOffsets, graph.OutTargets, parent, Sampled, largest);
        if (graph.IsDirected)
        {
            UniteRest(graph.InOffsets, graph.InTargets, parent, 0, largest);
        }
        PointToRoots(parent);
        return Partition.FromNodeLabels(parent);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void UniteFirst(ReadOnlySpan<int> offsets, ReadOnlySpan<int> targets, int[] parent)
    {
        for (var node = 0; node < parent.Length; node++)
        {
            var end = Math.Min(offsets[node] + Sampled, offsets[node + 1]);
            for (var arc = offsets[node]; arc < end; arc++)
            {
                Unite(parent, node, targets[arc]);
            }
        }
    }

    // A tie between the largest component and another is met from the other's end: undirected in its row, directed in one of its two.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void UniteRest(ReadOnlySpan<int> offsets, ReadOnlySpan<int> targets, int[] parent, int skipped, int largest)
    {
        for (var node = 0; node < parent.Length; node++)
        {
            if (parent[node] == largest)
            {
                continue;
            }
            for (var arc = offsets[node] + skipped; arc < offsets[node + 1]; arc++)
            {
                Unite(parent, node, targets[arc]);
            }
        }
    }

    // Of a sample of the roots: any answer is right, a frequent one is fast.
    static int MostFrequent(int[] parent)
    {
        var counts = new Dictionary<int, int>();
        var (best, most) = (-1, 0);
        for (var node = 0; node < parent.Length; node += 1 + parent.Length / 1024)
        {
            var count = counts[parent[node]] = counts.GetValueOrDefault(parent[node]) + 1;
            (best, most) = count > most ? (parent[node], count) : (best, most);
        }
        return best;
    }

    // The smaller root becomes the parent, so that parents are never larger than their children.
    static void Unite(int[] parent, int a, int b)
    {
        (a, b) = (Root(parent, a), Root(parent, b));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }

    static void PointToRoots(int[] parent)
    {
        for (var node = 0; node < parent.Length; node++)
        {
            parent[node] = parent[parent[node]];
        }
    }
}
