using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Run(LeidenLevel level, int[] communities, ref SeededRandom random, CancellationToken cancellation)
    {
        var queue = new NodeQueue(level.Shuffled(ref random));
        var groups = new GroupMasses(level);
        var empty = EmptyCommunities(groups, communities);
        var around = new WeightByLabel(level.NodeCount);
        var moved = false;
        for (var visits = 0; queue.TryTake(out var node); visits++)
        {
            if (visits % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            queue.Prefetch(level, communities);
            var own = communities[node];
            around.AddArcs(level.TargetsOf(node), level.WeightsOf(node), communities);
            groups.Remove(own, node);
            if (groups.MembersOf(own) == 0)
            {
                empty.Push(own);
            }
            var best = Best(level, node, own, around, groups, empty);
            groups.Add(best, node);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Best(LeidenLevel level, int node, int own, in WeightByLabel around, GroupMasses groups, Stack<int> empty)
    {
        var (best, bestGain) = (own, around[own] - groups.ExpectedTo(own, node) + level.LeastGain);
        if (bestGain < 0 && groups.MembersOf(own) > 0)
        {
            (best, bestGain) = (FirstEmpty(groups, empty), 0);
        }
        foreach (var community in around.Touched)
        {
            var gain = around[community] - groups.ExpectedTo(community, node);
            if (gain > bestGain)
            {
                (best, bestGain) = (community, gain);
            }
        }
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void PutBackNeighbors(LeidenLevel level, int node, int[] communities, NodeQueue queue)
    {
        foreach (var target in level.TargetsOf(node))
        {
            if (communities[target] != communities[node])
            {
                queue.Put(target);
            }
        }
    }

    // Adds the nodes to their groups; the stack holds every community without members, and perhaps some that have got one since.
    static Stack<int> EmptyCommunities(GroupMasses groups, int[] communities)
    {
        for (var node = 0; node < communities.Length; node++)
        {
            groups.Add(communities[node], node);
        }
        var empty = new Stack<int>();
        for (var community = communities.Length - 1; community >= 0; community--)
        {
            if (groups.MembersOf(community) == 0)
            {
                empty.Push(community);
            }
        }
        return empty;
    }

    // Asked while one node is out of its community, so that at most n − 1 communities have members.
    static int FirstEmpty(GroupMasses groups, Stack<int> empty)
    {
        while (groups.MembersOf(empty.Peek()) > 0)
        {
            empty.Pop();
        }
        return empty.Peek();
    }

    /// <summary>Each node stands in it at most once.</summary>
    sealed class NodeQueue(int[] nodes)
    {
        readonly bool[] _waits = Array.ConvertAll(nodes, _ => true);
        int _head;
        int _count = nodes.Length;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

        // Asks for the row of a node that comes a little later, and for the communities of a nearer one's neighbors: visits go all over
        // memory. A tenth less time for all of Leiden at 100,000 nodes, a sixth at a million.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public unsafe void Prefetch(LeidenLevel level, int[] communities)
        {
            if (!Sse.IsSupported || _head + 3 >= nodes.Length)
            {
                return;
            }
            var (near, later) = (nodes[_head + 1], nodes[_head + 3]);
            // An empty row may stand at the very end: asking for what is not there does nothing.
            Sse.Prefetch0(
                Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(level.Targets), level.Offsets[later]))
            );
            foreach (var target in level.TargetsOf(near))
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref communities[target]));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
}
