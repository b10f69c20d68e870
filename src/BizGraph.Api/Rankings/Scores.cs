using BizGraph.Analysis;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;

namespace BizGraph.Api.Rankings;

/// <summary>The scores of a measure, by node.</summary>
static class Scores
{
    // Exact betweenness takes n·m steps: about 20 s at this bound, and a request waits 30 s at most.
    const long MostBetweennessSteps = 5_000_000_000;

    public static async Task<double?[]> OfAsync(Shown shown, RankingMeasure measure, CancellationToken cancellation) =>
        measure switch
        {
            RankingMeasure.Degree => Numbers(await shown.OnceAsync(s => s.Degrees, cancellation)),
            RankingMeasure.Strength => (await shown.OnceAsync(s => s.Strengths, cancellation)).ToArray(),
            RankingMeasure.PageRank => (await shown.OnceAsync(s => s.PageRanks, cancellation)).ToArray(),
            RankingMeasure.Betweenness => (await shown.OnceAsync(Betweenness, cancellation)).ToArray(),
            RankingMeasure.Coreness => Numbers(await shown.OnceAsync(s => s.Coreness, cancellation)),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
        };

    static NodeScores Betweenness(NetworkSnapshot snapshot)
    {
        var graph = snapshot.Graph(GraphView.Default);
        return (long)graph.NodeCount * graph.EdgeCount <= MostBetweennessSteps
            ? snapshot.Betweenness
            : throw new GraphQLException(
                $"Exact betweenness of {graph.NodeCount:N0} businesses and {graph.EdgeCount:N0} pairs takes too long for one request; rank by DEGREE or PAGE_RANK."
            );
    }

    static double?[] Numbers(NodeCounts counts) => [.. counts.Values.ToArray().Select(count => (double?)count)];
}
