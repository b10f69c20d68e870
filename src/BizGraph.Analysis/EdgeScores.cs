namespace BizGraph.Analysis;

/// <summary>One number for each edge, in the order of <see cref="CsrGraph.Edges"/>. Immutable.</summary>
public sealed class EdgeScores
{
    readonly Edge[] _edges;
    readonly double[] _values;

    internal EdgeScores(Edge[] edges, double[] values) => (_edges, _values) = (edges, values);

    /// <summary>Number of edges.</summary>
    public int Count => _edges.Length;

    /// <summary>An edge and its score, by number, 0 to m − 1.</summary>
    public (Edge Edge, double Score) this[int number] => (_edges[number], _values[number]);

    /// <summary>The highest <paramref name="count"/> scores, largest first, ties by the edge's ends. Time O(m log m).</summary>
    public IReadOnlyList<(Edge Edge, double Score)> Top(int count) =>
        [
            .. Enumerable
                .Range(0, _edges.Length)
                .OrderByDescending(number => _values[number])
                .ThenBy(number => number)
                .Take(count)
                .Select(number => this[number]),
        ];
}
