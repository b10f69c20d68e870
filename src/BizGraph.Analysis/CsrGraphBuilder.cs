using System.Runtime.InteropServices;

namespace BizGraph.Analysis;

/// <summary>
/// Collects ties in any order and builds a <see cref="CsrGraph"/>: parallel ties add up, self-ties are left out.
/// The order in which ties were added changes nothing, not even the last bit of a summed weight.
/// </summary>
/// <param name="nodeCount">Number of nodes, 0 or more.</param>
/// <param name="directed">Whether (a, b) and (b, a) are two ties.</param>
/// <param name="weighted">Whether the graph keeps weights.</param>
public sealed class CsrGraphBuilder(int nodeCount, bool directed, bool weighted)
{
    readonly int _nodeCount =
        nodeCount >= 0
            ? nodeCount
            : throw new ArgumentException($"Found {nodeCount} nodes, expected 0 or more.", nameof(nodeCount));
    readonly List<int> _from = [];
    readonly List<int> _to = [];
    readonly List<double> _weight = [];

    /// <summary>Adds one tie.</summary>
    /// <param name="from">Source, 0 to n − 1.</param>
    /// <param name="to">Target, 0 to n − 1.</param>
    /// <param name="weight">Strength, finite and above 0; not kept by an unweighted builder.</param>
    /// <exception cref="ArgumentException">A node outside the range, or a weight that is not finite and above 0.</exception>
    public void Add(int from, int to, double weight = 1)
    {
        if ((uint)from >= (uint)_nodeCount || (uint)to >= (uint)_nodeCount)
        {
            throw new ArgumentException($"Tie {_from.Count}: found {from} → {to}, expected nodes from 0 to {_nodeCount - 1}.");
        }
        if (!(weight > 0 && double.IsFinite(weight)))
        {
            throw new ArgumentException(
                $"Tie {from} → {to}: found weight {weight}, expected a finite number above 0.",
                nameof(weight)
            );
        }
        if (from == to)
        {
            return;
        }
        _from.Add(from);
        _to.Add(to);
        if (weighted)
        {
            _weight.Add(weight);
        }
    }

    /// <summary>The graph of all ties added so far. Time O(n + m log d) for largest degree d, space O(n + m).</summary>
    public CsrGraph Build()
    {
        var offsets = CountRows();
        var targets = new int[offsets[^1]];
        var weights = weighted ? new double[offsets[^1]] : null;
        FillRows(offsets, targets, weights);
        var length = 0;
        for (var node = 0; node < _nodeCount; node++)
        {
            var (start, end) = (offsets[node], offsets[node + 1]);
            offsets[node] = length;
            length += weights is null ? MergeRow(targets, start, end, length) : MergeRow(targets, weights, start, end, length);
        }
        offsets[^1] = length;
        return new CsrGraph(directed, offsets, Cut(targets, length), weights is null ? null : Cut(weights, length));
    }

    static T[] Cut<T>(T[] values, int length)
        where T : unmanaged
    {
        var cut = LargeArray.Uninitialized<T>(length);
        values.AsSpan(0, length).CopyTo(cut);
        return cut;
    }

    int[] CountRows()
    {
        var offsets = new int[_nodeCount + 1];
        foreach (var from in CollectionsMarshal.AsSpan(_from))
        {
            offsets[from + 1]++;
        }
        if (!directed)
        {
            foreach (var to in CollectionsMarshal.AsSpan(_to))
            {
                offsets[to + 1]++;
            }
        }
        for (var node = 0; node < _nodeCount; node++)
        {
            offsets[node + 1] = checked(offsets[node + 1] + offsets[node]);
        }
        return offsets;
    }

    void FillRows(int[] offsets, int[] targets, double[]? weights)
    {
        var cursor = offsets.AsSpan(0, _nodeCount).ToArray();
        for (var tie = 0; tie < _from.Count; tie++)
        {
            Put(_from[tie], _to[tie], tie);
            if (!directed)
            {
                Put(_to[tie], _from[tie], tie);
            }
        }

        void Put(int from, int to, int tie)
        {
            var place = cursor[from]++;
            targets[place] = to;
            if (weights is not null)
            {
                weights[place] = _weight[tie];
            }
        }
    }

    // Sorts [start, end) and writes it without repeats from position `to` on (never past what was read). Returns the new length.
    static int MergeRow(int[] targets, int start, int end, int to)
    {
        targets.AsSpan(start, end - start).Sort();
        var length = 0;
        for (var arc = start; arc < end; arc++)
        {
            if (length == 0 || targets[to + length - 1] != targets[arc])
            {
                targets[to + length++] = targets[arc];
            }
        }
        return length;
    }

    static int MergeRow(int[] targets, double[] weights, int start, int end, int to)
    {
        targets.AsSpan(start, end - start).Sort(weights.AsSpan(start, end - start));
        var length = 0;
        for (int arc = start, next; arc < end; arc = next)
        {
            next = arc + 1;
            while (next < end && targets[next] == targets[arc])
            {
                next++;
            }
            var (target, weight) = (targets[arc], SumInOrder(weights.AsSpan(arc, next - arc)));
            (targets[to + length], weights[to + length]) = (target, weight);
            length++;
        }
        return length;
    }

    // Smallest first: the same sum whatever the order of the ties.
    static double SumInOrder(Span<double> weights)
    {
        weights.Sort();
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }
        return sum;
    }
}
