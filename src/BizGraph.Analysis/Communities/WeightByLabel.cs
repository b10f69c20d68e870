using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BizGraph.Analysis.Communities;

/// <summary>Adds up weights by label, in a dense array that is cleared in the time it took to fill.</summary>
sealed class WeightByLabel(int labelCount)
{
    readonly double[] _weights = LargeArray.Zeroed<double>(labelCount);
    readonly int[] _touched = LargeArray.Uninitialized<int>(labelCount + 1);
    int _count;

    /// <summary>Labels with weight, in the order in which they came.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _count);

    public double this[int label] => _weights[label];

    /// <summary>Adds the weights of arcs to the labels of their targets; returns the largest sum that one of these came to.</summary>
    /// <remarks>
    /// A label is noted each time and kept when it is new: without a branch, which would be guessed wrong every other time. No bounds
    /// are checked: targets and labels are below the label count by construction.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double AddArcs(ReadOnlySpan<int> targets, ReadOnlySpan<double> weights, int[] labels)
    {
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var touched = ref MemoryMarshal.GetArrayDataReference(_touched);
        ref var labelOf = ref MemoryMarshal.GetArrayDataReference(labels);
        var (count, most) = (_count, 0.0);
        for (var arc = 0; arc < targets.Length; arc++)
        {
            var label = Unsafe.Add(ref labelOf, targets[arc]);
            ref var sum = ref Unsafe.Add(ref sums, label);
            Unsafe.Add(ref touched, count) = label;
            count += sum == 0 ? 1 : 0;
            sum += weights.IsEmpty ? 1 : weights[arc];
            most = Math.Max(most, sum);
        }
        _count = count;
        return most;
    }

    /// <summary>The labels of this weight, in the order in which they came; all are cleared on the way.</summary>
    /// <remarks>Valid until the next arcs.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Take(double weight)
    {
        var taken = 0;
        for (var place = 0; place < _count; place++)
        {
            var label = _touched[place];
            _touched[taken] = label;
            taken += _weights[label] == weight ? 1 : 0;
            _weights[label] = 0;
        }
        _count = 0;
        return _touched.AsSpan(0, taken);
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
