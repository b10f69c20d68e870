namespace BizGraph.Analysis.Structure;

/// <summary>Stages of a growing network (Krebs and Holley, 2002).</summary>
public enum NetworkStage
{
    /// <summary>Scattered fragments: fewer than half of the nodes are in one component.</summary>
    Fragments,

    /// <summary>One node holds most of the network together.</summary>
    HubAndSpoke,

    /// <summary>Several hubs, no common core yet.</summary>
    MultiHub,

    /// <summary>A dense core with a periphery around it.</summary>
    CorePeriphery,
}

/// <summary>Tells the stage of a network. The stages are Krebs and Holley's; the thresholds are BizGraph's own.</summary>
/// <remarks>Time O(m + n log n), space O(n + m). Direction and weights are ignored.</remarks>
public static class NetworkStages
{
    /// <summary>Fragments: the largest component holds a smaller share of the nodes than this.</summary>
    public const double ConnectedShare = 0.5;

    /// <summary>Hub and spoke: the largest component's degree centralization is at least this.</summary>
    public const double HubCentralization = 0.5;

    /// <summary>Core/periphery: the fit of the largest component is at least this, with a core of <see cref="LeastCore"/> or more.</summary>
    public const double CoreFit = 0.5;

    /// <summary>A core has at least this many nodes.</summary>
    public const int LeastCore = 4;

    /// <summary>The stage; null for fewer than three nodes.</summary>
    public static NetworkStage? Of(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.NodeCount < 3)
        {
            return null;
        }
        graph = graph.WithoutWeights().ToUndirected();
        var components = WeakComponents.Find(graph, cancellation);
        if (components.SizeOf(0) < ConnectedShare * graph.NodeCount)
        {
            return NetworkStage.Fragments;
        }
        var largest = graph.Induced(components.MembersOf(0));
        if (Centralization.Compute(largest) is null or >= HubCentralization)
        {
            return NetworkStage.HubAndSpoke;
        }
        var division = CorePeriphery.Find(largest);
        return division.Fit >= CoreFit && division.Core.Count >= LeastCore ? NetworkStage.CorePeriphery : NetworkStage.MultiHub;
    }
}
