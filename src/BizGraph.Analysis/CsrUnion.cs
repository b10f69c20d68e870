namespace BizGraph.Analysis;

/// <summary>The undirected graph of a directed one: each row is the merge of the node's out-row and in-row.</summary>
static class CsrUnion
{
    /// <summary>Weights of both arcs added up; with <paramref name="counting"/> an unweighted graph gets weights too: 2 for a mutual tie.</summary>
    public static CsrGraph OfBothDirections(CsrGraph graph, bool counting = false)
    {
        var offsets = new int[graph.NodeCount + 1];
        for (var node = 0; node < graph.NodeCount; node++)
        {
            offsets[node + 1] = checked(offsets[node] + Merge(graph, node, [], []));
        }
        var targets = new int[offsets[^1]];
        var weights = graph.IsWeighted || counting ? new double[offsets[^1]] : null;
        for (var node = 0; node < graph.NodeCount; node++)
        {
            Merge(graph, node, targets.AsSpan(offsets[node]), weights.AsSpan(weights is null ? 0 : offsets[node]));
        }
        return new CsrGraph(directed: false, offsets, targets, weights);
    }

    // Returns the length of the merged row; writes it where the spans have room.
    static int Merge(CsrGraph graph, int node, Span<int> targets, Span<double> weights)
    {
        var outs = graph.OutNeighbors(node);
        var ins = graph.InNeighbors(node);
        var outWeights = graph.OutWeights(node);
        var inWeights = graph.InWeights(node);
        int o = 0,
            i = 0,
            length = 0;
        while (o < outs.Length || i < ins.Length)
        {
            var target = Math.Min(o < outs.Length ? outs[o] : int.MaxValue, i < ins.Length ? ins[i] : int.MaxValue);
            var weight = 0.0;
            if (o < outs.Length && outs[o] == target)
            {
                weight += outWeights.IsEmpty ? 1 : outWeights[o];
                o++;
            }
            if (i < ins.Length && ins[i] == target)
            {
                weight += inWeights.IsEmpty ? 1 : inWeights[i];
                i++;
            }
            if (!targets.IsEmpty)
            {
                targets[length] = target;
            }
            if (!weights.IsEmpty)
            {
                weights[length] = weight;
            }
            length++;
        }
        return length;
    }
}
