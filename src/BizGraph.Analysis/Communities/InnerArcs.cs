using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BizGraph.Analysis.Communities;

/// <summary>The arcs inside one community, row by row in the order in which its nodes were added.</summary>
sealed class InnerArcs
{
    int[] _targets = new int[64];
    double[] _weights = new double[64];
    int[] _ends = new int[16]; // of the rows; row i starts where the one before ends
    bool _weighted;
    int _rows;

    public void Clear() => _rows = 0;

    public ReadOnlySpan<int> TargetsOf(int row) => _targets.AsSpan(Start(row)..Start(row + 1));

    /// <summary>Empty when each counts 1.</summary>
    public ReadOnlySpan<double> WeightsOf(int row) => _weighted ? _weights.AsSpan(Start(row)..Start(row + 1)) : [];

    /// <summary>Copies those of a node's arcs that stay in its community, and returns their weight.</summary>
    /// <remarks>Each arc is written, and kept by moving on: without a branch, which would be guessed wrong every other time.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Add(LeidenLevel level, int node, int[] communities)
    {
        var targets = level.TargetsOf(node);
        var weights = level.WeightsOf(node);
        var start = Start(_rows);
        Grow(start + targets.Length);
        var (end, own, sum) = (start, communities[node], 0.0);
        ref var community = ref MemoryMarshal.GetArrayDataReference(communities);
        ref var kept = ref MemoryMarshal.GetArrayDataReference(_targets);
        for (var arc = 0; arc < targets.Length; arc++)
        {
            Unsafe.Add(ref kept, end) = targets[arc];
            if (!weights.IsEmpty)
            {
                _weights[end] = weights[arc];
            }
            end += Unsafe.Add(ref community, targets[arc]) == own ? 1 : 0;
        }
        _ends[_rows++] = end;
        if (!(_weighted = !weights.IsEmpty))
        {
            return end - start;
        }
        foreach (var weight in _weights.AsSpan(start..end))
        {
            sum += weight;
        }
        return sum;
    }

    int Start(int row) => row == 0 ? 0 : _ends[row - 1];

    void Grow(int arcs)
    {
        if (arcs > _targets.Length)
        {
            Array.Resize(ref _targets, 2 * arcs);
            Array.Resize(ref _weights, 2 * arcs);
        }
        if (_rows == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * _rows);
        }
    }
}
