using BizGraph.Analysis.Gaps;
using BizGraph.Analysis.Structure;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Gaps.DrawnTown;

namespace BizGraph.Analysis.Tests.Gaps;

public sealed class CutOffTests
{
    // Two triangles and a tie between them: a, b, c and d, e, f; g hangs by f.
    static DrawnTown Barbell() => new DrawnTown().Ties("a-b b-c c-a c-d d-e e-f f-d f-g");

    [Fact]
    public void Single_points_say_whom_they_would_cut_off()
    {
        var points = Barbell().Gaps(GapKind.SinglePoint);

        // Without c: a, b | d, e, f, g. Without d: a, b, c | e, f, g, the first found being cut off. Without f: g alone, which is too few.
        Assert.Equal([("d", 3d), ("c", 2d)], points.Select(gap => (Ids(gap.Businesses), gap.Number(EvidenceKind.CutOff))));
        Assert.Equal("a,b", Ids(points[1], EvidenceKind.CutOff));
        Assert.Contains(Ids(points[0], EvidenceKind.CutOff), new[] { "a,b,c", "e,f,g" });
        Assert.Equal(
            ["d", "c", "f"],
            Barbell().Gaps(GapKind.SinglePoint, new GapOptions { LeastCutOff = 1 }).Select(g => Ids(g.Businesses))
        );
    }

    [Fact]
    public void The_second_way_goes_round_the_point()
    {
        var action = Barbell()
            .With("b", f => f with { Needs = ["labels"] })
            .With("e", f => f with { Offers = ["label printing"] })
            .Gaps(GapKind.SinglePoint)[1]
            .NextAction;

        Assert.Equal((GapActionKind.SecondWay, "b,e", "labels"), (action.Kind, Ids(action.Businesses), action.Wanted));
    }

    [Fact]
    public void A_tie_is_the_only_one_where_both_of_its_sides_have_two()
    {
        var tie = Barbell().Gaps(GapKind.OnlyTie).Single();

        Assert.Equal(("c,d", 3d, "a,b,c"), (Ids(tie.Businesses), tie.Number(EvidenceKind.CutOff), Ids(tie, EvidenceKind.CutOff)));
        // Neither end of the tie is an end of the second way.
        Assert.Equal(GapActionKind.SecondWay, tie.NextAction.Kind);
        Assert.DoesNotContain(tie.NextAction.Businesses, b => b.Id.Value is "c" or "d");
    }

    [Fact]
    public void The_pieces_are_the_components_that_are_left_once_the_node_or_tie_is_gone()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var graph = Drawn.Graph(seed, directed: false);
            var forest = new CutForest(graph, CancellationToken.None);
            for (var node = 0; node < graph.NodeCount; node++)
            {
                // The oracle takes the ties away and counts components by union-find.
                var left = Left(graph, e => e.From == node || e.To == node);
                var expected = graph
                    .OutNeighbors(node)
                    .ToArray()
                    .Select(n => left[n])
                    .Distinct()
                    .Select(left.SizeOf)
                    .OrderDescending();
                var pieces = forest.Without(node);
                Assert.Equal(expected, pieces.Select(piece => piece.Count));
                Assert.All(pieces, piece => Assert.Equal(piece.Count, piece.Nodes().Count(piece.Contains)));
                Assert.All(pieces, piece => Assert.Single(piece.Nodes().Select(n => left[n]).Distinct()));
            }

            foreach (var (innerEnd, inner, outerEnd, outer) in forest.Bridges())
            {
                var left = Left(graph, e => e.From == Math.Min(innerEnd, outerEnd) && e.To == Math.Max(innerEnd, outerEnd));
                Assert.Equal((left.SizeOf(left[innerEnd]), left.SizeOf(left[outerEnd])), (inner.Count, outer.Count));
                Assert.True(inner.Contains(innerEnd) && outer.Contains(outerEnd) && inner.Count <= outer.Count);
            }

            Assert.Equal(Bridges.Find(graph).Count, forest.Bridges().Count());
        }
    }

    [Fact]
    public void A_long_chain_and_a_star_take_no_longer_than_other_networks()
    {
        var chain = new NetworkSnapshot(1, Numbered(20_000), Enumerable.Range(1, 19_999).Select(i => Tie(i - 1, i)));
        var star = new NetworkSnapshot(1, Numbered(20_000), Enumerable.Range(1, 19_999).Select(i => Tie(0, i)));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        // All but the outer two on each side cut off two or more.
        Assert.Equal(19_996, GapFinder.Find(chain, cancellation: limit.Token).Count(gap => gap.Kind == GapKind.SinglePoint));
        Assert.Equal(19_999, GapFinder.Find(star, cancellation: limit.Token).Count(gap => gap.Kind == GapKind.OneTie));
        Assert.False(limit.IsCancellationRequested);
    }

    static Partition Left(CsrGraph graph, Func<Edge, bool> gone) =>
        WeakComponents.Find(CsrGraph.FromPairs(graph.NodeCount, graph.Edges().Where(e => !gone(e)).Select(e => (e.From, e.To))));

    static IEnumerable<Business> Numbered(int count) =>
        Enumerable.Range(0, count).Select(i => new Business(new BusinessId($"b{i:00000}"), new BusinessFacts()));

    static Relationship Tie(int from, int to)
    {
        var facts = new RelationshipFacts { Type = RelationshipType.Knows };
        return new Relationship(
            RelationshipKey.Of(new BusinessId($"b{from:00000}"), new BusinessId($"b{to:00000}"), facts),
            facts
        );
    }
}
