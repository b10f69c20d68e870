using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BizGraph.Analysis.Centrality;

/// <summary>Brandes' algorithm from eight sources at once, one in each lane of a vector.</summary>
/// <remarks>
/// A lane of <c>_paths</c> is zero until the node is reached. So the new counts of a level are sums over all in-neighbors, taken where the
/// lane is still zero: no distances, no masks. On the way back <c>_share</c>, (weight + dependency) / paths, is zero until its level is
/// done, so a node's dependency is a sum over all out-neighbors: no predecessor lists. A level is written only when it is complete.
/// Time O(n/8 · levels · m) at worst, space 260 bytes a node.
/// </remarks>
sealed unsafe class BrandesLanes(CsrGraph graph, double[] weights)
{
    public const int Lanes = 8;

    static readonly Vector512<ulong> LaneBits = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);

    readonly LaneTable<double> _paths = new(graph.NodeCount);
    readonly LaneTable<double> _share = new(graph.NodeCount);
    readonly LaneTable<double> _found = new(graph.NodeCount); // by place in the level being worked on
    readonly LaneTable<double> _pushed = new(graph.NodeCount); // zero between levels
    readonly int[] _nodes = new int[Lanes * graph.NodeCount]; // nodes level by level; once for each level that a lane meets them on
    readonly byte[] _lanes = new byte[Lanes * graph.NodeCount]; // the lanes that do
    readonly int[] _levels = new int[graph.NodeCount + 2]; // level d is [_levels[d], _levels[d + 1]) of _nodes
    readonly int[] _open = new int[graph.NodeCount]; // nodes that some lane may still reach
    readonly int[] _touched = new int[graph.NodeCount];

    int _openCount;
    long _openArcs;

    /// <summary>Adds what depends on each node, times the weight of the source, to its score.</summary>
    public void Run(ReadOnlySpan<int> sources, double[] scores)
    {
        _paths.Clear();
        _share.Clear();
        var (active, sourceWeights) = Start(sources);
        var depth = 0;
        for (; _levels[depth + 1] > _levels[depth]; depth++)
        {
            var found = IsCheaperToPush(depth) ? Push(depth, active) : Pull(_levels[depth + 1], active);
            Write(_paths, _levels[depth + 1], found);
            _levels[depth + 2] = _levels[depth + 1] + found;
        }
        for (var level = depth - 1; level > 0; level--)
        {
            Accumulate(level, isLast: level == depth - 1, sourceWeights, scores);
        }
    }

    (Vector512<double> Active, Vector512<double> SourceWeights) Start(ReadOnlySpan<int> sources)
    {
        var (active, sourceWeights) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var lane = 0; lane < sources.Length; lane++)
        {
            var source = sources[lane];
            (active, sourceWeights) = (active.WithElement(lane, 1), sourceWeights.WithElement(lane, weights[source]));
            _paths.Rows[source] = Vector512<double>.Zero.WithElement(lane, 1);
            (_nodes[lane], _lanes[lane]) = (source, (byte)(1 << lane));
        }
        (_levels[0], _levels[1]) = (0, sources.Length);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            _open[node] = node;
        }
        (_openCount, _openArcs) = (graph.NodeCount, graph.ArcCount);
        return (active, sourceWeights);
    }

    // A pushed arc reads and writes, a pulled one reads.
    bool IsCheaperToPush(int level)
    {
        var arcs = 0L;
        for (var place = _levels[level]; place < _levels[level + 1]; place++)
        {
            arcs += graph.OutDegree(_nodes[place]);
        }
        return 2 * arcs < _openArcs;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Pull(int to, Vector512<double> active)
    {
        var paths = _paths.Rows;
        var (kept, arcs, count) = (0, 0L, 0);
        fixed (
            int* offsets = graph.InOffsets,
                sources = graph.InTargets
        )
        {
            for (var place = 0; place < _openCount; place++)
            {
                var node = _open[place];
                var known = paths[node];
                var missing =
                    Vector512.Equals(known, Vector512<double>.Zero) & Vector512.GreaterThan(active, Vector512<double>.Zero);
                if (missing == Vector512<double>.Zero)
                {
                    continue;
                }
                var fresh = Sum(paths, sources + offsets[node], sources + offsets[node + 1]) & missing;
                if (fresh != Vector512<double>.Zero)
                {
                    (_nodes[to + count], _lanes[to + count]) = (node, LanesOf(fresh));
                    _found.Rows[count++] = fresh;
                }
                _open[kept++] = node;
                arcs += offsets[node + 1] - offsets[node];
            }
        }
        (_openCount, _openArcs) = (kept, arcs);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Push(int level, Vector512<double> active)
    {
        var paths = _paths.Rows;
        var pushed = _pushed.Rows;
        var touched = 0;
        var (start, end) = (_levels[level], _levels[level + 1]);
        fixed (
            int* offsets = graph.OutOffsets,
                targets = graph.OutTargets
        )
        {
            for (var place = start; place < end; place++)
            {
                var value = paths[_nodes[place]] & MaskOf(_lanes[place]);
                for (var arc = offsets[_nodes[place]]; arc < offsets[_nodes[place] + 1]; arc++)
                {
                    var before = pushed[targets[arc]];
                    if (before == Vector512<double>.Zero)
                    {
                        _touched[touched++] = targets[arc];
                    }
                    pushed[targets[arc]] = before + value;
                }
            }
        }
        var count = 0;
        foreach (var node in _touched.AsSpan(0, touched))
        {
            var fresh = pushed[node] & Vector512.Equals(paths[node], Vector512<double>.Zero);
            pushed[node] = Vector512<double>.Zero;
            if (fresh != Vector512<double>.Zero)
            {
                (_nodes[end + count], _lanes[end + count]) = (node, LanesOf(fresh));
                _found.Rows[count++] = fresh;
            }
        }
        return count;
    }

    void Write(LaneTable<double> table, int from, int count)
    {
        for (var place = 0; place < count; place++)
        {
            table.Rows[_nodes[from + place]] += _found.Rows[place];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Accumulate(int level, bool isLast, Vector512<double> sourceWeights, double[] scores)
    {
        var paths = _paths.Rows;
        var share = _share.Rows;
        var found = _found.Rows;
        var (start, end) = (_levels[level], _levels[level + 1]);
        fixed (
            int* offsets = graph.OutOffsets,
                targets = graph.OutTargets
        )
        {
            for (var place = start; place < end; place++)
            {
                var node = _nodes[place];
                var mask = MaskOf(_lanes[place]);
                var counts = paths[node];
                var dependency = Vector512<double>.Zero;
                if (!isLast)
                {
                    dependency = (Sum(share, targets + offsets[node], targets + offsets[node + 1]) * counts) & mask;
                    scores[node] += Vector512.Sum(dependency * sourceWeights);
                }
                found[place - start] = ((Vector512.Create(weights[node]) + dependency) / counts) & mask;
            }
        }
        Write(_share, start, end - start);
    }

    // Two sums side by side: additions wait for each other less.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Sum(Vector512<double>* rows, int* node, int* end)
    {
        var (even, odd) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (; node + 1 < end; node += 2)
        {
            even += rows[node[0]];
            odd += rows[node[1]];
        }
        return node < end ? even + odd + rows[*node] : even + odd;
    }

    static byte LanesOf(Vector512<double> values) =>
        (byte)Vector512.GreaterThan(values, Vector512<double>.Zero).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> MaskOf(byte lanes) =>
        Vector512.Equals(Vector512.Create((ulong)lanes) & LaneBits, LaneBits).AsDouble();
}
