using BizGraph.Analysis.Structure;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Structure;

public sealed class ClusteringTests
{
    [Theory]
    [OracleData("triangles")]
    public void Triangles_are_counted_as_networkx_3_6_1_does(string graph) =>
        Expected.AreEqual("triangles", graph, Triangles.Count(Expected.Graphs[graph]));

    [Theory]
    [OracleData("local clustering")]
    public void Local_clustering_is_that_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual("local clustering", graph, Clustering.Local(Expected.Graphs[graph]));

    [Theory]
    [OracleData("transitivity")]
    public void Transitivity_is_that_of_igraph_1_0_0(string graph) =>
        Expected.IsEqual("transitivity", graph, Clustering.Transitivity(Expected.Graphs[graph]));

    [Theory]
    [OracleData("truss")]
    public void Trusses_are_those_of_networkx_3_6_1(string graph) =>
        Expected.AreEqual(
            "truss",
            graph,
            Truss.Compute(Expected.Graphs[graph]).Select(row => new[] { row.Edge.From, row.Edge.To, row.Truss })
        );

    [Fact]
    public void A_clique_of_five_is_a_five_truss() =>
        Assert.All(Truss.Compute(Expected.Graphs["clique"]), row => Assert.Equal(5, row.Truss));

    [Fact]
    public void Relabelling_the_nodes_changes_no_score() =>
        Drawn.RelabellingChangesNothing(graph => Clustering.Local(graph), seed => Drawn.Graph(seed));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Triangles_of_a_large_network_are_those_found_edge_by_edge(int threads)
    {
        // Large enough to be counted in parts.
        var graph = Drawn.Communities(seed: 8, groups: 200, size: 50);
        var counts = new int[graph.NodeCount];
        foreach (var edge in graph.Edges())
        {
            foreach (var third in graph.OutNeighbors(edge.From).ToArray().Where(node => graph.HasEdge(node, edge.To)))
            {
                counts[third]++;
            }
        }

        Assert.True(graph.EdgeCount > 20_000);
        Assert.Equal(counts, Triangles.Count(graph, new() { Threads = threads }).Values.ToArray());
    }
}
