namespace BizGraph.Analysis.Communities;

/// <summary>Leiden's third phase: a node for each refined community, an edge for the weight between two of them.</summary>
/// <remarks>Time O(n + m), space O(n + m).</remarks>
static class Aggregate
{
    public static LeidenLevel Run(LeidenLevel level, int[] parts, int partCount)
    {
        var (starts, members) = MembersByPart(parts, partCount);
        var mass = new double[partCount];
        var offsets = new int[partCount + 1];
        var targets = new List<int>();
        var weights = new List<double>();
        var around = new WeightByLabel(partCount);
        for (var part = 0; part < partCount; part++)
        {
            foreach (var node in members.AsSpan(starts[part], starts[part + 1] - starts[part]))
            {
                mass[part] += level.Mass[node];
                for (var arc = level.Offsets[node]; arc < level.Offsets[node + 1]; arc++)
                {
                    var other = parts[level.Targets[arc]];
                    if (other != part)
                    {
                        around.Add(other, level.Weights[arc]);
                    }
                }
            }
            foreach (var other in around.Touched)
            {
                targets.Add(other);
                weights.Add(around[other]);
            }
            offsets[part + 1] = targets.Count;
            around.Clear();
        }
        return new LeidenLevel(offsets, [.. targets], [.. weights], mass, level.Scale, level.Total);
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
