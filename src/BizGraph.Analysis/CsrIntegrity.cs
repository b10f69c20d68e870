namespace BizGraph.Analysis;

/// <summary>The invariants of <see cref="CsrGraph"/>, checked once when a graph is built. Time O(n + m), space O(n).</summary>
static class CsrIntegrity
{
    public static void Check(bool directed, int[] offsets, int[] targets, double[]? weights)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        ArgumentNullException.ThrowIfNull(targets);
        CheckOffsets(offsets, targets.Length);
        CheckRows(offsets, targets);
        CheckWeights(targets.Length, weights);
        if (!directed)
        {
            CheckSymmetry(offsets, targets, weights);
        }
    }

    static void CheckOffsets(int[] offsets, int arcs)
    {
        if (offsets.Length == 0 || offsets[0] != 0 || offsets[^1] != arcs)
        {
            var found = offsets.Length == 0 ? "no entries" : $"{offsets[0]} to {offsets[^1]}";
            throw new ArgumentException($"Offsets: found {found}, expected n + 1 entries from 0 to {arcs}.", nameof(offsets));
        }
        for (var node = 0; node + 1 < offsets.Length; node++)
        {
            if (offsets[node] > offsets[node + 1])
            {
                throw new ArgumentException(
                    $"Offsets of node {node}: found {offsets[node]} before {offsets[node + 1]}, expected them to rise.",
                    nameof(offsets)
                );
            }
        }
    }

    static void CheckRows(int[] offsets, int[] targets)
    {
        var nodeCount = offsets.Length - 1;
        for (var node = 0; node < nodeCount; node++)
        {
            var previous = -1;
            foreach (var target in targets.AsSpan(offsets[node], offsets[node + 1] - offsets[node]))
            {
                if (target <= previous || target >= nodeCount || target == node)
                {
                    throw new ArgumentException(
                        $"Row of node {node}: found target {target} after {previous}, "
                            + $"expected sorted, distinct nodes from 0 to {nodeCount - 1} other than {node}.",
                        nameof(targets)
                    );
                }
                previous = target;
            }
        }
    }

    static void CheckWeights(int arcs, double[]? weights)
    {
        if (weights is null)
        {
            return;
        }
        if (weights.Length != arcs)
        {
            throw new ArgumentException(
                $"Weights: found {weights.Length}, expected one for each of {arcs} arcs.",
                nameof(weights)
            );
        }
        var bad = Array.FindIndex(weights, weight => !(weight > 0 && double.IsFinite(weight)));
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"Weight of arc {bad}: found {weights[bad]}, expected a finite number above 0.",
                nameof(weights)
            );
        }
    }

    // Sources come in rising order, so row v must list them in the order in which they name v.
    static void CheckSymmetry(int[] offsets, int[] targets, double[]? weights)
    {
        var cursor = offsets.AsSpan(0, offsets.Length - 1).ToArray();
        for (var node = 0; node < cursor.Length; node++)
        {
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
            {
                var target = targets[arc];
                var mirror = cursor[target]++;
                if (
                    mirror >= offsets[target + 1]
                    || targets[mirror] != node
                    || (weights is not null && weights[mirror] != weights[arc])
                )
                {
                    throw new ArgumentException(
                        $"Edge {node} – {target} of an undirected graph: expected the same edge with the same weight in the row of {target}.",
                        nameof(targets)
                    );
                }
            }
        }
    }
}
