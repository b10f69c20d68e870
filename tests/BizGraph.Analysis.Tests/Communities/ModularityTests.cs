using BizGraph.Analysis.Communities;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Communities;

public sealed class ModularityTests
{
    [Theory]
    [OracleData("modularity of ids by three")]
    public void Modularity_is_that_of_igraph_1_0_0(string graph)
    {
        var nodes = Expected.Graphs[graph].NodeCount;
        var groups = Partition.FromLabels([.. Enumerable.Range(0, nodes).Select(node => node % 3)]);

        Expected.IsEqual("modularity of ids by three", graph, Modularity.Compute(Expected.Graphs[graph], groups));
    }

    [Fact]
    public void Resolution_weighs_what_chance_would_give()
    {
        // Two triangles and a bridge, γ = 2: 6/7 − 2 · 2 · (1/2)²
        var groups = Partition.FromLabels([0, 0, 0, 1, 1, 1]);

        Assert.Equal(
            6.0 / 7 - 1,
            Modularity.Compute(Expected.Graphs["two triangles and a bridge"], groups, resolution: 2)!.Value,
            1e-12
        );
    }

    [Fact]
    public void Without_edges_it_is_undefined() =>
        Assert.Null(Modularity.Compute(CsrGraph.FromPairs(2, []), Partition.FromLabels([0, 1])));

    [Fact]
    public void A_partition_of_another_graph_is_refused() =>
        Assert.Throws<ArgumentException>(() => Modularity.Compute(CsrGraph.FromPairs(2, [(0, 1)]), Partition.FromLabels([0])));
}
