namespace BizGraph.Analysis;

/// <summary>One number for each node, null where the measure is undefined for it. Immutable.</summary>
public sealed class NodeScores
{
    readonly double[] _values; // NaN stands for undefined and never leaves this class as a score

    internal NodeScores(double[] values) => _values = values;

    /// <summary>Number of nodes.</summary>
    public int Count => _values.Length;

    /// <summary>Score of <paramref name="node"/>, 0 to n − 1; null where undefined.</summary>
    public double? this[int node] => double.IsNaN(_values[node]) ? null : _values[node];

    /// <summary>A copy of all scores by node id.</summary>
    public double?[] ToArray() => Array.ConvertAll(_values, value => double.IsNaN(value) ? (double?)null : value);

    /// <summary>The highest <paramref name="count"/> scores, largest first, ties by id; undefined ones are left out. Time O(n log n).</summary>
    public IReadOnlyList<(int Node, double Score)> Top(int count) =>
        [
            .. Enumerable
                .Range(0, _values.Length)
                .Where(node => !double.IsNaN(_values[node]))
                .OrderByDescending(node => _values[node])
                .ThenBy(node => node)
                .Take(count)
                .Select(node => (node, _values[node])),
        ];

    /// <summary>The mean of the defined scores, null where there is none.</summary>
    public double? Mean()
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in _values)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }

    /// <summary>By node id; NaN where undefined.</summary>
    internal ReadOnlySpan<double> Values => _values;
}
