namespace BizGraph.Analysis.Centrality;

/// <summary>Shortest paths from one source: the nodes in the order of their distance and the number of shortest paths to each.</summary>
abstract class ShortestPathCounts(CsrGraph graph)
{
    protected readonly CsrGraph Graph = graph;
    protected readonly double[] Counts = new double[graph.NodeCount]; // double: numbers of paths outgrow 64 bits
    protected readonly int[] Order = new int[graph.NodeCount]; // [0, ReachedCount) are the nodes reached, nearest first
    protected int ReachedCount;

    public static ShortestPathCounts For(CsrGraph graph) =>
        graph.IsWeighted ? new WeightedPathCounts(graph) : new HopPathCounts(graph);

    /// <summary>The source and every node reached from it, nearest first.</summary>
    public ReadOnlySpan<int> Reached => Order.AsSpan(0, ReachedCount);

    public double CountOf(int node) => Counts[node];

    public abstract void From(int source);

    /// <summary>Sum of <paramref name="values"/> over the nodes whose shortest paths pass through <paramref name="node"/> just before.</summary>
    public abstract double SumOverSuccessors(int node, double[] values);

    /// <summary>Adds <paramref name="values"/> of each such node, times the count of <paramref name="node"/>, to the arc that leads to it.</summary>
    public abstract void AddToSuccessorArcs(int node, double[] values, double[] arcs);
}
