using BizGraph.Analysis.Suggestions;
using BizGraph.Analysis.Tests.Oracle;
using BizGraph.Model;

namespace BizGraph.Analysis.Tests.Suggestions;

/// <summary>The evidence of ties, on the graphs that networkx and numpy have told of.</summary>
public sealed class EvidenceOracleTests
{
    [Theory]
    [OracleData("adamic-adar of 0")]
    public void Shared_neighbors_are_those_of_networkx_3_6_1(string graph)
    {
        var (scan, others) = Around(graph);

        Expected.AreEqual("common neighbors of 0", graph, [.. others.Select(node => (double?)scan.Network.Common(node))]);
        Expected.AreEqual("adamic-adar of 0", graph, [.. others.Select(node => (double?)scan.Network.AdamicAdar(node))]);
        Expected.AreEqual("resource allocation of 0", graph, [.. others.Select(node => (double?)scan.Network.Allocation(node))]);
    }

    [Theory]
    [OracleData("three steps of 0")]
    public void Three_steps_are_the_product_of_matrices_in_numpy(string graph)
    {
        var (scan, others) = Around(graph);

        Expected.AreEqual("three steps of 0", graph, [.. others.Select(node => (double?)scan.Network.ThreeSteps(node))]);
    }

    [Fact]
    public void Along_the_type_each_two_ties_count_by_their_directions()
    {
        // s → z, z → a (chain); s → z ← b (same target); z' → s, z' → c (same source); d → z' → s (chain back); s → z ← b → e (three steps).
        string[] names = ["s", "z", "a", "b", "y", "c", "d", "e"];
        (string, string)[] arcs = [("s", "z"), ("z", "a"), ("b", "z"), ("y", "s"), ("y", "c"), ("d", "y"), ("b", "e")];
        var town = DrawnTown.Town(
            names.Select(name => DrawnTown.Shop(name)),
            arcs.Select(arc => DrawnTown.Tie(arc.Item1, arc.Item2))
        );
        var scan = new PairScan(new TieContext(new Traits(town), TieTable.Of(town)));
        scan.Around(Node(town, "s"));

        scan.Along(RelationshipType.Supplies, isFrom: true);
        Assert.Equal(1.0 / 3, scan.Chain[Node(town, "a")], 1e-12); // z has three ties
        Assert.Equal(1.0 / 2, scan.Ahead[Node(town, "b")], 1e-12); // two end at z
        Assert.Equal(1.0 / 2, scan.Behind[Node(town, "c")], 1e-12); // two start at y
        Assert.Equal(1.0 / 3, scan.ChainBack[Node(town, "d")], 1e-12);
        Assert.Equal(1 / Math.Sqrt(2 * 2), scan.TypedThreeSteps(Node(town, "e")), 1e-12); // two end at z, two start at b

        scan.Along(RelationshipType.Supplies, isFrom: false);
        Assert.Equal(1.0 / 3, scan.Chain[Node(town, "d")], 1e-12); // backwards: s ← y ← d
        Assert.Equal(1.0 / 2, scan.Ahead[Node(town, "c")], 1e-12);
        Assert.Equal(0, scan.TypedThreeSteps(Node(town, "e")));
    }

    [Fact]
    public void Affinity_is_the_smoothed_rate_between_groups()
    {
        // Groups of 2 and 3; four ties, all from the first to the second: rate 4/20; 6 such pairs are expected to have 1.2.
        // Starts: 4 where 1.6 are expected, ends: 4 where 2.4 are; pulled by two ties.
        var affinity = Affinity.Of([0, 0, 1, 1, 1, -1], 2, [(0, 2), (0, 3), (1, 3), (1, 4), (5, 0)]);
        var margins = (4 + 2) / (1.6 + 2) * ((4 + 2) / (2.4 + 2));

        Assert.Equal(Math.Log((4 + 2) / (1.2 + (2 / margins))), affinity.Between(0, 4), 1e-12);
        Assert.True(double.IsNaN(affinity.Between(0, 5)));
        Assert.True(affinity.Between(2, 3) < 0);
    }

    [Fact]
    public void Distance_is_along_the_great_circle()
    {
        // London 51.5074 N 0.1278 W to Paris 48.8566 N 2.3522 E: 343.6 km by the haversine formula with a radius of 6371.0088 km.
        var town = DrawnTown.Town([
            DrawnTown.Shop("a", facts => facts.At(51.5074, -0.1278)),
            DrawnTown.Shop("b", facts => facts.At(48.8566, 2.3522)),
            DrawnTown.Shop("c"),
        ]);
        var traits = new Traits(town);

        Assert.Equal(343.56, traits.Kilometers(0, 1), 0.01);
        Assert.True(double.IsNaN(traits.Kilometers(0, 2)));
    }

    static int Node(NetworkSnapshot town, string id) => town.NodeOf(DrawnTown.Id(id))!.Value;

    // Node i is the business "b000i": ids in order are nodes in order.
    static (PairScan Scan, IEnumerable<int> Others) Around(string name)
    {
        var graph = Expected.Graphs[name];
        var town = DrawnTown.Town(
            Enumerable.Range(0, graph.NodeCount).Select(node => DrawnTown.Shop($"b{node:0000}")),
            graph.Edges().Select(edge => DrawnTown.Tie($"b{edge.From:0000}", $"b{edge.To:0000}"))
        );
        var scan = new PairScan(new TieContext(new Traits(town), TieTable.Of(town)));
        if (graph.NodeCount > 0)
        {
            scan.Around(0);
        }

        return (scan, Enumerable.Range(1, Math.Max(0, graph.NodeCount - 1)));
    }
}
