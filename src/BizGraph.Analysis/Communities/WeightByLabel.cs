namespace BizGraph.Analysis.Communities;

/// <summary>Adds up weights by label, in a dense array that is cleared in the time it took to fill.</summary>
struct WeightByLabel(int labelCount)
{
    readonly double[] _weights = new double[labelCount];
    readonly int[] _touched = new int[labelCount];
    int _count;

    /// <summary>Labels with weight, in the order in which they came.</summary>
    public readonly ReadOnlySpan<int> Touched => _touched.AsSpan(0, _count);

    public readonly double this[int label] => _weights[label];

    public void Add(int label, double weight)
    {
        ref var sum = ref _weights[label];
        if (sum == 0)
        {
            _touched[_count++] = label;
        }
        sum += weight;
    }

    public void Clear()
    {
        foreach (var label in Touched)
        {
            _weights[label] = 0;
        }
        _count = 0;
    }
}
