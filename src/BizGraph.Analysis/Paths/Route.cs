namespace BizGraph.Analysis.Paths;

/// <summary>A path from node to node.</summary>
/// <param name="Nodes">From the first to the last, both included; one node for a path to itself.</param>
/// <param name="Length">Number of ties, or the sum of 1/weight where weights count.</param>
public sealed record Route(IReadOnlyList<int> Nodes, double Length);
