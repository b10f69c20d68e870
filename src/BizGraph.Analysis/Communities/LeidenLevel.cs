using BizGraph.Analysis.Centrality;

namespace BizGraph.Analysis.Communities;

/// <summary>The network that one level of Leiden works on: at first the graph, later a node for each refined community.</summary>
/// <remarks>
/// Quality is Σ over communities (weight inside − Scale · Mass² / 2): with Mass = strength and Scale = γ/2m it is m times modularity, with
/// Mass = nodes and Scale = γ the constant Potts model. Directed modularity has a mass for each direction, and the weights of both arcs
/// add up: Σ (weight inside − γ/m · OutMass · InMass). Weight inside a node never changes, so it is not kept.
/// </remarks>
sealed class LeidenLevel
{
    public required int[] Offsets { get; init; } // length NodeCount + 1
    public required int[] Targets { get; init; } // distinct within a row, not sorted after the first level, never the node itself
    public required double[] Weights { get; init; } // empty on the first level of an unweighted graph: each counts 1
    public required double[] Mass { get; init; }
    public double[]? InMass { get; init; } // directed modularity alone; Mass is that of the out-arcs then
    public required double Scale { get; init; }
    public required double Total { get; init; } // weight of all edges of the first level

    public int NodeCount => Offsets.Length - 1;

    /// <summary>What a move must gain at least: below it, sums differ by rounding alone.</summary>
    public double LeastGain => 1e-12 * Total;

    public static LeidenLevel Of(CsrGraph graph, LeidenOptions options)
    {
        var ties = graph.IsDirected ? CsrUnion.OfBothDirections(graph, counting: true) : graph;
        var (offsets, targets, weights) = ties.OutRows;
        var strength = Strength.OutOf(graph);
        var total = Math.Max(strength.Sum(), double.Epsilon); // 2m, directed m: what the masses sum to
        var byStrength = options.Quality == CommunityQuality.Modularity;
        return new LeidenLevel
        {
            Offsets = offsets,
            Targets = targets,
            Weights = weights ?? [],
            Mass = byStrength ? strength : Array.ConvertAll(strength, _ => 1.0),
            InMass = byStrength && graph.IsDirected ? Strength.InOf(graph) : null,
            Scale =
                options.Resolution
                * (
                    byStrength ? 1 / total
                    : graph.IsDirected ? 2
                    : 1
                ),
            Total = total / 2,
        };
    }

    public ReadOnlySpan<int> TargetsOf(int node) => Targets.AsSpan(Offsets[node], Offsets[node + 1] - Offsets[node]);

    public ReadOnlySpan<double> WeightsOf(int node) =>
        Weights.Length == 0 ? [] : Weights.AsSpan(Offsets[node], Offsets[node + 1] - Offsets[node]);

    /// <summary>A fresh order of all nodes.</summary>
    public int[] Shuffled(ref SeededRandom random)
    {
        var order = new int[NodeCount];
        for (var node = 0; node < order.Length; node++)
        {
            order[node] = node;
        }
        random.Shuffle(order);
        return order;
    }
}
