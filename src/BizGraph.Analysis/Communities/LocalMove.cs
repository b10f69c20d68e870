using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>Leiden's first phase: nodes move to the neighboring community with the largest gain, until none gains by moving.</summary>
/// <remarks>
/// Only nodes whose neighborhood changed are visited again (the paper's fast local move). Nodes are taken from the queue some at a time:
/// each finds its best community in what stands before any of them moves, on any thread; then they move in their order, each if it still
/// gains by as much as rounding is not. So the result depends on the size of these batches, a share of the nodes, and never on threads.
/// Space O(n).
/// </remarks>
sealed class LocalMove
{
    const int Stay = -1;
    const int Alone = -2; // to a community without members

    readonly LeidenLevel _level;
    readonly int[] _communities;
    readonly CommunityRun _run;
    readonly NodeQueue _queue;
    readonly GroupMasses _groups;
    readonly Stack<int> _empty;
    readonly int[] _batch;
    readonly int[] _choice; // of the batch's nodes

    LocalMove(LeidenLevel level, int[] communities, CommunityRun run)
    {
        (_level, _communities, _run) = (level, communities, run);
        _queue = new NodeQueue(level.Shuffled(ref run.Random));
        _groups = new GroupMasses(level);
        _empty = EmptyCommunities();
        _batch = new int[Math.Clamp(level.NodeCount / 40, 1, 4096)];
        _choice = new int[_batch.Length];
    }

    /// <param name="level">The network.</param>
    /// <param name="communities">Community of each node, 0 to n − 1; changed in place.</param>
    /// <param name="run">Gives the order of the first visits, and threads.</param>
    /// <returns>Whether any node moved.</returns>
    public static bool Run(LeidenLevel level, int[] communities, CommunityRun run) =>
        new LocalMove(level, communities, run).Run();

    bool Run()
    {
        var moved = false;
        while (_queue.Take(_batch) is var count and > 0)
        {
            _run.Cancellation.ThrowIfCancellationRequested();
            _run.Progress.Add(0, count);
            _run.Share(count, 64, Choose);
            for (var i = 0; i < count; i++)
            {
                moved |= _choice[i] != Stay && Move(_batch[i], _choice[i]);
            }
        }
        return moved;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Choose(WeightByLabel around, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            Ahead.Fetch(_level.Offsets, _level.Targets, _communities, _batch.AsSpan(i..end));
            var node = _batch[i];
            around.AddArcs(_level.TargetsOf(node), _level.WeightsOf(node), _communities);
            _choice[i] = Best(node, _communities[node], around);
            around.Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Best(int node, int own, WeightByLabel around)
    {
        var (best, bestGain) = (Stay, around[own] - _groups.ExpectedToOthers(own, node) + _level.LeastGain);
        if (bestGain < 0 && _groups.MembersOf(own) > 1)
        {
            (best, bestGain) = (Alone, 0);
        }
        foreach (var community in around.Touched)
        {
            var gain = around[community] - _groups.ExpectedTo(community, node);
            if (gain > bestGain && community != own)
            {
                (best, bestGain) = (community, gain);
            }
        }
        return best;
    }

    // Others of the batch may have moved since the choice: a node that no longer gains by it chooses again later. The first of a batch
    // always gains, so that this ends.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Move(int node, int choice)
    {
        var own = _communities[node];
        var targets = _level.TargetsOf(node);
        var (toOwn, toChoice) = WeightTo(own, choice, targets, _level.WeightsOf(node));
        var expected = choice == Alone ? 0 : _groups.ExpectedTo(choice, node);
        if (toChoice - expected <= toOwn - _groups.ExpectedToOthers(own, node) + _level.LeastGain)
        {
            _queue.Put(node);
            return false;
        }
        choice = choice == Alone ? FirstEmpty() : choice;
        _groups.Remove(own, node);
        _groups.Add(choice, node);
        if (_groups.MembersOf(own) == 0)
        {
            _empty.Push(own);
        }
        _communities[node] = choice;
        foreach (var target in targets)
        {
            if (_communities[target] != choice)
            {
                _queue.Put(target);
            }
        }
        return true;
    }

    (double ToOwn, double ToChoice) WeightTo(int own, int choice, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights)
    {
        var (toOwn, toChoice) = (0.0, 0.0);
        if (weights.IsEmpty)
        {
            var (ofOwn, ofChoice) = (0, 0);
            foreach (var target in targets)
            {
                ofOwn += _communities[target] == own ? 1 : 0;
                ofChoice += _communities[target] == choice ? 1 : 0;
            }
            return (ofOwn, ofChoice);
        }
        for (var arc = 0; arc < weights.Length; arc++)
        {
            var community = _communities[targets[arc]];
            toOwn += community == own ? weights[arc] : 0;
            toChoice += community == choice ? weights[arc] : 0;
        }
        return (toOwn, toChoice);
    }

    // Adds the nodes to their groups; the stack holds every community without members, and perhaps some that have got one since.
    Stack<int> EmptyCommunities()
    {
        for (var node = 0; node < _communities.Length; node++)
        {
            _groups.Add(_communities[node], node);
        }
        var empty = new Stack<int>();
        for (var community = _communities.Length - 1; community >= 0; community--)
        {
            if (_groups.MembersOf(community) == 0)
            {
                empty.Push(community);
            }
        }
        return empty;
    }

    // Asked for a node with company, so that at most n − 1 communities have members.
    int FirstEmpty()
    {
        while (_groups.MembersOf(_empty.Peek()) > 0)
        {
            _empty.Pop();
        }
        return _empty.Peek();
    }
}
