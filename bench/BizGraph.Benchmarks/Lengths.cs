using System.Runtime.CompilerServices;
using BizGraph.Analysis;

namespace BizGraph.Benchmarks;

/// <summary>The same graph with lengths from 1 to 255 that depend on the ends alone, so that peers can be given the same.</summary>
static class Lengths
{
    static readonly ConditionalWeakTable<CsrGraph, CsrGraph> Made = [];

    /// <summary>Made once for a graph: before it is timed, since algorithms run once before they are.</summary>
    public static CsrGraph Of(CsrGraph graph) => Made.GetValue(graph, WithLengths);

    static CsrGraph WithLengths(CsrGraph graph) =>
        CsrGraph.FromTriples(
            graph.NodeCount,
            graph.Edges().Select(edge => (edge.From, edge.To, 1.0 / (1 + (edge.From * 31L + edge.To * 31L) % 255)))
        );
}
