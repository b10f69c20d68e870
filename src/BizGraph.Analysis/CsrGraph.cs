namespace BizGraph.Analysis;

/// <summary>
/// A simple graph in compressed sparse rows: immutable, nodes 0 to n − 1, directed or undirected, weighted or not.
/// </summary>
/// <remarks>
/// An algorithm uses the weights exactly where the graph has them; <see cref="WithoutWeights"/> gives the same graph without them.
/// An undirected edge is stored as an arc each way. Space: 4 bytes an arc, 12 when weighted; a directed graph keeps its in-arcs too.
/// </remarks>
public sealed class CsrGraph
{
    readonly int[] _offsets; // length NodeCount + 1; row u is [_offsets[u], _offsets[u + 1])
    readonly int[] _targets; // sorted and distinct within each row, never u itself
    readonly double[]? _weights; // parallel to _targets, finite and above 0; null when unweighted
    readonly int[] _inOffsets; // the rows of the reversed arcs; undirected: the three arrays above
    readonly int[] _inTargets;
    readonly double[]? _inWeights;

    internal CsrGraph(bool directed, int[] offsets, int[] targets, double[]? weights)
    {
        CsrIntegrity.Check(directed, offsets, targets, weights);
        IsDirected = directed;
        (_offsets, _targets, _weights) = (offsets, targets, weights);
        (_inOffsets, _inTargets, _inWeights) = directed
            ? CsrTranspose.Of(offsets, targets, weights)
            : (offsets, targets, weights);
    }

    CsrGraph(CsrGraph graph, bool reversed, bool weighted)
    {
        IsDirected = graph.IsDirected;
        (_offsets, _targets, _weights) = (graph._offsets, graph._targets, weighted ? graph._weights : null);
        (_inOffsets, _inTargets, _inWeights) = (graph._inOffsets, graph._inTargets, weighted ? graph._inWeights : null);
        if (reversed)
        {
            (_offsets, _inOffsets) = (_inOffsets, _offsets);
            (_targets, _inTargets) = (_inTargets, _targets);
            (_weights, _inWeights) = (_inWeights, _weights);
        }
    }

    /// <summary>Builds an unweighted graph: a pair that comes twice counts once, a self-tie is left out.</summary>
    /// <param name="nodeCount">Number of nodes; isolated nodes are those that no pair names.</param>
    /// <param name="pairs">Ends of the ties, each 0 to <paramref name="nodeCount"/> − 1.</param>
    /// <param name="directed">Whether (a, b) and (b, a) are two ties or one.</param>
    /// <exception cref="ArgumentException">A pair names a node outside the range.</exception>
    public static CsrGraph FromPairs(int nodeCount, IEnumerable<(int From, int To)> pairs, bool directed = false)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var builder = new CsrGraphBuilder(nodeCount, directed, weighted: false);
        foreach (var (from, to) in pairs)
        {
            builder.Add(from, to);
        }
        return builder.Build();
    }

    /// <summary>Builds a weighted graph: weights of parallel ties add up, a self-tie is left out.</summary>
    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="triples">Ends, each 0 to <paramref name="nodeCount"/> − 1, and weight, finite and above 0.</param>
    /// <param name="directed">Whether (a, b) and (b, a) are two ties or one whose weights add up.</param>
    /// <exception cref="ArgumentException">A triple names a node outside the range, or its weight is not finite and above 0.</exception>
    public static CsrGraph FromTriples(
        int nodeCount,
        IEnumerable<(int From, int To, double Weight)> triples,
        bool directed = false
    )
    {
        ArgumentNullException.ThrowIfNull(triples);
        var builder = new CsrGraphBuilder(nodeCount, directed, weighted: true);
        foreach (var (from, to, weight) in triples)
        {
            builder.Add(from, to, weight);
        }
        return builder.Build();
    }

    /// <summary>Takes over finished rows (not copied; the caller no longer changes them) after checking every invariant.</summary>
    /// <param name="directed">Undirected rows hold each edge twice, once in the row of either end, with the same weight.</param>
    /// <param name="offsets">Length n + 1; row u is [offsets[u], offsets[u + 1]).</param>
    /// <param name="targets">Sorted and distinct within each row, without u itself.</param>
    /// <param name="weights">Parallel to <paramref name="targets"/>, finite and above 0; null for an unweighted graph.</param>
    /// <exception cref="ArgumentException">A broken invariant, with its place, what was found and what was expected.</exception>
    public static CsrGraph FromRows(bool directed, int[] offsets, int[] targets, double[]? weights = null) =>
        new(directed, offsets, targets, weights);

    /// <summary>Number of nodes, n.</summary>
    public int NodeCount => _offsets.Length - 1;

    /// <summary>Number of edges, m: arcs when directed, unordered pairs when undirected.</summary>
    public int EdgeCount => IsDirected ? _targets.Length : _targets.Length / 2;

    /// <summary>Number of stored out-arcs: m when directed, 2m when undirected.</summary>
    public int ArcCount => _targets.Length;

    /// <summary>Whether arcs have a direction.</summary>
    public bool IsDirected { get; }

    /// <summary>Whether edges have weights; without, each counts 1.</summary>
    public bool IsWeighted => _weights is not null;

    /// <summary>Ends of the arcs that leave <paramref name="node"/>, sorted; all neighbors when undirected.</summary>
    public ReadOnlySpan<int> OutNeighbors(int node) => Row(_targets, _offsets, node);

    /// <summary>Starts of the arcs that arrive at <paramref name="node"/>, sorted; all neighbors when undirected.</summary>
    public ReadOnlySpan<int> InNeighbors(int node) => Row(_inTargets, _inOffsets, node);

    /// <summary>Weights parallel to <see cref="OutNeighbors"/>; empty in an unweighted graph.</summary>
    public ReadOnlySpan<double> OutWeights(int node) => _weights is null ? [] : Row(_weights, _offsets, node);

    /// <summary>Weights parallel to <see cref="InNeighbors"/>; empty in an unweighted graph.</summary>
    public ReadOnlySpan<double> InWeights(int node) => _inWeights is null ? [] : Row(_inWeights, _inOffsets, node);

    /// <summary>Number of arcs that leave <paramref name="node"/>.</summary>
    public int OutDegree(int node) => _offsets[node + 1] - _offsets[node];

    /// <summary>Number of arcs that arrive at <paramref name="node"/>.</summary>
    public int InDegree(int node) => _inOffsets[node + 1] - _inOffsets[node];

    /// <summary>Whether the arc is there (the edge, when undirected). Time O(log degree).</summary>
    public bool HasEdge(int from, int to) => OutNeighbors(from).BinarySearch(to) >= 0;

    /// <summary>Weight of the arc (1 when unweighted), 0 where there is none. Time O(log degree).</summary>
    public double WeightOf(int from, int to)
    {
        var place = OutNeighbors(from).BinarySearch(to);
        return place < 0 ? 0
            : _weights is null ? 1
            : _weights[_offsets[from] + place];
    }

    /// <summary>Every edge once, by source and then target; undirected: with From below To.</summary>
    public IEnumerable<Edge> Edges()
    {
        for (var from = 0; from < NodeCount; from++)
        {
            for (var arc = _offsets[from]; arc < _offsets[from + 1]; arc++)
            {
                if (IsDirected || from < _targets[arc])
                {
                    yield return new Edge(from, _targets[arc], _weights?[arc] ?? 1);
                }
            }
        }
    }

    /// <summary>The same edges, each with weight 1; shares the rows. Time and space O(1).</summary>
    public CsrGraph WithoutWeights() => IsWeighted ? new(this, reversed: false, weighted: false) : this;

    /// <summary>Every arc turned round; shares the rows. Time and space O(1).</summary>
    public CsrGraph Reversed() => IsDirected ? new(this, reversed: true, weighted: true) : this;

    /// <summary>Direction left out: the weights of a → b and b → a add up. Time and space O(n + m); an undirected graph is its own.</summary>
    public CsrGraph ToUndirected() => IsDirected ? CsrUnion.OfBothDirections(this) : this;

    /// <summary>The graph of some nodes and the ties between them; node i of it is <paramref name="nodes"/>[i]. Time O(n + arcs of the nodes).</summary>
    /// <param name="nodes">Distinct nodes of this graph.</param>
    public CsrGraph Induced(ReadOnlySpan<int> nodes) => Induced(nodes, new int[NodeCount]);

    // `place` has n zeros and is given back so: many small parts are then taken in the time of their own size.
    internal CsrGraph Induced(ReadOnlySpan<int> nodes, int[] place)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            Require.That(place[nodes[i]] == 0, nameof(nodes), $"node {nodes[i]} twice", "distinct nodes");
            place[nodes[i]] = i + 1;
        }
        var builder = new CsrGraphBuilder(nodes.Length, IsDirected, IsWeighted);
        for (var i = 0; i < nodes.Length; i++)
        {
            for (var arc = _offsets[nodes[i]]; arc < _offsets[nodes[i] + 1]; arc++)
            {
                if (place[_targets[arc]] > 0 && (IsDirected || nodes[i] < _targets[arc]))
                {
                    builder.Add(i, place[_targets[arc]] - 1, _weights?[arc] ?? 1);
                }
            }
        }
        foreach (var node in nodes)
        {
            place[node] = 0;
        }
        return builder.Build();
    }

    // The rows themselves, for algorithms that keep them: not to be changed.
    internal (int[] Offsets, int[] Targets, double[]? Weights) OutRows => (_offsets, _targets, _weights);

    internal ReadOnlySpan<int> OutOffsets => _offsets;

    internal ReadOnlySpan<int> OutTargets => _targets;

    internal ReadOnlySpan<double> AllOutWeights => _weights;

    internal ReadOnlySpan<int> InOffsets => _inOffsets;

    internal ReadOnlySpan<int> InTargets => _inTargets;

    internal ReadOnlySpan<double> AllInWeights => _inWeights;

    static ReadOnlySpan<T> Row<T>(T[] values, int[] offsets, int node) =>
        values.AsSpan(offsets[node], offsets[node + 1] - offsets[node]);
}
