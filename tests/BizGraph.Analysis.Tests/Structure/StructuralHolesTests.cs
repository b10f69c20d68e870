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
}
