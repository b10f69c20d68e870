namespace BizGraph.Analysis.Structure;

/// <summary>Triangles: three nodes that are all tied to each other.</summary>
/// <remarks>Time O(m^1.5), space O(n + m). Direction and weights are ignored.</remarks>
public static class Triangles
{
    /// <summary>Number of triangles that each node is in.</summary>
    public static NodeCounts Count(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = graph.WithoutWeights().ToUndirected();
        var tally = new PerNode(new int[graph.NodeCount]);
        new OrientedGraph(graph).ForEachTriangle(ref tally, cancellation);
        return new NodeCounts(tally.Counts);
    }

    readonly struct PerNode(int[] counts) : ITriangleVisitor
    {
        public int[] Counts { get; } = counts;

        public void Visit(in Triangle triangle)
        {
            Counts[triangle.A]++;
            Counts[triangle.B]++;
            Counts[triangle.C]++;
        }
    }
}
