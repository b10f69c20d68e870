namespace BizGraph.Analysis.Structure;

/// <summary>The k-trusses of a graph: the largest parts in which each edge is in at least k − 2 triangles (Cohen, 2008).</summary>
/// <remarks>Time O(m^1.5 + Σ over edges of the smaller degree), space O(n + m). Direction and weights are ignored.</remarks>
public static class Truss
{
    /// <summary>The largest k such that the edge is in the k-truss, 2 or more, for every edge by its ends.</summary>
    public static IReadOnlyList<(Edge Edge, int Truss)> Compute(
        CsrGraph graph,
        RunOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new RunOptions();
        options.ValidateRun();
        graph = graph.WithoutWeights().ToUndirected();
        var edges = graph.Edges().ToArray();
        var peeling = new Peeling(graph, edges, SupportOf(graph, edges, options, cancellation));
        var truss = new int[edges.Length];
        var progress = new Progress(options.Progress, edges.Length);
        var k = 2;
        for (var taken = 0; peeling.TryTake(out var edge, out var support); taken++)
        {
            if (taken % 1024 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress.At((double)taken / edges.Length);
            }
            truss[edge] = k = Math.Max(k, support + 2);
            peeling.Remove(edge, k - 2);
        }
        return [.. edges.Select((edge, number) => (edge, truss[number]))];
    }

    static int[] SupportOf(CsrGraph graph, Edge[] edges, RunOptions options, CancellationToken cancellation)
    {
        var oriented = new OrientedGraph(graph);
        using var team = ThreadTeam.Take(graph.ArcCount < 20_000 ? 1 : options.Threads);
        var parts = TriangleParts.Visit(oriented, () => new PerEdge(new int[edges.Length]), team, cancellation);
        var support = new int[edges.Length];
        var numbers = new EdgeNumbers(graph);
        for (var a = 0; a < graph.NodeCount; a++)
        {
            for (var edge = oriented.Offsets[a]; edge < oriented.Offsets[a + 1]; edge++)
            {
                var number = numbers.Of(oriented.Order[a], oriented.Order[oriented.Targets[edge]]);
                support[number] = parts.Sum(part => part.Counts[edge]);
            }
        }
        return support;
    }

    readonly struct PerEdge(int[] counts) : ITriangleVisitor
    {
        public int[] Counts { get; } = counts;

        public void Visit(in Triangle triangle)
        {
            Counts[triangle.EdgeAB]++;
            Counts[triangle.EdgeAC]++;
            Counts[triangle.EdgeBC]++;
        }
    }

    /// <summary>Takes the edges away one by one, the one in fewest triangles first.</summary>
    sealed class Peeling
    {
        readonly CsrGraph _graph;
        readonly Edge[] _edges;
        readonly int[] _support;
        readonly bool[] _gone;
        readonly EdgeNumbers _numbers;
        readonly PriorityQueue<int, (int Support, int Edge)> _queue;

        public Peeling(CsrGraph graph, Edge[] edges, int[] support)
        {
            (_graph, _edges, _support, _gone) = (graph, edges, support, new bool[edges.Length]);
            _numbers = new EdgeNumbers(graph);
            _queue = new(support.Select((count, edge) => (edge, (count, edge))));
        }

        // An edge stands in the queue once for each support it had; the smallest, its present one, comes first.
        public bool TryTake(out int edge, out int support)
        {
            while (_queue.TryDequeue(out edge, out var priority))
            {
                if (!_gone[edge])
                {
                    _gone[edge] = true;
                    support = priority.Support;
                    return true;
                }
            }
            support = 0;
            return false;
        }

        /// <summary>The other two edges of each of its triangles lose one, but none falls below <paramref name="least"/>.</summary>
        public void Remove(int edge, int least)
        {
            var (from, to, _) = _edges[edge];
            (from, to) = _graph.OutDegree(from) <= _graph.OutDegree(to) ? (from, to) : (to, from);
            foreach (var third in _graph.OutNeighbors(from))
            {
                if (!_graph.HasEdge(to, third))
                {
                    continue;
                }
                var (one, other) = (_numbers.Of(from, third), _numbers.Of(to, third));
                if (!_gone[one] && !_gone[other])
                {
                    Lower(one, least);
                    Lower(other, least);
                }
            }
        }

        void Lower(int edge, int least)
        {
            if (_support[edge] > least)
            {
                _queue.Enqueue(edge, (--_support[edge], edge));
            }
        }
    }
}
