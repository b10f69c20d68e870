namespace BizGraph.Analysis.Tests;

public sealed class CsrGraphTests
{
    [Fact]
    public void Parallel_ties_add_up_and_self_ties_are_left_out()
    {
        // 0 ═ 1 – 2, and 2 to itself
        var graph = CsrGraph.FromTriples(3, [(0, 1, 1), (1, 0, 2.5), (1, 2, 4), (2, 2, 9)]);

        Assert.Equal([new Edge(0, 1, 3.5), new Edge(1, 2, 4)], graph.Edges());
        Assert.Equal((3, 2, 4), (graph.NodeCount, graph.EdgeCount, graph.ArcCount));
    }

    [Fact]
    public void Directed_rows_know_who_points_at_whom()
    {
        var graph = CsrGraph.FromTriples(4, [(2, 1, 1), (0, 1, 5), (1, 0, 7), (0, 1, 1)], directed: true);

        Assert.Equal([1], graph.OutNeighbors(0).ToArray());
        Assert.Equal([6.0], graph.OutWeights(0).ToArray());
        Assert.Equal([0, 2], graph.InNeighbors(1).ToArray());
        Assert.Equal([6.0, 1.0], graph.InWeights(1).ToArray());
        Assert.Equal((0, 0), (graph.OutDegree(3), graph.InDegree(3)));
        Assert.True(graph.HasEdge(2, 1));
        Assert.False(graph.HasEdge(1, 2));
        Assert.Equal(7, graph.WeightOf(1, 0));
        Assert.Equal(0, graph.WeightOf(3, 0));
    }

    [Fact]
    public void Without_direction_the_weights_of_both_arcs_add_up()
    {
        var graph = CsrGraph.FromTriples(3, [(0, 1, 1), (1, 0, 2), (2, 1, 4)], directed: true).ToUndirected();

        Assert.False(graph.IsDirected);
        Assert.Equal([new Edge(0, 1, 3), new Edge(1, 2, 4)], graph.Edges());
    }

    [Fact]
    public void Reversed_twice_is_the_same_graph()
    {
        var graph = CsrGraph.FromTriples(3, [(0, 1, 1), (1, 0, 2), (2, 1, 4)], directed: true);

        Assert.Equal([new Edge(0, 1, 2), new Edge(1, 0, 1), new Edge(1, 2, 4)], graph.Reversed().Edges());
        Assert.Equal(graph.Edges(), graph.Reversed().Reversed().Edges());
    }

    [Fact]
    public void Without_weights_every_edge_counts_one()
    {
        var graph = CsrGraph.FromTriples(2, [(0, 1, 3)]).WithoutWeights();

        Assert.False(graph.IsWeighted);
        Assert.Equal(1, graph.WeightOf(0, 1));
        Assert.True(graph.OutWeights(0).IsEmpty);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_order_of_ties_changes_no_bit(bool directed)
    {
        var random = new Random(7);
        var ties = Enumerable.Range(0, 500).Select(_ => (random.Next(12), random.Next(12), random.NextDouble() + 0.1)).ToArray();
        var first = CsrGraph.FromTriples(12, ties, directed);
        for (var turn = 0; turn < 20; turn++)
        {
            random.Shuffle(ties);
            Assert.Equal(first.Edges(), CsrGraph.FromTriples(12, ties, directed).Edges());
        }
    }

    [Fact]
    public void A_tie_beyond_the_nodes_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => CsrGraph.FromPairs(3, [(0, 1), (1, 3)]));

        Assert.StartsWith("Tie 1: found 1 → 3, expected nodes from 0 to 2.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_no_strength_is_refused(double weight) =>
        Assert.Throws<ArgumentException>(() => CsrGraph.FromTriples(2, [(0, 1, weight)]));

    public static TheoryData<string, bool, int[], int[], double[]?> BrokenRows =>
        new()
        {
            { "no offsets", true, [], [], null },
            { "offsets that do not end at the arcs", true, [0, 1], [], null },
            { "offsets that fall", true, [0, 2, 1, 2], [1, 2], null },
            { "a target that is no node", true, [0, 1, 1], [2], null },
            { "a self-tie", true, [0, 1, 1], [0], null },
            { "a row out of order", true, [0, 2, 2, 2], [2, 1], null },
            { "a target twice", true, [0, 2, 2], [1, 1], null },
            { "too few weights", true, [0, 1, 1], [1], [] },
            { "a weight of zero", true, [0, 1, 1], [1], [0] },
            { "an undirected edge in one row alone", false, [0, 1, 1], [1], null },
            { "an undirected edge with two weights", false, [0, 1, 2], [1, 0], [1, 2] },
        };

    [Theory]
    [MemberData(nameof(BrokenRows))]
    public void Rows_that_break_an_invariant_are_refused(
        string what,
        bool directed,
        int[] offsets,
        int[] targets,
        double[]? weights
    )
    {
        var error = Assert.Throws<ArgumentException>(() => CsrGraph.FromRows(directed, offsets, targets, weights));

        Assert.True(error.Message.Contains("expected", StringComparison.Ordinal), what);
    }

    [Fact]
    public void Rows_that_keep_the_invariants_are_taken() =>
        Assert.Equal(
            [new Edge(0, 1, 2), new Edge(0, 2, 3)],
            CsrGraph.FromRows(false, [0, 2, 3, 4], [1, 2, 0, 0], [2, 3, 2, 3]).Edges()
        );
}
