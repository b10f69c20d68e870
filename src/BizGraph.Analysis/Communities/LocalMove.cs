namespace BizGraph.Analysis.Communities;

/// <summary>Leiden's first phase: nodes move to the neighboring community with the largest gain, until none gains by moving.</summary>
/// <remarks>Only nodes whose neighborhood changed are visited again (the paper's fast local move). Space O(n).</remarks>
static class LocalMove
{
    /// <param name="level">The network.</param>
    /// <param name="communities">Community of each node, 0 to n − 1; changed in place.</param>
    /// <param name="random">Gives the order of the first visits.</param>
    /// <param name="cancellation">Asked every few thousand visits.</param>
    /// <returns>Whether any node moved.</returns>
    public static bool Run(LeidenLevel level, int[] communities, ref SeededRandom random, CancellationToken cancellation)
    {
        var queue = new NodeQueue(level.Shuffled(ref random));
        var groups = new CommunityMasses(level, communities);
        var around = new WeightByLabel(level.NodeCount);
        var moved = false;
        for (var visits = 0; queue.TryTake(out var node); visits++)
        {
            if (visits % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            var own = communities[node];
            for (var arc = level.Offsets[node]; arc < level.Offsets[node + 1]; arc++)
            {
                around.Add(communities[level.Targets[arc]], level.Weights[arc]);
            }
            groups.Remove(own, level.Mass[node]);
            var best = Best(level, node, own, around, groups);
            groups.Add(best, level.Mass[node]);
            around.Clear();
            if (best != own)
            {
                communities[node] = best;
                moved = true;
                PutBackNeighbors(level, node, communities, queue);
            }
        }
        return moved;
    }

    static int Best(LeidenLevel level, int node, int own, in WeightByLabel around, CommunityMasses groups)
    {
        var scaledMass = level.Scale * level.Mass[node];
        var (best, bestGain) = (own, around[own] - scaledMass * groups.MassOf(own) + level.LeastGain);
        if (bestGain < 0 && groups.MassOf(own) > 0)
        {
            (best, bestGain) = (groups.Empty(), 0);
        }
        foreach (var community in around.Touched)
        {
            var gain = around[community] - scaledMass * groups.MassOf(community);
            if (gain > bestGain)
            {
                (best, bestGain) = (community, gain);
            }
        }
        return best;
    }

    static void PutBackNeighbors(LeidenLevel level, int node, int[] communities, NodeQueue queue)
    {
        for (var arc = level.Offsets[node]; arc < level.Offsets[node + 1]; arc++)
        {
            if (communities[level.Targets[arc]] != communities[node])
            {
                queue.Put(level.Targets[arc]);
            }
        }
    }

    /// <summary>Each node stands in it at most once.</summary>
    sealed class NodeQueue(int[] nodes)
    {
        readonly bool[] _waits = Array.ConvertAll(nodes, _ => true);
        int _head;
        int _count = nodes.Length;

        public bool TryTake(out int node)
        {
            if (_count == 0)
            {
                node = -1;
                return false;
            }
            node = nodes[_head];
            _head = _head + 1 == nodes.Length ? 0 : _head + 1;
            _count--;
            _waits[node] = false;
            return true;
        }

        public void Put(int node)
        {
            if (!_waits[node])
            {
                var tail = _head + _count;
                nodes[tail >= nodes.Length ? tail - nodes.Length : tail] = node;
                _count++;
                _waits[node] = true;
            }
        }
    }

    /// <summary>Mass and members of each community, and a community that has none.</summary>
    sealed class CommunityMasses
    {
        readonly double[] _mass;
        readonly int[] _members;
        readonly Stack<int> _empty = new(); // every empty community, perhaps some that are no longer

        public CommunityMasses(LeidenLevel level, int[] communities)
        {
            (_mass, _members) = (new double[level.NodeCount], new int[level.NodeCount]);
            for (var node = 0; node < communities.Length; node++)
            {
                Add(communities[node], level.Mass[node]);
            }
            for (var community = communities.Length - 1; community >= 0; community--)
            {
                if (_members[community] == 0)
                {
                    _empty.Push(community);
                }
            }
        }

        public double MassOf(int community) => _mass[community];

        public void Add(int community, double mass)
        {
            _mass[community] += mass;
            _members[community]++;
        }

        public void Remove(int community, double mass)
        {
            _mass[community] -= mass;
            if (--_members[community] == 0)
            {
                _mass[community] = 0; // no rounding error stays behind
                _empty.Push(community);
            }
        }

        // Called while one node is out of its community, so that at most n − 1 communities have members.
        public int Empty()
        {
            while (_members[_empty.Peek()] > 0)
            {
                _empty.Pop();
            }
            return _empty.Peek();
        }
    }
}
