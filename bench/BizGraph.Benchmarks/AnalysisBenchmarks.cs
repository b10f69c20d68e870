using BenchmarkDotNet.Attributes;
using BizGraph.Analysis;
using BizGraph.Benchmarks.Generators;

namespace BizGraph.Benchmarks;

/// <summary>The kernels that an answer waits for, on a network with planted communities; <c>scripts/bench-peers</c> has the peers.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    CsrGraph _graph = null!;

    /// <summary>Number of nodes.</summary>
    [Params(1_000, 10_000)]
    public int Nodes { get; set; }

    /// <summary>A name of <see cref="Algorithms.ByName"/>.</summary>
    [Params("pagerank-1e-8", "leiden-2", "components", "triangles", "constraint", "harmonic", "adamic-adar-all", "betweenness")]
    public string Algorithm { get; set; } = "";

    [GlobalSetup]
    public void Build() => _graph = CsrGraph.FromPairs(Nodes, LfrLike.Pairs(Nodes, seed: 1));

    [Benchmark]
    public object? Run() => Algorithms.ByName[Algorithm](_graph, Environment.ProcessorCount);
}
