using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    sealed class Search(CsrGraph graph)
    {
        public readonly DistanceSums Sums = DistanceSums.Zero(graph.NodeCount);

        readonly Vector512<ulong>[] _seen = new Vector512<ulong>[graph.NodeCount];
        Vector512<ulong>[] _current = new Vector512<ulong>[graph.NodeCount]; // reached in the last step
        Vector512<ulong>[] _next = new Vector512<ulong>[graph.NodeCount];
        Vector512<ulong> _all;
        bool _found;

        public void Start(int first, int count)
        {
            Array.Clear(_seen);
            Array.Clear(_current);
            _all = default;
            for (var lane = 0; lane < count; lane++)
            {
                var bit = Bit(lane);
                _all |= bit;
                _seen[first + lane] = _current[first + lane] = bit;
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

        bool Pull(int start, int end, int hops)
        {
            var offsets = graph.OutOffsets;
            ref var targets = ref MemoryMarshal.GetReference(graph.OutTargets);
            ref var current = ref MemoryMarshal.GetArrayDataReference(_current);
            var found = false;
            for (var node = start; node < end; node++)
            {
                var seen = _seen[node];
                if (seen == _all)
                {
                    _next[node] = default;
                    continue;
                }
                var reached = Vector512<ulong>.Zero;
                for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
                {
                    reached |= Unsafe.Add(ref current, Unsafe.Add(ref targets, arc));
                }
                reached = Vector512.AndNot(reached, seen);
                _next[node] = reached;
                if (reached != Vector512<ulong>.Zero)
                {
                    _seen[node] = seen | reached;
                    Tally(node, Count(reached), hops);
                    found = true;
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

        static Vector512<ulong> Bit(int lane)
        {
            var words = new ulong[8];
            words[lane / 64] = 1UL << (lane % 64);
            return Vector512.Create(words);
        }

        static int Count(Vector512<ulong> bits)
        {
            var count = 0;
            for (var word = 0; word < 8; word++)
            {
                count += BitOperations.PopCount(bits.GetElement(word));
            }
            return count;
        }
    }
}
