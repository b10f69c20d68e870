using BizGraph.Analysis.Centrality;

namespace BizGraph.Analysis.Communities;

/// <summary>The network that one level of Leiden works on: at first the graph, later a node for each refined community.</summary>
/// <remarks>
/// Quality is Σ over communities (weight inside − Scale · Mass² / 2): with Mass = strength and Scale = γ / 2m it is m times
/// modularity, with Mass = nodes and Scale = γ the constant Potts model. Weight inside a node never changes, so it is not kept.
/// </remarks>
sealed class LeidenLevel(int[] offsets, int[] targets, double[] weights, double[] mass, double scale, double total)
{
    public readonly int[] Offsets = offsets; // length NodeCount + 1
    public readonly int[] Targets = targets; // distinct within a row, not sorted, never the node itself
    public readonly double[] Weights = weights;
    public readonly double[] Mass = mass;
    public readonly double Scale = scale;
    public readonly double Total = total; // weight of all edges of the first level

    public int NodeCount => Offsets.Length - 1;

    /// <summary>What a move must gain at least: below it, sums differ by rounding alone.</summary>
    public double LeastGain => 1e-12 * Total;

    public static LeidenLevel Of(CsrGraph graph, LeidenOptions options)
    {
        var strength = Strength.OutOf(graph);
        var total = strength.Sum() / 2;
        var weights = graph.AllOutWeights.ToArray();
        if (!graph.IsWeighted)
        {
            weights = new double[graph.ArcCount];
            Array.Fill(weights, 1);
        }
        var byStrength = options.Quality == CommunityQuality.Modularity;
        var scale = byStrength ? options.Resolution / Math.Max(2 * total, double.Epsilon) : options.Resolution;
        var mass = byStrength ? strength : Array.ConvertAll(strength, _ => 1.0);
        return new LeidenLevel(graph.OutOffsets.ToArray(), graph.OutTargets.ToArray(), weights, mass, scale, total);
    }

    /// <summary>A fresh order of all nodes.</summary>
    public int[] Shuffled(ref SeededRandom random)
    {
        var order = Enumerable.Range(0, NodeCount).ToArray();
        random.Shuffle(order);
        return order;
    }
}
