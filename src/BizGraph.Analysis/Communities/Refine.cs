namespace BizGraph.Analysis.Communities;

/// <summary>
/// Leiden's second phase: every community is built up again from single nodes, so that what is aggregated is well connected.
/// </summary>
/// <remarks>Merges are the best ones (greedy), where the paper draws among those that gain. Time O(n + m), space O(n).</remarks>
static class Refine
{
    /// <returns>Refined community of each node, 0 to n − 1; a part of its community, and connected.</returns>
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
            if (!parts.IsSingle(node) || !parts.IsWellConnected(node, communities[node]))
            {
                continue;
            }
            for (var arc = level.Offsets[node]; arc < level.Offsets[node + 1]; arc++)
            {
                var target = level.Targets[arc];
                if (communities[target] == communities[node])
                {
                    around.Add(parts.PartOf[target], level.Weights[arc]);
                }
            }
            var (best, bestGain) = (node, level.LeastGain);
            foreach (var part in around.Touched)
            {
                var gain = around[part] - level.Scale * level.Mass[node] * parts.MassOf(part);
                if (gain > bestGain && parts.IsWellConnected(part, communities[node]))
                {
                    (best, bestGain) = (part, gain);
                }
            }
            if (best != node)
            {
                parts.Merge(node, best, around[best]);
            }
            around.Clear();
        }
        return parts.PartOf;
    }

    /// <summary>The refined communities: mass, members and weight to the rest of the community that each is a part of.</summary>
    sealed class Parts
    {
        public readonly int[] PartOf;

        readonly LeidenLevel _level;
        readonly double[] _mass;
        readonly double[] _outward;
        readonly double[] _communityMass;
        readonly int[] _members;

        public Parts(LeidenLevel level, int[] communities)
        {
            _level = level;
            PartOf = Enumerable.Range(0, level.NodeCount).ToArray();
            (_mass, _outward) = (level.Mass.ToArray(), new double[level.NodeCount]);
            (_communityMass, _members) = (new double[level.NodeCount], new int[level.NodeCount]);
            Array.Fill(_members, 1);
            for (var node = 0; node < level.NodeCount; node++)
            {
                _communityMass[communities[node]] += level.Mass[node];
                for (var arc = level.Offsets[node]; arc < level.Offsets[node + 1]; arc++)
                {
                    _outward[node] += communities[level.Targets[arc]] == communities[node] ? level.Weights[arc] : 0;
                }
            }
        }

        public bool IsSingle(int part) => _members[part] == 1 && PartOf[part] == part;

        public double MassOf(int part) => _mass[part];

        // The paper's γ-connectedness: the weight to the rest is at least what the masses would give by chance.
        public bool IsWellConnected(int part, int community) =>
            _outward[part] + _level.LeastGain >= _level.Scale * _mass[part] * (_communityMass[community] - _mass[part]);

        public void Merge(int node, int part, double weightBetween)
        {
            PartOf[node] = part;
            _members[part]++;
            _members[node]--;
            _mass[part] += _mass[node];
            _outward[part] += _outward[node] - 2 * weightBetween;
        }
    }
}
