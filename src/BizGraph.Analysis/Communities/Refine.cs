using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>
/// Leiden's second phase: every community is built up again from single nodes, so that what is aggregated is well connected.
/// </summary>
/// <remarks>Merges are the best ones (greedy), where the paper draws among those that gain. Time O(n + m), space O(n).</remarks>
static class Refine
{
    /// <returns>Refined community of each node, 0 to n − 1; a part of its community, and connected.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Run(LeidenLevel level, int[] communities, ref SeededRandom random, CancellationToken cancellation)
    {
        var parts = new Parts(level, communities);
        var around = new WeightByLabel(level.NodeCount);
        var visits = 0;
        foreach (var node in level.Shuffled(ref random))
        {
            if (visits++ % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            // A part of one node is still called by that node's number.
            if (parts.IsSingle(node) && parts.IsWellConnected(node))
            {
                around.AddArcs(level.TargetsOf(node), level.WeightsOf(node), parts.PartOf);
                var best = parts.Best(node, around);
                if (best != node)
                {
                    parts.Merge(node, best, around[best]);
                }
                around.Clear();
            }
        }
        return parts.PartOf;
    }

    /// <summary>The refined communities: mass, members and weight to the rest of the community that each is a part of.</summary>
    sealed class Parts
    {
        public readonly int[] PartOf;

        readonly LeidenLevel _level;
        readonly int[] _communities; // a part is called by one of its nodes, so this is the community of a part, too
        readonly double[] _outward;
        readonly GroupMasses _parts;
        readonly GroupMasses _wholes;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public Parts(LeidenLevel level, int[] communities)
        {
            (_level, _communities, PartOf) = (level, communities, new int[level.NodeCount]);
            (_outward, _parts, _wholes) = (new double[level.NodeCount], new GroupMasses(level), new GroupMasses(level));
            for (var node = 0; node < level.NodeCount; node++)
            {
                PartOf[node] = node;
                _parts.Add(node, node);
                _wholes.Add(communities[node], node);
                _outward[node] = WeightInside(node);
            }
        }

        public bool IsSingle(int node) => PartOf[node] == node && _parts.MembersOf(node) == 1;

        // The paper's γ-connectedness: the weight to the rest is at least what the masses would give by chance.
        public bool IsWellConnected(int part) =>
            _outward[part] + _level.LeastGain >= _parts.ExpectedToRest(part, _wholes, _communities[part]);

        /// <summary>The part of its community that the node gains most by joining; the node itself where it gains by none.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public int Best(int node, in WeightByLabel around)
        {
            var (best, bestGain) = (node, _level.LeastGain);
            foreach (var part in around.Touched)
            {
                if (_communities[part] == _communities[node])
                {
                    var gain = around[part] - _parts.ExpectedTo(part, node);
                    if (gain > bestGain && IsWellConnected(part))
                    {
                        (best, bestGain) = (part, gain);
                    }
                }
            }
            return best;
        }

        public void Merge(int node, int part, double weightBetween)
        {
            PartOf[node] = part;
            _parts.Remove(node, node);
            _parts.Add(part, node);
            _outward[part] += _outward[node] - 2 * weightBetween;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        double WeightInside(int node)
        {
            var targets = _level.TargetsOf(node);
            var weights = _level.WeightsOf(node);
            var sum = 0.0;
            for (var arc = 0; arc < targets.Length; arc++)
            {
                var weight = weights.IsEmpty ? 1 : weights[arc];
                sum += _communities[targets[arc]] == _communities[node] ? weight : 0;
            }
            return sum;
        }
    }
}
