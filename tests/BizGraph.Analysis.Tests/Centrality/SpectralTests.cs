using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Centrality;

public sealed class SpectralTests
{
    [Theory]
    [OracleData("eigenvector")]
    public void Eigenvector_centrality_is_that_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual("eigenvector", graph, Eigenvector.Compute(Expected.Graphs[graph]));

    [Theory]
    [OracleData("katz")]
    public void Katz_centrality_is_that_of_networkx_3_6_1(string graph) =>
        Expected.AreEqual("katz", graph, Katz.Compute(Expected.Graphs[graph]));

    [Theory]
    [OracleData("hubs")]
    public void Hubs_and_authorities_are_those_of_igraph_1_0_0(string graph)
    {
        var scores = Hits.Compute(Expected.Graphs[graph]);

        Expected.AreEqual("hubs", graph, scores.Hubs);
        Expected.AreEqual("authorities", graph, scores.Authorities);
    }

    [Fact]
    public void Without_a_cycle_eigenvector_centrality_is_undefined()
    {
        Assert.Equal([null, null, null], Eigenvector.Compute(CsrGraph.FromPairs(3, [(0, 1), (1, 2)], directed: true)).ToArray());
        Assert.Equal([null, null], Eigenvector.Compute(CsrGraph.FromPairs(2, [])).ToArray());
    }

    [Fact]
    public void The_leading_component_and_what_it_leads_to_have_scores()
    {
        // A clique of three and an edge: λ₁ = 2 against 1.
        Assert.Equal([0, 0, 1, 1, 1], Eigenvector.Compute(CsrGraph.FromPairs(5, [(0, 1), (2, 3), (3, 4), (4, 2)])).ToArray());
        // 0 ⇄ 1 → 2: node 2 is pointed at by 1 as 0 is.
        Assert.Equal([1, 1, 1], Eigenvector.Compute(CsrGraph.FromPairs(3, [(0, 1), (1, 0), (1, 2)], directed: true)).ToArray());
    }

    [Fact]
    public void Of_two_alike_the_larger_component_leads_and_then_the_smallest_id()
    {
        // Cycles of two and three have λ₁ = 1 both.
        (int, int)[] cycles = [(0, 1), (1, 0), (2, 3), (3, 4), (4, 2)];
        Assert.Equal([0, 0, 1, 1, 1], Eigenvector.Compute(CsrGraph.FromPairs(5, cycles, directed: true)).ToArray());
        Assert.Equal([1, 1, 0, 0], Eigenvector.Compute(CsrGraph.FromPairs(4, [(0, 1), (2, 3)])).ToArray());
    }

    [Fact]
    public void A_katz_factor_without_a_limit_is_refused()
    {
        // A clique of three: λ₁ = 2.
        var graph = CsrGraph.FromPairs(3, [(0, 1), (1, 2), (2, 0)]);

        Assert.Throws<ArgumentException>(() => Katz.Compute(graph, alpha: 0.5));
        Assert.Throws<ArgumentException>(() => Katz.Compute(graph, alpha: 0));
        Assert.All(Katz.Compute(graph, alpha: 0.49).ToArray(), score => Assert.Equal(1 / Math.Sqrt(3), score!.Value, 1e-12));
    }

    [Fact]
    public void Without_ties_there_are_no_hubs() =>
        Assert.Equal([null, null], Hits.Compute(CsrGraph.FromPairs(2, [])).Hubs.ToArray());

    [Fact]
    public void Relabelling_the_nodes_changes_no_score()
    {
        Drawn.RelabellingChangesNothing(graph => Katz.Compute(graph), seed => Drawn.Graph(seed));
        Drawn.RelabellingChangesNothing(graph => Eigenvector.Compute(graph), seed => Drawn.Communities(seed, 3, 10));
        Drawn.RelabellingChangesNothing(graph => Hits.Compute(graph).Hubs, seed => Drawn.Communities(seed, 3, 10));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(400)] // the second eigenvalue is 0.01% below the first: power iteration takes 200,000 steps
    public void A_path_has_the_eigenvector_of_a_vibrating_string(int length)
    {
        var path = CsrGraph.FromPairs(length, Enumerable.Range(0, length - 1).Select(node => (node, node + 1)));
        var scores = Eigenvector.Compute(path);

        for (var node = 0; node < length; node++)
        {
            // The largest entry is next to the middle, sin(π·(n/2)/(n + 1)).
            var expected = Math.Sin(Math.PI * (node + 1) / (length + 1)) / Math.Sin(Math.PI * (length / 2) / (length + 1));
            Assert.Equal(expected, scores[node]!.Value, 1e-9);
        }
    }

    [Fact]
    public void The_same_bits_come_out_at_any_number_of_threads()
    {
        var graph = Drawn.Communities(seed: 3, groups: 200, size: 50);
        var directed = CsrGraph.FromPairs(graph.NodeCount, graph.Edges().Select(edge => (edge.From, edge.To)), directed: true);

        foreach (var threads in (int[])[2, 8])
        {
            var (one, several) = (new RunOptions { Threads = 1 }, new RunOptions { Threads = threads });
            Assert.Equal(Eigenvector.Compute(graph, one).ToArray(), Eigenvector.Compute(graph, several).ToArray());
            Assert.Equal(Katz.Compute(graph, options: one).ToArray(), Katz.Compute(graph, options: several).ToArray());
            Assert.Equal(Hits.Compute(directed, one).Hubs.ToArray(), Hits.Compute(directed, several).Hubs.ToArray());
        }
    }
}
