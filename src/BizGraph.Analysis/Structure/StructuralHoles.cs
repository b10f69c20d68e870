namespace BizGraph.Analysis.Structure;

/// <summary>Burt's measures of structural holes (Burt, 1992) for every node; null for an isolated one.</summary>
/// <param name="Constraint">Σ over neighbors j of (p_ij + Σ_q p_iq·p_qj)²: above 0; high when the neighbors are tied to each other.</param>
/// <param name="EffectiveSize">Number of neighbors less their redundancy; |N| − 2t/|N| when undirected and unweighted.</param>
/// <param name="Efficiency">Effective size over the number of neighbors, at most 1.</param>
public sealed record Brokerage(NodeScores Constraint, NodeScores EffectiveSize, NodeScores Efficiency);

/// <summary>Structural holes through one pass over the triangles.</summary>
/// <remarks>
/// With w_ij = a_ij + a_ji, p_ij = w_ij / Σ_k w_ik and m_ij = w_ij / max_k w_ik. Σ_q p_iq·p_qj is T_ij / Σ_k w_ik, where
/// T_ij = Σ_q w_iq·w_qj / Σ_k w_qk is the same from both ends: one sum an edge. Time O(m^1.5), space O(n + m).
/// </remarks>
public static class StructuralHoles
{
    /// <summary>The three measures.</summary>
    public static Brokerage Compute(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var ties = graph.IsDirected ? CsrUnion.OfBothDirections(graph, counting: true) : graph;
        var oriented = new OrientedGraph(ties);
        var pass = new Pass(ties, oriented);
        oriented.ForEachTriangle(ref pass, cancellation);
        var constraint = ConstraintOf(ties, oriented, pass);
        var (size, efficiency) = (new double[ties.NodeCount], new double[ties.NodeCount]);
        for (var node = 0; node < ties.NodeCount; node++)
        {
            var degree = ties.OutDegree(node);
            constraint[node] = degree == 0 ? double.NaN : constraint[node];
            size[node] = degree == 0 ? double.NaN : degree - pass.Redundancy[node];
            efficiency[node] = size[node] / degree;
        }
        return new Brokerage(new NodeScores(constraint), new NodeScores(size), new NodeScores(efficiency));
    }

    static double[] ConstraintOf(CsrGraph ties, OrientedGraph oriented, in Pass pass)
    {
        var constraint = new double[ties.NodeCount];
        for (var edge = 0; edge < oriented.EdgeCount; edge++)
        {
            var (a, b) = (oriented.Sources[edge], oriented.Targets[edge]);
            var both = pass.Weight[edge] + pass.Indirect[edge];
            constraint[a] += Square(both / pass.Strength[a]);
            constraint[b] += Square(both / pass.Strength[b]);
        }
        return constraint;
    }

    static double Square(double x) => x * x;

    readonly struct Pass : ITriangleVisitor
    {
        public readonly double[] Weight; // of each edge
        public readonly double[] Indirect; // T of each edge
        public readonly double[] Strength; // of each node
        public readonly double[] Redundancy; // of each node: Σ p_iq·m_jq over its tied pairs of neighbors

        readonly double[] _strongest; // weight of each node's strongest tie

        public Pass(CsrGraph ties, OrientedGraph oriented)
        {
            Strength = Centrality.Strength.OutOf(ties);
            (Weight, Indirect) = (new double[oriented.EdgeCount], new double[oriented.EdgeCount]);
            (Redundancy, _strongest) = (new double[ties.NodeCount], new double[ties.NodeCount]);
            for (var edge = 0; edge < Weight.Length; edge++)
            {
                var (a, b) = (oriented.Sources[edge], oriented.Targets[edge]);
                var weight = Weight[edge] = ties.WeightOf(a, b);
                _strongest[a] = Math.Max(_strongest[a], weight);
                _strongest[b] = Math.Max(_strongest[b], weight);
            }
        }

        public void Visit(in Triangle triangle)
        {
            var (a, b, c, _, _, _) = triangle;
            var (ab, ac, bc) = (Weight[triangle.EdgeAB], Weight[triangle.EdgeAC], Weight[triangle.EdgeBC]);
            Indirect[triangle.EdgeAB] += ac * bc / Strength[c];
            Indirect[triangle.EdgeAC] += ab * bc / Strength[b];
            Indirect[triangle.EdgeBC] += ab * ac / Strength[a];
            Redundancy[a] += (ac * bc / _strongest[b] + ab * bc / _strongest[c]) / Strength[a];
            Redundancy[b] += (bc * ac / _strongest[a] + ab * ac / _strongest[c]) / Strength[b];
            Redundancy[c] += (bc * ab / _strongest[a] + ac * ab / _strongest[b]) / Strength[c];
        }
    }
}
