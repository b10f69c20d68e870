using BizGraph.Analysis.Links;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Links;

public sealed class LinkTests
{
    [Theory]
    [OracleData("common neighbors of 0")]
    public void Scores_are_those_of_networkx_3_6_1(string graph)
    {
        ScoresAre("common neighbors of 0", LinkMeasure.CommonNeighbors, graph);
        ScoresAre("jaccard of 0", LinkMeasure.Jaccard, graph);
        ScoresAre("adamic-adar of 0", LinkMeasure.AdamicAdar, graph);
        ScoresAre("resource allocation of 0", LinkMeasure.ResourceAllocation, graph);
        ScoresAre("preferential attachment of 0", LinkMeasure.PreferentialAttachment, graph);
    }

    [Theory]
    [OracleData("three steps of 0")]
    public void Three_steps_are_the_product_of_matrices_in_numpy(string graph) =>
        ScoresAre("three steps of 0", LinkMeasure.ThreeSteps, graph);

    [Fact]
    public void Candidates_are_two_steps_away_and_not_yet_tied()
    {
        // 0 – 1 – 3, 0 – 2 – 3, 2 – 4; 5 is out of reach.
        var graph = CsrGraph.FromPairs(6, [(0, 1), (0, 2), (1, 3), (2, 3), (2, 4)]);

        Assert.Equal([new(3, 2), new(4, 1)], LinkScores.Candidates(graph, 0, LinkMeasure.CommonNeighbors, 10));
        Assert.Equal([new(3, 2)], LinkScores.Candidates(graph, 0, LinkMeasure.CommonNeighbors, 1));
        Assert.Empty(LinkScores.Candidates(graph, 5, LinkMeasure.CommonNeighbors, 10));
        Assert.Equal([new(0, 1), new(3, 1)], LinkScores.Candidates(graph, 4, LinkMeasure.CommonNeighbors, 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void The_best_of_every_node_are_the_best_of_each(int threads)
    {
        var graph = Drawn.Communities(seed: 6, groups: 5, size: 12);
        foreach (var measure in Enum.GetValues<LinkMeasure>())
        {
            var all = LinkScores.AllCandidates(graph, measure, 5, new RunOptions { Threads = threads });

            Assert.All(Enumerable.Range(0, 60), node => Assert.Equal(BestOf(graph, node, measure), all[node]));
        }
    }

    [Fact]
    public void A_pair_of_one_node_is_refused() =>
        Assert.Throws<ArgumentException>(() => LinkScores.Of(CsrGraph.FromPairs(2, [(0, 1)]), 1, 1, LinkMeasure.Jaccard));

    static void ScoresAre(string metric, LinkMeasure measure, string graph)
    {
        var of = Expected.Graphs[graph];
        var others = Enumerable.Range(1, Math.Max(0, of.NodeCount - 1));
        Expected.AreEqual(metric, graph, [.. others.Select(node => (double?)LinkScores.Of(of, 0, node, measure))]);
    }

    // Every pair for itself; candidates by preferential attachment have a common neighbor, too.
    static IEnumerable<LinkCandidate> BestOf(CsrGraph graph, int node, LinkMeasure measure)
    {
        var near = measure == LinkMeasure.ThreeSteps ? LinkMeasure.ThreeSteps : LinkMeasure.CommonNeighbors;
        return Enumerable
            .Range(0, graph.NodeCount)
            .Where(other => other != node && !graph.HasEdge(node, other) && LinkScores.Of(graph, node, other, near) > 0)
            .Select(other => new LinkCandidate(other, LinkScores.Of(graph, node, other, measure)))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Node)
            .Take(5);
    }

    [Fact]
    public void Candidates_of_some_nodes_are_those_of_each()
    {
        var graph = Drawn.Communities(seed: 4, groups: 10, size: 20);
        int[] nodes = [7, 3, 7, 150];
        var found = LinkScores.CandidatesOf(graph, nodes, LinkMeasure.AdamicAdar, 5);

        Assert.Equal(nodes.Select(node => LinkScores.Candidates(graph, node, LinkMeasure.AdamicAdar, 5)), found);
    }
}
