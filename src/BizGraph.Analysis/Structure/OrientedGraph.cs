namespace BizGraph.Analysis.Structure;

/// <summary>A triangle's three nodes and the numbers of its three edges.</summary>
readonly record struct Triangle(int A, int B, int C, int EdgeAB, int EdgeAC, int EdgeBC);

/// <summary>What is done with each triangle; a struct, so that the call is inlined.</summary>
interface ITriangleVisitor
{
    void Visit(in Triangle triangle);
}

/// <summary>
/// An undirected graph with each edge pointing from the end of lower degree to the other (ties by id). No node has more than √(2m)
/// arcs then, and each triangle is met once (Chiba and Nishizeki, 1985; Latapy, 2008).
/// </summary>
/// <remarks>Time O(n + m) to build, O(m^1.5) to list the triangles; space O(n + m).</remarks>
sealed class OrientedGraph
{
    readonly int[] _offsets;

    public readonly int[] Sources; // of each edge
    public readonly int[] Targets; // of each edge; sorted within a row

    public OrientedGraph(CsrGraph graph)
    {
        NodeCount = graph.NodeCount;
        _offsets = new int[NodeCount + 1];
        (Sources, Targets) = (new int[graph.EdgeCount], new int[graph.EdgeCount]);
        var edge = 0;
        for (var node = 0; node < NodeCount; node++)
        {
            foreach (var neighbor in graph.OutNeighbors(node))
            {
                if (PointsFrom(graph, node, neighbor))
                {
                    (Sources[edge], Targets[edge]) = (node, neighbor);
                    edge++;
                }
            }
            _offsets[node + 1] = edge;
        }
    }

    public int NodeCount { get; }

    public int EdgeCount => Targets.Length;

    public void ForEachTriangle<TVisitor>(ref TVisitor visitor, CancellationToken cancellation)
        where TVisitor : struct, ITriangleVisitor
    {
        var edgeTo = new int[NodeCount]; // 1 + the edge from `a`, 0 where there is none
        for (var a = 0; a < NodeCount; a++)
        {
            if (a % 1024 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            var (start, end) = (_offsets[a], _offsets[a + 1]);
            for (var edge = start; edge < end; edge++)
            {
                edgeTo[Targets[edge]] = edge + 1;
            }
            for (var ab = start; ab < end; ab++)
            {
                var b = Targets[ab];
                for (var bc = _offsets[b]; bc < _offsets[b + 1]; bc++)
                {
                    var ac = edgeTo[Targets[bc]] - 1;
                    if (ac >= 0)
                    {
                        visitor.Visit(new Triangle(a, b, Targets[bc], ab, ac, bc));
                    }
                }
            }
            for (var edge = start; edge < end; edge++)
            {
                edgeTo[Targets[edge]] = 0;
            }
        }
    }

    static bool PointsFrom(CsrGraph graph, int node, int neighbor)
    {
        var (degree, other) = (graph.OutDegree(node), graph.OutDegree(neighbor));
        return degree < other || (degree == other && node < neighbor);
    }
}
