using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>Leiden's third phase: a node for each refined community, an edge for the weight between two of them.</summary>
/// <remarks>Time O(n + m), space O(n + m).</remarks>
static class Aggregate
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LeidenLevel Run(LeidenLevel level, int[] parts, int partCount)
    {
        var (starts, members) = MembersByPart(parts, partCount);
        var offsets = new int[partCount + 1];
        var targets = new int[level.Targets.Length]; // as many as there can be; cut to what came
        var weights = new double[level.Targets.Length];
        var around = new WeightByLabel(partCount);
        var length = 0;
        for (var part = 0; part < partCount; part++)
        {
            foreach (var node in members.AsSpan(starts[part], starts[part + 1] - starts[part]))
            {
                around.AddArcs(level.TargetsOf(node), level.WeightsOf(node), parts);
            }
            foreach (var other in around.Touched)
            {
                (targets[length], weights[length]) = (other, around[other]);
                length += other == part ? 0 : 1;
            }
            offsets[part + 1] = length;
            around.Clear();
        }
        return new LeidenLevel
        {
            Offsets = offsets,
            Targets = targets[..length],
            Weights = weights[..length],
            Mass = SumByPart(level.Mass, parts, partCount),
            InMass = level.InMass is null ? null : SumByPart(level.InMass, parts, partCount),
            Scale = level.Scale,
            Total = level.Total,
        };
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static (int[] Starts, int[] Members) MembersByPart(int[] parts, int partCount)
    {
        var starts = new int[partCount + 1];
        foreach (var part in parts)
        {
            starts[part + 1]++;
        }
        for (var part = 0; part < partCount; part++)
        {
            starts[part + 1] += starts[part];
        }
        var cursor = starts.ToArray();
        var members = new int[parts.Length];
        for (var node = 0; node < parts.Length; node++)
        {
            members[cursor[parts[node]]++] = node;
        }
        return (starts, members);
    }
}
