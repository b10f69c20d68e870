namespace BizGraph.Analysis;

/// <summary>One whole number for each node, such as its degree. Immutable.</summary>
public sealed class NodeCounts
{
    readonly int[] _values;

    internal NodeCounts(int[] values) => _values = values;

    /// <summary>Number of nodes.</summary>
    public int Count => _values.Length;

    /// <summary>Number for <paramref name="node"/>, 0 to n − 1.</summary>
    public int this[int node] => _values[node];

    /// <summary>All numbers by node id.</summary>
    public ReadOnlySpan<int> Values => _values;

    /// <summary>The largest number; 0 without nodes.</summary>
    public int Max() => _values.Length == 0 ? 0 : _values.Max();

    /// <summary>The highest <paramref name="count"/> numbers, largest first, ties by id. Time O(n log n).</summary>
    public IReadOnlyList<(int Node, int Value)> Top(int count) =>
        [
            .. _values
                .Select((value, node) => (node, value))
                .OrderByDescending(pair => pair.value)
                .ThenBy(pair => pair.node)
                .Take(count),
        ];
}
