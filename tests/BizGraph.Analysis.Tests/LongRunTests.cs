using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Communities;
using BizGraph.Analysis.Links;
using BizGraph.Analysis.Paths;
using BizGraph.Analysis.Structure;

namespace BizGraph.Analysis.Tests;

/// <summary>What may take over a second stops when it is told to, and says how far it is.</summary>
public sealed class LongRunTests
{
    static readonly CsrGraph Graph = Drawn.Communities(seed: 1, groups: 600, size: 50);
    static readonly CsrGraph Weighted = CsrGraph.FromTriples(
        Graph.NodeCount,
        Graph.Edges().Select(edge => (edge.From, edge.To, 1.0 + edge.From % 5))
    );
    static readonly CsrGraph LongPath = CsrGraph.FromPairs(20_000, Enumerable.Range(0, 19_999).Select(node => (node, node + 1)));
    static readonly CsrGraph Many = Drawn.Communities(seed: 2, groups: 2_000, size: 50);
    static readonly CsrGraph Dense = CsrGraph.FromPairs(
        400,
        Enumerable.Range(0, 400).SelectMany(a => Enumerable.Range(0, a).Select(b => (a, b)))
    );

    public static TheoryData<string> Names => [.. Runs.Keys];

    static Dictionary<string, Action<RunOptions, CancellationToken>> Runs { get; } =
        new()
        {
            ["betweenness"] = (options, stop) => Betweenness.Compute(Graph, options, stop),
            ["weighted betweenness"] = (options, stop) => Betweenness.Compute(Weighted, options, stop),
            ["betweenness from sources"] = (options, stop) =>
                Betweenness.FromSources(Graph, [.. Enumerable.Range(0, 20_000)], options, stop),
            ["edge betweenness"] = (options, stop) => EdgeBetweenness.Compute(Graph, options, stop),
            ["sampled betweenness"] = (options, stop) =>
                SampledBetweenness.Compute(
                    Graph,
                    new()
                    {
                        Error = 0.0005,
                        Threads = options.Threads,
                        Progress = options.Progress,
                    },
                    stop
                ),
            ["weighted closeness"] = (options, stop) => Closeness.Compute(Weighted, options, stop),
            ["closeness of a long path"] = (options, stop) => Closeness.Compute(LongPath, options, stop),
            ["eigenvector of a long path"] = (options, stop) => Eigenvector.Compute(LongPath, options, stop),
            ["hubs of a long path"] = (options, stop) => Hits.Compute(LongPath, options, stop),
            ["weighted distances"] = (options, stop) =>
                Dijkstra.Distances(Weighted, [.. Enumerable.Range(0, 5_000)], options, stop),
            ["candidates"] = (options, stop) => LinkScores.AllCandidates(Graph, LinkMeasure.ThreeSteps, 10, options, stop),
            ["average path"] = (options, stop) => PathSummary.Of(Weighted, options, stop),
            ["page rank"] = (options, stop) =>
                PageRank.Compute(
                    LongPath,
                    new()
                    {
                        Damping = 0.9999999,
                        MaxIterations = 1_000_000,
                        Tolerance = 1e-300,
                        Threads = options.Threads,
                        Progress = options.Progress,
                    },
                    stop
                ),
            ["communities"] = (options, stop) =>
                Leiden.Compute(
                    Many,
                    new()
                    {
                        Iterations = 100,
                        Threads = options.Threads,
                        Progress = options.Progress,
                    },
                    stop
                ),
            ["truss"] = (options, stop) => Truss.Compute(Dense, options, stop),
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_how_far_it_is_and_stops_soon(string name)
    {
        using var stop = new CancellationTokenSource();
        var told = new Told(stop);
        stop.CancelAfter(10_000);

        Assert.ThrowsAny<OperationCanceledException>(() =>
            Runs[name](new RunOptions { Threads = 2, Progress = told }, stop.Token)
        );

        Assert.InRange(told.Share, 0, 1);
        Assert.InRange(Environment.TickCount64 - told.At, 0, 1000); // ten times what is asked for
    }

    /// <summary>Stops the run when it has said something.</summary>
    sealed class Told(CancellationTokenSource stop) : IProgress<double>
    {
        public double Share { get; private set; } = double.NaN;

        public long At { get; private set; }

        public void Report(double value)
        {
            (Share, At) = (value, Environment.TickCount64);
            stop.Cancel();
        }
    }
}
