using System.Globalization;
using BizGraph.Analysis;
using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Communities;
using BizGraph.Analysis.Links;
using BizGraph.Analysis.Structure;
using BizGraph.Api.Measures;

namespace BizGraph.Api.Benchmarks;

/// <summary>An algorithm that <c>bizgraph bench</c> times: every measure of nodes, and those whose result has another shape.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Run">Runs it once.</param>
sealed record BenchAlgorithm(string Name, Func<CsrGraph, RunOptions, CancellationToken, BenchResult> Run)
{
    public static IReadOnlyList<BenchAlgorithm> All { get; } =
    [
        .. NodeMeasure
            .All.Where(measure => measure.Name != "community")
            .Select(measure => new BenchAlgorithm(
                measure.Name,
                (graph, run, stop) => BenchResult.OfNodes(measure.Compute(graph, run, stop))
            )),
        new(
            "leiden",
            (graph, run, stop) =>
                BenchResult.OfCommunities(
                    graph,
                    Leiden.Compute(graph, new() { Threads = run.Threads, Progress = run.Progress }, stop)
                )
        ),
        new(
            "label_propagation",
            (graph, run, stop) =>
                BenchResult.OfCommunities(
                    graph,
                    LabelPropagation.Compute(graph, new() { Threads = run.Threads, Progress = run.Progress }, stop)
                )
        ),
        new("edge_betweenness", (graph, run, stop) => BenchResult.OfEdges(EdgeBetweenness.Compute(graph, run, stop))),
        new("truss", (graph, run, stop) => BenchResult.OfEdges(Truss.Compute(graph, run, stop))),
        new("biconnected", (graph, _, stop) => BenchResult.OfGroups(BiconnectedComponents.Find(graph, stop))),
        new(
            "adamic_adar",
            (graph, run, stop) => BenchResult.OfCandidates(LinkScores.AllCandidates(graph, LinkMeasure.AdamicAdar, 10, run, stop))
        ),
    ];

    /// <summary>The algorithm of a name.</summary>
    public static BenchAlgorithm? Find(string name) => All.FirstOrDefault(algorithm => algorithm.Name == name);
}

/// <summary>What an algorithm came to, and how to write it down.</summary>
/// <param name="Header">Names of the columns, as a line of CSV.</param>
/// <param name="Lines">The lines below it, given the names of the nodes.</param>
/// <param name="Modularity">Of communities, how good they are; computed when asked for, after the clock stopped.</param>
sealed record BenchResult(string Header, Func<IReadOnlyList<string>, IEnumerable<string>> Lines, Func<double?>? Modularity = null)
{
    public static BenchResult OfNodes(double?[] scores) =>
        new("node,score", names => scores.Select((score, node) => $"{names[node]},{Text(score)}"));

    public static BenchResult OfCommunities(CsrGraph graph, Partition groups) =>
        new(
            "node,community",
            names => groups.Groups.ToArray().Select((group, node) => $"{names[node]},{group}"),
            () => Analysis.Communities.Modularity.Compute(graph, groups)
        );

    public static BenchResult OfEdges(EdgeScores scores) =>
        OfEdges(Enumerable.Range(0, scores.Count).Select(number => (scores[number].Edge, (double?)scores[number].Score)));

    public static BenchResult OfEdges(IReadOnlyList<(Edge Edge, int Truss)> scores) =>
        OfEdges(scores.Select(score => (score.Edge, (double?)score.Truss)));

    public static BenchResult OfGroups(IReadOnlyList<IReadOnlyList<int>> groups) =>
        new("group,node", names => groups.SelectMany((group, number) => group.Select(node => $"{number},{names[node]}")));

    public static BenchResult OfCandidates(IReadOnlyList<IReadOnlyList<LinkCandidate>> candidates) =>
        new(
            "node,candidate,score",
            names => candidates.SelectMany((of, node) => of.Select(c => $"{names[node]},{names[c.Node]},{Text(c.Score)}"))
        );

    static BenchResult OfEdges(IEnumerable<(Edge Edge, double? Score)> scores) =>
        new("from,to,score", names => scores.Select(s => $"{names[s.Edge.From]},{names[s.Edge.To]},{Text(s.Score)}"));

    // The shortest text that reads back as the same number.
    static string Text(double? score) => score?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
