using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Communities;
using BizGraph.Analysis.Structure;

namespace BizGraph.Analysis.Tests;

/// <summary>An isolated business is never dropped, and changes nothing for the others but what is a share of all.</summary>
public sealed class IsolatedNodeTests
{
    [Fact]
    public void It_changes_no_score_that_rests_on_ties_alone()
    {
        Same(graph => Betweenness.Compute(graph));
        Same(graph => Clustering.Local(graph));
        Same(graph => StructuralHoles.Compute(graph).Constraint);
        Same(graph => StructuralHoles.Compute(graph).EffectiveSize);
        Same(graph => Strength.Total(graph));
    }

    [Fact]
    public void It_lowers_shares_of_the_other_nodes_by_their_number()
    {
        Same(graph => Harmonic.Compute(graph), nodes => nodes - 1);
        Same(graph => Reach.Compute(graph, 2), nodes => nodes - 1);
        Same(graph => Closeness.Compute(graph), nodes => nodes - 1);
    }

    [Fact]
    public void It_is_a_component_and_a_community_of_its_own()
    {
        foreach (var (graph, larger) in Pairs())
        {
            Assert.Equal(WeakComponents.Find(graph).Count + 1, WeakComponents.Find(larger).Count);
            Assert.Equal(StrongComponents.Find(graph).Count + 1, StrongComponents.Find(larger).Count);
            Assert.Equal(Bridges.Find(graph), Bridges.Find(larger));
            Assert.Equal(ArticulationPoints.Find(graph), ArticulationPoints.Find(larger));
            Assert.Equal(0, Coreness.Compute(larger)[graph.NodeCount]);
            var communities = Leiden.Compute(larger);
            Assert.Equal(1, communities.SizeOf(communities[graph.NodeCount]));
        }
    }

    static void Same(Func<CsrGraph, NodeScores> measure, Func<int, double>? scale = null)
    {
        foreach (var (graph, larger) in Pairs())
        {
            var (before, after) = (measure(graph), measure(larger));
            for (var node = 0; node < graph.NodeCount; node++)
            {
                var expected = before[node] * (scale?.Invoke(graph.NodeCount) ?? 1);
                var found = after[node] * (scale?.Invoke(larger.NodeCount) ?? 1);
                Assert.Equal(expected is null, found is null);
                Assert.Equal(expected ?? 0, found ?? 0, 1e-9 * Math.Max(1, expected ?? 0));
            }
        }
    }

    static IEnumerable<(CsrGraph Graph, CsrGraph Larger)> Pairs()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var graph = Drawn.Graph(seed);
            if (graph.NodeCount == 1)
            {
                continue; // alone, shares of the others are undefined
            }
            var builder = new CsrGraphBuilder(graph.NodeCount + 1, graph.IsDirected, graph.IsWeighted);
            foreach (var edge in graph.Edges())
            {
                builder.Add(edge.From, edge.To, edge.Weight);
            }
            yield return (graph, builder.Build());
        }
    }
}
