using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>Leiden's third phase: a node for each refined community, an edge for the weight between two of them.</summary>
/// <remarks>Threads share the parts. Time O(n + m), space O(n + m).</remarks>
static class Aggregate
{
    const int Grain = 256; // parts in a block; a block writes its rows one after another

    public static LeidenLevel Run(LeidenLevel level, int[] parts, int partCount, CommunityRun run)
    {
        var (starts, members) = Labels.Members(parts, partCount);
        var room = RoomOfBlocks(level, starts, members);
        var targets = LargeArray.Uninitialized<int>(level.Targets.Length);
        var weights = LargeArray.Uninitialized<double>(level.Targets.Length);
        var lengths = new int[partCount + 1];
        run.Share(
            partCount,
            Grain,
            (around, start, end) =>
            {
                run.Cancellation.ThrowIfCancellationRequested();
                var to = room[start / Grain];
                for (var part = start; part < end; part++)
                {
                    AddRows(level, members.AsSpan(starts[part]..starts[part + 1]), parts, around);
                    lengths[part] = WriteRow(part, around, targets.AsSpan(to), weights.AsSpan(to));
                    to += lengths[part];
                }
            }
        );
        var offsets = OffsetsOf(lengths);
        return new LeidenLevel
        {
            Offsets = offsets,
            Targets = Packed(targets, room, offsets, run),
            Weights = Packed(weights, room, offsets, run),
            Mass = SumByPart(level.Mass, parts, partCount),
            InMass = level.InMass is null ? null : SumByPart(level.InMass, parts, partCount),
            Scale = level.Scale,
            Total = level.Total,
        };
    }

    // Where each block may write: its parts have no more arcs than their nodes.
    static int[] RoomOfBlocks(LeidenLevel level, int[] starts, int[] members)
    {
        var room = new int[(starts.Length - 1 + Grain - 1) / Grain + 1];
        for (var block = 0; block + 1 < room.Length; block++)
        {
            room[block + 1] = room[block];
            foreach (var node in members.AsSpan(starts[block * Grain]..starts[Math.Min((block + 1) * Grain, starts.Length - 1)]))
            {
                room[block + 1] += level.Offsets[node + 1] - level.Offsets[node];
            }
        }
        return room;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddRows(LeidenLevel level, ReadOnlySpan<int> nodes, int[] parts, WeightByLabel around)
    {
        foreach (var node in nodes)
        {
            around.AddArcs(level.TargetsOf(node), level.WeightsOf(node), parts);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int WriteRow(int part, WeightByLabel around, Span<int> targets, Span<double> weights)
    {
        var length = 0;
        foreach (var other in around.Touched)
        {
            if (other != part)
            {
                (targets[length], weights[length]) = (other, around[other]);
                length++;
            }
        }
        around.Clear();
        return length;
    }

    static int[] OffsetsOf(int[] lengths)
    {
        var (offsets, sum) = (new int[lengths.Length], 0);
        for (var part = 0; part < lengths.Length; part++)
        {
            offsets[part] = sum;
            sum += lengths[part];
        }
        return offsets;
    }

    static T[] Packed<T>(T[] loose, int[] room, int[] offsets, CommunityRun run)
        where T : unmanaged
    {
        var packed = LargeArray.Uninitialized<T>(offsets[^1]);
        run.Share(
            room.Length - 1,
            1,
            (_, block, _) =>
            {
                var (start, end) = (offsets[block * Grain], offsets[Math.Min((block + 1) * Grain, offsets.Length - 1)]);
                loose.AsSpan(room[block], end - start).CopyTo(packed.AsSpan(start));
            }
        );
        return packed;
    }

    /// <summary>The community that each part is in.</summary>
    public static int[] Communities(int[] parts, int partCount, int[] communities)
    {
        var ofParts = new int[partCount];
        for (var node = 0; node < parts.Length; node++)
        {
            ofParts[parts[node]] = communities[node];
        }
        return ofParts;
    }

    static double[] SumByPart(double[] values, int[] parts, int partCount)
    {
        var sums = new double[partCount];
        for (var node = 0; node < parts.Length; node++)
        {
            sums[parts[node]] += values[node];
        }
        return sums;
    }
}
