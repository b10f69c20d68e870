using BizGraph.Analysis;
using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Communities;
using BizGraph.Analysis.Structure;

namespace BizGraph.Api.Measures;

/// <summary>A measure with a number for each node, under the name that commands and exports know it by.</summary>
/// <param name="Name">Its name, and the header of its column.</param>
/// <param name="View">The graph of a network that it runs on unless someone asks otherwise.</param>
/// <param name="Compute">The scores by node; null where undefined.</param>
sealed record NodeMeasure(string Name, GraphView View, Func<CsrGraph, RunOptions, CancellationToken, double?[]> Compute)
{
    static readonly GraphView Plain = GraphView.Default;
    static readonly GraphView Directed = GraphView.Default with { IsDirected = true };
    static readonly GraphView Weighted = GraphView.Default with { IsWeighted = true };

    // csharpier-ignore - a measure is one line
    public static IReadOnlyList<NodeMeasure> All { get; } =
    [
        new("degree", Plain, (g, _, _) => Numbers(Degree.Total(g))),
        new("in_degree", Directed, (g, _, _) => Numbers(Degree.In(g))),
        new("out_degree", Directed, (g, _, _) => Numbers(Degree.Out(g))),
        new("strength", Weighted, (g, _, _) => Strength.Total(g).ToArray()),
        new("pagerank", Directed, (g, run, stop) => PageRank.Compute(g, new() { Threads = run.Threads, Progress = run.Progress }, stop).ToArray()),
        new("betweenness", Plain, (g, run, stop) => Betweenness.Compute(g, run, stop).ToArray()),
        new("closeness", Directed, (g, run, stop) => Closeness.Compute(g, run, stop).ToArray()),
        new("harmonic", Plain, (g, run, stop) => Harmonic.Compute(g, run, stop).ToArray()),
        new("eigenvector", Plain, (g, run, stop) => Eigenvector.Compute(g, run, stop).ToArray()),
        new("katz", Directed, (g, run, stop) => Katz.Compute(g, null, run, stop).ToArray()),
        new("hub", Directed, (g, run, stop) => Hits.Compute(g, run, stop).Hubs.ToArray()),
        new("authority", Directed, (g, run, stop) => Hits.Compute(g, run, stop).Authorities.ToArray()),
        new("coreness", Plain, (g, _, stop) => Numbers(Coreness.Compute(g, stop))),
        new("triangles", Plain, (g, run, stop) => Numbers(Triangles.Count(g, run, stop))),
        new("clustering", Plain, (g, run, stop) => Clustering.Local(g, run, stop).ToArray()),
        new("constraint", Plain, (g, run, stop) => StructuralHoles.Compute(g, run, stop).Constraint.ToArray()),
        new("effective_size", Plain, (g, run, stop) => StructuralHoles.Compute(g, run, stop).EffectiveSize.ToArray()),
        new("efficiency", Plain, (g, run, stop) => StructuralHoles.Compute(g, run, stop).Efficiency.ToArray()),
        new("community", Plain, (g, run, stop) => Numbers(Leiden.Compute(g, new() { Threads = run.Threads, Progress = run.Progress }, stop))),
        new("component", Plain, (g, _, stop) => Numbers(WeakComponents.Find(g, stop))),
    ];

    /// <summary>The measure of a name.</summary>
    public static NodeMeasure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);

    static double?[] Numbers(NodeCounts counts) => Array.ConvertAll(counts.Values.ToArray(), count => (double?)count);

    static double?[] Numbers(Partition groups) => Array.ConvertAll(groups.Groups.ToArray(), group => (double?)group);
}
