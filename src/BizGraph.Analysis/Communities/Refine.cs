using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>
/// Leiden's second phase: every community is built up again from single nodes, so that what is aggregated is well connected.
/// </summary>
/// <remarks>
/// Merges are the best ones (greedy), where the paper draws among those that gain. Communities do not depend on each other: threads share
/// them, and the ties inside one are copied next to each other before they are looked at. Time O(n + m), space O(n + m).
/// </remarks>
sealed class Refine
{
    readonly LeidenLevel _level;
    readonly int[] _communities; // a part is called by one of its nodes, so this is the community of a part, too
    readonly int[] _partOf;
    readonly double[] _outward; // weight from a part to the rest of its community
    readonly GroupMasses _parts;
    readonly GroupMasses _wholes;

    Refine(LeidenLevel level, int[] communities)
    {
        (_level, _communities, _partOf) = (level, communities, LargeArray.Uninitialized<int>(level.NodeCount));
        (_outward, _parts, _wholes) = (
            LargeArray.Uninitialized<double>(level.NodeCount),
            new GroupMasses(level),
            new GroupMasses(level)
        );
    }

    /// <param name="level">The network.</param>
    /// <param name="communities">Community of each node, 0 to <paramref name="communityCount"/> − 1.</param>
    /// <param name="communityCount">Number of communities.</param>
    /// <param name="run">Gives the order in which nodes merge, and threads.</param>
    /// <returns>Refined community of each node, 0 to n − 1; a part of its community, and connected.</returns>
    public static int[] Run(LeidenLevel level, int[] communities, int communityCount, CommunityRun run)
    {
        var refine = new Refine(level, communities);
        var (starts, members) = Labels.Members(communities, communityCount, level.Shuffled(ref run.Random));
        run.Share(
            communityCount,
            32,
            (around, start, end) =>
            {
                run.Cancellation.ThrowIfCancellationRequested();
                var inner = new InnerArcs();
                for (var community = start; community < end; community++)
                {
                    refine.Divide(members.AsSpan(starts[community]..starts[community + 1]), inner, around);
                }
            }
        );
        return refine._partOf;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Divide(ReadOnlySpan<int> members, InnerArcs inner, WeightByLabel around)
    {
        inner.Clear();
        foreach (var node in members)
        {
            _partOf[node] = node;
            _parts.Add(node, node);
            _wholes.Add(_communities[node], node);
            _outward[node] = inner.Add(_level, node, _communities);
        }
        for (var place = 0; place < members.Length; place++)
        {
            var node = members[place];
            if (IsSingle(node) && IsWellConnected(node))
            {
                around.AddArcs(inner.TargetsOf(place), inner.WeightsOf(place), _partOf);
                var best = Best(node, around);
                if (best != node)
                {
                    Merge(node, best, around[best]);
                }
                around.Clear();
            }
        }
    }

    // A part of one node is still called by that node's number.
    bool IsSingle(int node) => _partOf[node] == node && _parts.MembersOf(node) == 1;

    // The paper's γ-connectedness: the weight to the rest is at least what the masses would give by chance.
    bool IsWellConnected(int part) =>
        _outward[part] + _level.LeastGain >= _parts.ExpectedToRest(part, _wholes, _communities[part]);

    // The part of its community that the node gains most by joining; the node itself where it gains by none.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Best(int node, WeightByLabel around)
    {
        var (best, bestGain) = (node, _level.LeastGain);
        foreach (var part in around.Touched)
        {
            var gain = around[part] - _parts.ExpectedTo(part, node);
            if (gain > bestGain && IsWellConnected(part))
            {
                (best, bestGain) = (part, gain);
            }
        }
        return best;
    }

    void Merge(int node, int part, double weightBetween)
    {
        _partOf[node] = part;
        _parts.Remove(node, node);
        _parts.Add(part, node);
        _outward[part] += _outward[node] - 2 * weightBetween;
    }
}
