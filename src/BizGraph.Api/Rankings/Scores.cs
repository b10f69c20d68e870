using BizGraph.Analysis;
using BizGraph.Api.Snapshots;

namespace BizGraph.Api.Rankings;

/// <summary>The scores of a measure, by node.</summary>
static class Scores
{
    public static async Task<double?[]> OfAsync(Shown shown, RankingMeasure measure, CancellationToken cancellation) =>
        measure switch
        {
            RankingMeasure.Degree => Numbers(await shown.OnceAsync(s => s.Degrees, cancellation)),
            RankingMeasure.Strength => (await shown.OnceAsync(s => s.Strengths, cancellation)).ToArray(),
            RankingMeasure.PageRank => (await shown.OnceAsync(s => s.PageRanks, cancellation)).ToArray(),
            RankingMeasure.Betweenness => (await shown.OnceAsync(s => s.Betweenness, cancellation)).ToArray(),
            RankingMeasure.Coreness => Numbers(await shown.OnceAsync(s => s.Coreness, cancellation)),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
        };

    static double?[] Numbers(NodeCounts counts) => [.. counts.Values.ToArray().Select(count => (double?)count)];
}
