using BizGraph.Analysis.Structure;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Structure;

public sealed class StructuralHolesTests
{
    [Theory]
    [OracleData("constraint")]
    public void Constraint_is_that_of_networkx_3_6_1(string graph) =>
        Expected.AreEqual("constraint", graph, StructuralHoles.Compute(Expected.Graphs[graph]).Constraint);

    [Theory]
    [OracleData("effective size")]
    public void Effective_size_is_that_of_networkx_3_6_1(string graph) =>
        Expected.AreEqual("effective size", graph, StructuralHoles.Compute(Expected.Graphs[graph]).EffectiveSize);

    [Fact]
    public void The_end_of_a_path_of_three_has_constraint_one()
    {
        // 0 – 1 – 2: the ends have all their ties in one neighbor; the middle has (1/2)² twice.
        var holes = StructuralHoles.Compute(CsrGraph.FromPairs(4, [(0, 1), (1, 2)]));

        Assert.Equal([1, 0.5, 1, null], holes.Constraint.ToArray());
        Assert.Equal([1, 2, 1, null], holes.EffectiveSize.ToArray());
        Assert.Equal([1, 1, 1, null], holes.Efficiency.ToArray());
    }

    [Fact]
    public void A_tie_among_neighbors_makes_one_of_them_redundant_by_two_over_n()
    {
        // Node 0 knows 1, 2 and 3; 1 and 2 know each other: 3 − 2·1/3.
        var holes = StructuralHoles.Compute(CsrGraph.FromPairs(4, [(0, 1), (0, 2), (0, 3), (1, 2)]));

        Assert.Equal(3 - 2.0 / 3, holes.EffectiveSize[0]!.Value, 1e-12);
        Assert.Equal((3 - 2.0 / 3) / 3, holes.Efficiency[0]!.Value, 1e-12);
    }

    [Fact]
    public void Weighted_effective_size_discounts_by_strength_of_ties()
    {
        // w01 = 2, w02 = 1, w12 = 3. For 0: p01 = 2/3, p02 = 1/3, m12 = 3/3, m21 = 3/3;
        // (1 − p02·m12) + (1 − p01·m21) = (1 − 1/3) + (1 − 2/3) = 1.
        var holes = StructuralHoles.Compute(CsrGraph.FromTriples(3, [(0, 1, 2), (0, 2, 1), (1, 2, 3)]));

        Assert.Equal(1, holes.EffectiveSize[0]!.Value, 1e-12);
    }

    [Fact]
    public void Relabelling_the_nodes_changes_no_score()
    {
        Drawn.RelabellingChangesNothing(graph => StructuralHoles.Compute(graph).Constraint, seed => Drawn.Graph(seed));
        Drawn.RelabellingChangesNothing(graph => StructuralHoles.Compute(graph).EffectiveSize, seed => Drawn.Graph(seed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_large_network_has_the_values_of_the_definition_with_the_same_bits_at_any_number_of_threads(bool weighted)
    {
        // Large enough for sums in parts.
        var pairs = Drawn.Communities(seed: 8, groups: 200, size: 50);
        var graph = weighted
            ? CsrGraph.FromTriples(
                pairs.NodeCount,
                pairs.Edges().Select(edge => (edge.From, edge.To, 1.0 + (edge.From + edge.To) % 7))
            )
            : pairs;
        var alone = StructuralHoles.Compute(graph, new() { Threads = 1 });

        foreach (var threads in (int[])[2, 8])
        {
            var shared = StructuralHoles.Compute(graph, new() { Threads = threads });
            Assert.Equal(alone.Constraint.ToArray(), shared.Constraint.ToArray());
            Assert.Equal(alone.EffectiveSize.ToArray(), shared.EffectiveSize.ToArray());
        }
        for (var node = 0; node < graph.NodeCount; node += 97)
        {
            Assert.Equal(ConstraintByDefinition(graph, node), alone.Constraint[node]!.Value, 1e-9);
        }
    }

    // C_i = Σ_j (p_ij + Σ_q p_iq·p_qj)² with p_ij = a_ij / Σ_k a_ik: the sum of metrics in Burt (1992), written out.
    static double ConstraintByDefinition(CsrGraph graph, int i)
    {
        var sum = 0.0;
        foreach (var j in graph.OutNeighbors(i))
        {
            var indirect = 0.0;
            foreach (var q in graph.OutNeighbors(i))
            {
                indirect += q == j ? 0 : Share(graph, i, q) * Share(graph, q, j);
            }
            sum += Math.Pow(Share(graph, i, j) + indirect, 2);
        }
        return sum;
    }

    static double Share(CsrGraph graph, int i, int j)
    {
        var total = 0.0;
        foreach (var k in graph.OutNeighbors(i))
        {
            total += graph.WeightOf(i, k);
        }
        return graph.WeightOf(i, j) / total;
    }
}
