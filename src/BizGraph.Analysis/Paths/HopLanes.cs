using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BizGraph.Analysis.Paths;

/// <summary>Breadth-first search from 64 sources at once, a bit each (Then et al., VLDB 2015), with every distance written down.</summary>
/// <remarks>
/// A level is pulled or pushed, whichever looks at fewer arcs (Beamer, Asanović and Patterson, 2012): when many nodes were reached last,
/// each unfinished node ors the bits of its in-neighbors; when few, these give their bits to their out-neighbors. Threads share the nodes
/// of a pull; each writes its own. Space 28 bytes a node beside the distances.
/// </remarks>
sealed unsafe class HopLanes(CsrGraph graph)
{
    const int Grain = 2048;

    static readonly Vector512<int> LaneBits = Vector512.Create([
        1,
        2,
        4,
        8,
        16,
        32,
        64,
        128,
        256,
        512,
        1024,
        2048,
        4096,
        8192,
        16384,
        32768,
    ]);

    readonly ulong[] _seen = new ulong[graph.NodeCount];
    ulong[] _last = new ulong[graph.NodeCount]; // bits that came in the last level; 0 outside its nodes
    ulong[] _next = new ulong[graph.NodeCount];
    readonly int[] _nodes = new int[graph.NodeCount]; // of the last level, when it was pushed or counted
    readonly int[] _counts = new int[(graph.NodeCount + Grain - 1) / Grain];
    int _count;
    ulong _all;

    /// <param name="sources">64 at most.</param>
    /// <param name="hops">64 for each node, −1 at first.</param>
    /// <param name="team">Who shares the work.</param>
    /// <param name="cancellation">Asked at each level, and often within a wide one.</param>
    public void Run(ReadOnlySpan<int> sources, Span<int> hops, ThreadTeam team, CancellationToken cancellation)
    {
        Start(sources, hops);
        fixed (int* rows = hops)
        {
            for (var depth = 1; _count > 0; depth++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (IsCheaperToPush())
                {
                    Push(rows, depth);
                }
                else
                {
                    Pull(rows, depth, team, cancellation);
                }
            }
        }
    }

    void Start(ReadOnlySpan<int> sources, Span<int> hops)
    {
        Array.Clear(_seen);
        Array.Clear(_last);
        Array.Clear(_next);
        _all = sources.Length == 64 ? ulong.MaxValue : (1UL << sources.Length) - 1;
        _count = 0;
        for (var lane = 0; lane < sources.Length; lane++)
        {
            var source = sources[lane];
            if (_last[source] == 0)
            {
                _nodes[_count++] = source;
            }
            _seen[source] = _last[source] |= 1UL << lane;
            hops[source * HopTable.Lanes + lane] = 0;
        }
    }

    // A pushed arc may write, a pulled one reads only.
    bool IsCheaperToPush()
    {
        var (arcs, most) = (0L, graph.ArcCount / 8);
        for (var place = 0; place < _count && arcs <= most; place++)
        {
            arcs += graph.OutDegree(_nodes[place]);
        }
        return arcs <= most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Push(int* rows, int depth)
    {
        var (seen, last, next) = (_seen, _last, _next);
        var pushed = _nodes.AsSpan(0, _count).ToArray();
        var count = 0;
        foreach (var node in pushed)
        {
            var bits = last[node];
            last[node] = 0;
            foreach (var target in graph.OutNeighbors(node))
            {
                var fresh = bits & ~seen[target];
                if (fresh != 0)
                {
                    if (next[target] == 0)
                    {
                        _nodes[count++] = target;
                    }
                    next[target] |= fresh;
                }
            }
        }
        foreach (var node in _nodes.AsSpan(0, count))
        {
            seen[node] |= next[node];
            Write(rows + (long)node * HopTable.Lanes, next[node], depth);
        }
        (_last, _next, _count) = (next, last, count);
    }

    void Pull(int* rows, int depth, ThreadTeam team, CancellationToken cancellation)
    {
        team.For(
            graph.NodeCount,
            Grain,
            (_, start, end) =>
            {
                cancellation.ThrowIfCancellationRequested();
                _counts[start / Grain] = Pull(rows, depth, start, end);
            }
        );
        _count = 0;
        for (var range = 0; range < _counts.Length; range++)
        {
            // Ranges wrote their nodes each from its own start on.
            _nodes.AsSpan(range * Grain, _counts[range]).CopyTo(_nodes.AsSpan(_count));
            _count += _counts[range];
        }
        (_last, _next) = (_next, _last);
        Array.Clear(_next);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Pull(int* rows, int depth, int start, int end)
    {
        var nodes = _nodes.AsSpan(start);
        var count = 0;
        fixed (
            int* offsets = graph.InOffsets,
                sources = graph.InTargets
        )
        fixed (
            ulong* seen = _seen,
                last = _last,
                next = _next
        )
        {
            for (var node = start; node < end; node++)
            {
                var missing = _all & ~seen[node];
                if (missing == 0)
                {
                    continue;
                }
                var bits = 0UL;
                for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
                {
                    bits |= last[sources[arc]];
                }
                bits &= missing;
                if (bits != 0)
                {
                    next[node] = bits;
                    seen[node] |= bits;
                    nodes[count++] = node;
                    Write(rows + (long)node * HopTable.Lanes, bits, depth);
                }
            }
        }
        return count;
    }

    // Few bits are written one by one, many by masks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Write(int* row, ulong bits, int depth)
    {
        if (BitOperations.PopCount(bits) <= 6)
        {
            for (; bits != 0; bits &= bits - 1)
            {
                row[BitOperations.TrailingZeroCount(bits)] = depth;
            }
            return;
        }
        var value = Vector512.Create(depth);
        for (var part = 0; part < 4; part++, row += 16, bits >>= 16)
        {
            var mask = Vector512.Equals(Vector512.Create((int)(ushort)bits) & LaneBits, LaneBits);
            Vector512.ConditionalSelect(mask, value, Vector512.Load(row)).Store(row);
        }
    }
}
