namespace BizGraph.Analysis.Communities;

/// <summary>Normalized mutual information of two partitions (Danon et al., 2005).</summary>
/// <remarks>2I/(H₁ + H₂). Time O(n), space O(groups that meet).</remarks>
public static class MutualInformation
{
    /// <summary>0 when one says nothing of the other, 1 when they are the same; 1 when both are trivial.</summary>
    public static double Normalized(Partition one, Partition other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        Require.That(one.NodeCount == other.NodeCount, nameof(other), other.NodeCount, $"{one.NodeCount} nodes");
        var entropy = EntropyOf(one) + EntropyOf(other);
        if (entropy == 0)
        {
            return 1;
        }
        var shared = new SortedDictionary<(int, int), int>();
        for (var node = 0; node < one.NodeCount; node++)
        {
            var pair = (one[node], other[node]);
            shared[pair] = shared.GetValueOrDefault(pair) + 1;
        }
        var information = 0.0;
        foreach (var ((a, b), count) in shared)
        {
            information += count * Math.Log((double)count * one.NodeCount / ((double)one.SizeOf(a) * other.SizeOf(b)));
        }
        return Math.Clamp(2 * information / one.NodeCount / entropy, 0, 1);
    }

    static double EntropyOf(Partition partition)
    {
        var entropy = 0.0;
        for (var group = 0; group < partition.Count; group++)
        {
            var share = (double)partition.SizeOf(group) / partition.NodeCount;
            entropy -= share * Math.Log(share);
        }
        return entropy;
    }
}
