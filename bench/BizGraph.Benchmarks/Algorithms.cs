using BizGraph.Analysis;
using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Communities;
using BizGraph.Analysis.Links;
using BizGraph.Analysis.Paths;
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
            ["betweenness-256"] = (graph, threads) =>
                None(Betweenness.FromSources(graph, Spread(graph, 256), new() { Threads = threads })),
            ["betweenness-32"] = (graph, threads) =>
                None(Betweenness.FromSources(graph, Spread(graph, 32), new() { Threads = threads })),
            ["closeness"] = (graph, threads) => None(Closeness.Compute(graph, new() { Threads = threads })),
            ["harmonic"] = (graph, threads) => None(Harmonic.Compute(graph, new() { Threads = threads })),
            ["leiden-1"] = (graph, threads) => Leiden.Compute(graph, new() { Iterations = 1, Threads = threads }),
            ["leiden-2"] = (graph, threads) => Leiden.Compute(graph, new() { Iterations = 2, Threads = threads }),
            ["label-propagation"] = (graph, threads) => LabelPropagation.Compute(graph, new() { Threads = threads }),
            ["coreness"] = (graph, threads) => None(Coreness.Compute(graph)),
            ["components"] = (graph, threads) => None(WeakComponents.Find(graph)),
            ["biconnected"] = (graph, threads) => None(BiconnectedComponents.Find(graph)),
            ["triangles"] = (graph, threads) => None(Triangles.Count(graph, new() { Threads = threads })),
            ["clustering"] = (graph, threads) => None(Clustering.Local(graph, new() { Threads = threads })),
            ["constraint"] = (graph, threads) => None(StructuralHoles.Compute(graph, new() { Threads = threads })),
            ["bfs-64"] = (graph, threads) => None(BreadthFirst.Distances(graph, Spread(graph, 64), new() { Threads = threads })),
            ["weighted-16"] = (graph, threads) =>
                None(Dijkstra.Distances(Lengths.Of(graph), Spread(graph, 16), new() { Threads = threads })),
            ["adamic-adar-1000"] = (graph, threads) =>
                None(
                    LinkScores.CandidatesOf(graph, Spread(graph, 1000), LinkMeasure.AdamicAdar, 10, new() { Threads = threads })
                ),
            ["adamic-adar-all"] = (graph, threads) =>
                None(LinkScores.AllCandidates(graph, LinkMeasure.AdamicAdar, 10, new() { Threads = threads })),
        };

    // The same as scripts/bench-peers takes: evenly spread ids (ids are shuffled in generated graphs).
    static int[] Spread(CsrGraph graph, int count)
    {
        count = Math.Min(count, graph.NodeCount);
        return [.. Enumerable.Range(0, count).Select(i => (int)((long)i * graph.NodeCount / count))];
    }

    static Partition? None(object result)
    {
        GC.KeepAlive(result);
        return null;
    }
}
