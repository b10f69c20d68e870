namespace BizGraph.Analysis.Centrality;

/// <summary>PageRank by power iteration (Page, Brin, Motwani and Winograd, 1999).</summary>
/// <remarks>
/// Time O(iterations · (n + m)), space O(n). Scores sum to 1. A walker follows an out-arc in proportion to its weight; a node
/// without out-arcs spreads its mass evenly, or by the personalization where there is one (networkx's rule).
/// </remarks>
public static class PageRank
{
    /// <summary>The share of time that a random walker spends at each node, 0 to 1.</summary>
    public static NodeScores Compute(CsrGraph graph, PageRankOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new PageRankOptions();
        options.Validate(graph.NodeCount);
        if (graph.NodeCount == 0)
        {
            return new NodeScores([]);
        }
        var jump = JumpShares(graph.NodeCount, options.Personalization);
        var strength = Strength.OutOf(graph);
        var (rank, next, share) = (jump.ToArray(), new double[graph.NodeCount], new double[graph.NodeCount]);
        for (var iteration = 0; iteration < options.MaxIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            var dangling = Spread(rank, strength, share);
            Pull(graph, share, jump, options.Damping, dangling, next);
            var change = Change(rank, next);
            (rank, next) = (next, rank);
            if (change < options.Tolerance)
            {
                break;
            }
        }
        return new NodeScores(SummingToOne(rank));
    }

    static double[] JumpShares(int nodeCount, IReadOnlyDictionary<int, double>? personalization)
    {
        var shares = new double[nodeCount];
        if (personalization is null)
        {
            Array.Fill(shares, 1.0 / nodeCount);
            return shares;
        }
        foreach (var (node, weight) in personalization)
        {
            shares[node] = weight;
        }
        return SummingToOne(shares);
    }

    // What each node gives for a unit of arc weight; returns the mass of the nodes that have no out-arc.
    static double Spread(double[] rank, double[] strength, double[] share)
    {
        var dangling = 0.0;
        for (var node = 0; node < rank.Length; node++)
        {
            if (strength[node] > 0)
            {
                share[node] = rank[node] / strength[node];
            }
            else
            {
                dangling += rank[node];
            }
        }
        return dangling;
    }

    static void Pull(CsrGraph graph, double[] share, double[] jump, double damping, double dangling, double[] next)
    {
        var offsets = graph.InOffsets;
        var sources = graph.InTargets;
        var weights = graph.AllInWeights;
        var jumping = 1 - damping + damping * dangling;
        for (var node = 0; node < next.Length; node++)
        {
            var sum = 0.0;
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
            {
                sum += weights.IsEmpty ? share[sources[arc]] : share[sources[arc]] * weights[arc];
            }
            next[node] = jumping * jump[node] + damping * sum;
        }
    }

    static double Change(double[] before, double[] after)
    {
        var change = 0.0;
        for (var node = 0; node < before.Length; node++)
        {
            change += Math.Abs(after[node] - before[node]);
        }
        return change;
    }

    static double[] SummingToOne(double[] values)
    {
        var sum = values.Sum();
        return Array.ConvertAll(values, value => value / sum);
    }
}
