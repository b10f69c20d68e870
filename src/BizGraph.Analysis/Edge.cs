namespace BizGraph.Analysis;

/// <summary>A tie between two nodes. In an undirected graph <paramref name="From"/> is the smaller id.</summary>
/// <param name="From">Source node, 0 to n − 1.</param>
/// <param name="To">Target node, 0 to n − 1.</param>
/// <param name="Weight">Strength, above 0; 1 in an unweighted graph.</param>
public readonly record struct Edge(int From, int To, double Weight = 1);
