namespace BizGraph.Analysis;

/// <summary>The rows of the reversed arcs, sorted since sources come in rising order. Time and space O(n + m).</summary>
static class CsrTranspose
{
    public static (int[] Offsets, int[] Targets, double[]? Weights) Of(int[] offsets, int[] targets, double[]? weights)
    {
        var inOffsets = new int[offsets.Length];
        foreach (var target in targets)
        {
            inOffsets[target + 1]++;
        }
        for (var node = 1; node < inOffsets.Length; node++)
        {
            inOffsets[node] += inOffsets[node - 1];
        }
        var inTargets = LargeArray.Uninitialized<int>(targets.Length);
        var inWeights = weights is null ? null : LargeArray.Uninitialized<double>(targets.Length);
        var cursor = inOffsets.AsSpan(0, inOffsets.Length - 1).ToArray();
        for (var node = 0; node < cursor.Length; node++)
        {
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
            {
                var place = cursor[targets[arc]]++;
                inTargets[place] = node;
                if (inWeights is not null)
                {
                    inWeights[place] = weights![arc];
                }
            }
        }
        return (inOffsets, inTargets, inWeights);
    }
}
