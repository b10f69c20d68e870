namespace BizGraph.Analysis.Paths;

/// <summary>A shortest path from one node to every node that it reaches. Immutable.</summary>
public sealed class PathTree
{
    readonly double[] _distance; // infinite where not reached
    readonly int[] _before; // the node before it on its path, -1 for the source

    internal PathTree(int source, int reachedCount, double[] distance, int[] before) =>
        (Source, ReachedCount, _distance, _before) = (source, reachedCount, distance, before);

    /// <summary>Where the paths start.</summary>
    public int Source { get; }

    /// <summary>Number of nodes reached, the source included.</summary>
    public int ReachedCount { get; }

    /// <summary>Distance from the source: 0 for itself, null where there is no path.</summary>
    public double? DistanceTo(int node) => double.IsPositiveInfinity(_distance[node]) ? null : _distance[node];

    /// <summary>A shortest path to <paramref name="node"/>; null where there is none.</summary>
    public Route? To(int node)
    {
        if (double.IsPositiveInfinity(_distance[node]))
        {
            return null;
        }
        var nodes = new List<int>();
        for (var at = node; at >= 0; at = _before[at])
        {
            nodes.Add(at);
        }
        nodes.Reverse();
        return new Route(nodes, _distance[node]);
    }
}
