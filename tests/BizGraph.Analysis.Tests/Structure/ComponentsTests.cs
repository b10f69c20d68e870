using BizGraph.Analysis.Structure;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Structure;

public sealed class ComponentsTests
{
    [Theory]
    [OracleData("weak components")]
    public void Weak_components_are_those_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual("weak components", graph, WeakComponents.Find(Expected.Graphs[graph]));

    [Theory]
    [OracleData("strong components")]
    public void Strong_components_are_those_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual("strong components", graph, StrongComponents.Find(Expected.Graphs[graph]));

    [Fact]
    public void The_largest_component_is_number_zero()
    {
        // 0 – 1, 2 – 3 – 4, 5
        var components = WeakComponents.Find(CsrGraph.FromPairs(6, [(0, 1), (2, 3), (3, 4)]));

        Assert.Equal([1, 1, 0, 0, 0, 2], components.Groups.ToArray());
    }

    [Fact]
    public void Weak_components_are_the_strong_ones_without_direction()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var graph = Drawn.Graph(seed);

            Assert.Equal(
                StrongComponents.Find(graph.ToUndirected()).Groups.ToArray(),
                WeakComponents.Find(graph).Groups.ToArray()
            );
        }
    }

    [Fact]
    public void A_very_long_path_needs_no_deep_stack()
    {
        var path = CsrGraph.FromPairs(200_000, Enumerable.Range(0, 199_999).Select(k => (k, k + 1)), directed: true);

        Assert.Equal(200_000, StrongComponents.Find(path).Count);
        Assert.Equal(1, WeakComponents.Find(path).Count);
        Assert.Equal(199_998, ArticulationPoints.Find(path).Count);
    }
}
