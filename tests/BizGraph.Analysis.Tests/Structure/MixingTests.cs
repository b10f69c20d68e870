using BizGraph.Analysis.Structure;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Structure;

public sealed class MixingTests
{
    [Theory]
    [OracleData("reciprocity")]
    public void Reciprocity_is_that_of_igraph_1_0_0(string graph) =>
        Expected.IsEqual("reciprocity", graph, Reciprocity.Compute(Expected.Graphs[graph]));

    [Theory]
    [OracleData("degree assortativity")]
    public void Assortativity_is_that_of_igraph_1_0_0(string graph)
    {
        var of = Expected.Graphs[graph];
        var ids = Enumerable.Range(0, of.NodeCount).ToArray();

        Expected.IsEqual("degree assortativity", graph, Assortativity.ByDegree(of));
        Expected.IsEqual("assortativity of ids", graph, Assortativity.ByValue(of, [.. ids.Select(id => (double)id)]));
        Expected.IsEqual(
            "assortativity of ids by three",
            graph,
            Assortativity.ByGroup(of, Partition.FromLabels([.. ids.Select(id => id % 3)]))
        );
    }

    [Fact]
    public void One_group_alone_cannot_be_assortative() =>
        Assert.Null(Assortativity.ByGroup(CsrGraph.FromPairs(2, [(0, 1)]), Partition.FromLabels([0, 0])));

    [Fact]
    public void The_external_internal_index_stands_beside_what_group_sizes_give()
    {
        // Groups {0, 1}, {2, 3}: ties 0 – 1, 1 – 2, 0 – 3: one inside, two outside. Pairs: two inside, four outside.
        var mixing = GroupMixing.Compute(CsrGraph.FromPairs(4, [(0, 1), (1, 2), (0, 3)]), [0, 0, 1, 1]);

        Assert.Equal((1, 2), (mixing.Internal, mixing.External));
        Assert.Equal(1.0 / 3, mixing.Index!.Value, 1e-12);
        Assert.Equal(2.0 / 6, mixing.Expected!.Value, 1e-12);
    }

    [Fact]
    public void Nodes_of_unknown_group_are_left_out()
    {
        var mixing = GroupMixing.Compute(CsrGraph.FromPairs(4, [(0, 1), (1, 2), (0, 3)]), [0, 0, -1, -1]);

        Assert.Equal(new Mixing(1, 0, -1, -1), mixing);
    }

    [Fact]
    public void Without_ties_there_is_no_index()
    {
        Assert.Null(GroupMixing.Compute(CsrGraph.FromPairs(2, []), [0, 1]).Index);
        Assert.Null(GroupMixing.Compute(CsrGraph.FromPairs(0, []), []).Expected);
    }
}
