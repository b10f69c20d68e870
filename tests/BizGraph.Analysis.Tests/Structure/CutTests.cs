using BizGraph.Analysis.Structure;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Structure;

public sealed class CutTests
{
    [Theory]
    [OracleData("articulation points")]
    public void Articulation_points_are_those_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual("articulation points", graph, ArticulationPoints.Find(Expected.Graphs[graph]));

    [Theory]
    [OracleData("bridges")]
    public void Bridges_are_those_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual(
            "bridges",
            graph,
            Bridges.Find(Expected.Graphs[graph]).Select(bridge => new[] { bridge.From, bridge.To })
        );

    [Fact]
    public void Losing_a_bridge_or_an_articulation_point_breaks_a_component_apart()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var graph = Drawn.Graph(seed, directed: false);
            var components = WeakComponents.Find(graph).Count;
            var bridges = Bridges.Find(graph).ToHashSet();
            Assert.All(graph.Edges(), edge => Assert.Equal(bridges.Contains(edge), Without(graph, e => e == edge) > components));
            var cuts = ArticulationPoints.Find(graph).ToHashSet();
            for (var node = 0; node < graph.NodeCount; node++)
            {
                // Without its ties the node itself is one component more; an isolated node was one already.
                var alone = graph.OutDegree(node) == 0 ? 0 : 1;
                Assert.Equal(cuts.Contains(node), Without(graph, e => e.From == node || e.To == node) > components + alone);
            }
        }
    }

    static int Without(CsrGraph graph, Func<Edge, bool> lost) =>
        WeakComponents
            .Find(
                CsrGraph.FromPairs(graph.NodeCount, graph.Edges().Where(edge => !lost(edge)).Select(edge => (edge.From, edge.To)))
            )
            .Count;
}
