namespace BizGraph.Analysis.Paths;

/// <summary>What each node reaches along its out-ties, itself not counted. Direction counts; an edge is 1, weighted 1/weight long.</summary>
/// <param name="Reached">Number of nodes reached.</param>
/// <param name="Sum">Sum of the distances to them.</param>
/// <param name="InverseSum">Sum of 1/distance over them.</param>
/// <param name="Farthest">The largest distance; 0 where none is reached.</param>
sealed record DistanceSums(int[] Reached, double[] Sum, double[] InverseSum, double[] Farthest)
{
    public static DistanceSums Of(CsrGraph graph, RunOptions? options, CancellationToken cancellation)
    {
        options ??= new RunOptions();
        options.ValidateRun();
        return graph.IsWeighted
            ? WeightedDistanceSums.Compute(graph, options, cancellation)
            : HopDistanceSums.Compute(graph, graph.NodeCount, options, cancellation);
    }

    public static DistanceSums Zero(int nodeCount) =>
        new(new int[nodeCount], new double[nodeCount], new double[nodeCount], new double[nodeCount]);
}
