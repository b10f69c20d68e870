using BizGraph.Analysis;
using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Communities;
using BizGraph.Analysis.Links;
using BizGraph.Analysis.Structure;

namespace BizGraph.Benchmarks;

/// <summary>What <c>scripts/bench-peers</c> times, by name; each returns communities where it finds some.</summary>
static class Algorithms
{
    public static IReadOnlyDictionary<string, Func<CsrGraph, int, Partition?>> ByName { get; } =
        new Dictionary<string, Func<CsrGraph, int, Partition?>>
        {
            ["pagerank-20"] = (graph, threads) =>
                None(
                    PageRank.Compute(
                        graph,
                        new()
                        {
                            MaxIterations = 20,
                            Tolerance = 1e-300,
                            Threads = threads,
                        }
                    )
                ),
            ["pagerank-1e-8"] = (graph, threads) => None(PageRank.Compute(graph, new() { Tolerance = 1e-8, Threads = threads })),
            ["betweenness"] = (graph, threads) => None(Betweenness.Compute(graph, new() { Threads = threads })),
            ["closeness"] = (graph, threads) => None(Closeness.Compute(graph, new() { Threads = threads })),
            ["harmonic"] = (graph, threads) => None(Harmonic.Compute(graph, new() { Threads = threads })),
            ["leiden-1"] = (graph, threads) => Leiden.Compute(graph, new() { Iterations = 1 }),
            ["leiden-2"] = (graph, threads) => Leiden.Compute(graph, new() { Iterations = 2 }),
            ["label-propagation"] = (graph, threads) => LabelPropagation.Compute(graph),
            ["coreness"] = (graph, threads) => None(Coreness.Compute(graph)),
            ["components"] = (graph, threads) => None(WeakComponents.Find(graph)),
            ["biconnected"] = (graph, threads) => None(BiconnectedComponents.Find(graph)),
            ["triangles"] = (graph, threads) => None(Triangles.Count(graph)),
            ["clustering"] = (graph, threads) => None(Clustering.Local(graph)),
            ["constraint"] = (graph, threads) => None(StructuralHoles.Compute(graph)),
            ["adamic-adar-all"] = (graph, threads) =>
                None(LinkScores.AllCandidates(graph, LinkMeasure.AdamicAdar, 10, new() { Threads = threads })),
        };

    static Partition? None(object result)
    {
        GC.KeepAlive(result);
        return null;
    }
}
