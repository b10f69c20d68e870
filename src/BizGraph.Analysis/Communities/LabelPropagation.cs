using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>Communities by label propagation (Raghavan, Albert and Kumara, 2007): the cheap variant of <see cref="Leiden"/>.</summary>
/// <remarks>
/// Each node takes the label that weighs most among its neighbors until all have one, in an order and with choices between equals drawn
/// from the seed. Time O(rounds · m), space O(n). Direction is ignored. Quality is below Leiden's, and may collapse to one community.
/// </remarks>
public static class LabelPropagation
{
    const int MaxRounds = 100;

    /// <summary>The communities, largest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Partition Compute(CsrGraph graph, ulong seed = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = graph.ToUndirected();
        var labels = Enumerable.Range(0, graph.NodeCount).ToArray();
        var order = labels.ToArray();
        var random = new SeededRandom(seed);
        var around = new WeightByLabel(graph.NodeCount);
        var asks = Array.ConvertAll(labels, _ => true); // whether a neighbor changed since the node was last visited
        for (var (round, changed) = (0, true); changed && round < MaxRounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle(order);
            changed = false;
            foreach (var node in order)
            {
                if (asks[node])
                {
                    asks[node] = false;
                    changed |= Relabel(graph, node, labels, asks, around, ref random);
                }
            }
        }
        return Partition.FromNodeLabels(labels);
    }

    static bool Relabel(CsrGraph graph, int node, int[] labels, bool[] asks, WeightByLabel around, ref SeededRandom random)
    {
        around.AddArcs(graph.OutNeighbors(node), graph.OutWeights(node), labels);
        var label = Heaviest(around, labels[node], ref random);
        around.Clear();
        if (label == labels[node])
        {
            return false;
        }
        labels[node] = label;
        foreach (var neighbor in graph.OutNeighbors(node))
        {
            asks[neighbor] = true;
        }
        return true;
    }

    // Its own label stays when no other weighs more; else one of the heaviest, each as likely.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Heaviest(WeightByLabel around, int own, ref SeededRandom random)
    {
        var (heaviest, equals) = (around[own], 0);
        var best = own;
        foreach (var label in around.Touched)
        {
            if (around[label] > heaviest)
            {
                (best, heaviest, equals) = (label, around[label], 1);
            }
            else if (equals > 0 && around[label] == heaviest && random.Below(++equals) == 0)
            {
                best = label;
            }
        }
        return best;
    }
}
