namespace BizGraph.Analysis.Paths;

/// <summary>Distances in ties from several sources to every node. Immutable.</summary>
public sealed class HopTable
{
    internal const int Lanes = 64;

    readonly int[] _hops; // blocks of 64 sources; in each a row of 64 for every node, −1 where there is no path

    internal HopTable(int sourceCount, int nodeCount, int[] hops) =>
        (SourceCount, NodeCount, _hops) = (sourceCount, nodeCount, hops);

    /// <summary>Number of sources.</summary>
    public int SourceCount { get; }

    /// <summary>Number of nodes.</summary>
    public int NodeCount { get; }

    /// <summary>Ties on a shortest path from the source with this number to the node: 0 for itself, null where there is no path.</summary>
    /// <param name="source">Place in the list of sources, from 0.</param>
    /// <param name="node">A node of the graph.</param>
    public int? this[int source, int node]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)source, (uint)SourceCount);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)NodeCount);
            var hops = _hops[((source / Lanes * NodeCount) + node) * Lanes + source % Lanes];
            return hops < 0 ? null : hops;
        }
    }
}
