using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BizGraph.Analysis.Paths;

/// <summary>Hop distances between all pairs by multi-source breadth-first search (Then et al., VLDB 2015).</summary>
/// <remarks>
/// 512 searches run at once, a bit each. They run along the reversed arcs, so that after d steps the new bits of a node are the
/// sources that it reaches in d hops: a population count per node replaces 512 separate tallies. A node pulls the bits of its
/// out-neighbors, so each thread writes its own nodes alone. Time O(n/512 · levels · m), space 192 bytes a node.
/// </remarks>
static class HopDistanceSums
{
    const int Lanes = 512;

    public static DistanceSums Compute(CsrGraph graph, int maxHops, RunOptions options, CancellationToken cancellation)
    {
        var search = new Search(graph);
        using var team = ThreadTeam.Take(graph.ArcCount < 2000 ? 1 : options.Threads);
        var progress = new Progress(options.Progress, graph.NodeCount);
        for (var first = 0; first < graph.NodeCount; first += Lanes)
        {
            search.Start(first, Math.Min(Lanes, graph.NodeCount - first));
            for (var hops = 1; hops <= maxHops && search.Step(team, hops, cancellation); hops++) { }
            progress.Add(0, Math.Min(Lanes, graph.NodeCount - first));
        }
        return search.Sums;
    }

    sealed unsafe class Search(CsrGraph graph)
    {
        public readonly DistanceSums Sums = DistanceSums.Zero(graph.NodeCount);

        readonly LaneTable<ulong> _seen = new(graph.NodeCount);
        LaneTable<ulong> _current = new(graph.NodeCount); // reached in the last step
        LaneTable<ulong> _next = new(graph.NodeCount);
        Vector512<ulong> _all;
        bool _found;

        public void Start(int first, int count)
        {
            _seen.Clear();
            _current.Clear();
            _all = default;
            for (var lane = 0; lane < count; lane++)
            {
                var bit = Vector512<ulong>.Zero.WithElement(lane / 64, 1UL << (lane % 64));
                _all |= bit;
                _seen.Rows[first + lane] = _current.Rows[first + lane] = bit;
            }
        }

        public bool Step(ThreadTeam team, int hops, CancellationToken cancellation)
        {
            _found = false;
            team.For(
                graph.NodeCount,
                1024,
                (_, start, end) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (Pull(start, end, hops))
                    {
                        _found = true;
                    }
                }
            );
            (_current, _next) = (_next, _current);
            return _found;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        bool Pull(int start, int end, int hops)
        {
            var seen = _seen.Rows;
            var current = _current.Rows;
            var next = _next.Rows;
            var (all, found) = (_all, false);
            fixed (
                int* offsets = graph.OutOffsets,
                    targets = graph.OutTargets
            )
            {
                for (var node = start; node < end; node++)
                {
                    var reached = Vector512<ulong>.Zero;
                    if (seen[node] != all)
                    {
                        for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
                        {
                            reached |= current[targets[arc]];
                        }
                        reached = Vector512.AndNot(reached, seen[node]);
                    }
                    next[node] = reached;
                    if (reached != Vector512<ulong>.Zero)
                    {
                        seen[node] |= reached;
                        Tally(node, Count((ulong*)(next + node)), hops);
                        found = true;
                    }
                }
            }
            return found;
        }

        void Tally(int node, int count, int hops)
        {
            Sums.Reached[node] += count;
            Sums.Sum[node] += (double)count * hops;
            Sums.InverseSum[node] += (double)count / hops;
            Sums.Farthest[node] = Math.Max(Sums.Farthest[node], hops);
        }

        static int Count(ulong* words)
        {
            var count = 0;
            for (var word = 0; word < 8; word++)
            {
                count += BitOperations.PopCount(words[word]);
            }
            return count;
        }
    }
}
