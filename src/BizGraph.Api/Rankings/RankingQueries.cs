using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Rankings;

/// <summary>A business and its place in a ranking.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Business">The business.</param>
/// <param name="Score">What it is ranked by, in the measure's own unit.</param>
[ObjectType]
sealed record RankedBusiness(int Rank, Business Business, double Score);

/// <summary>The network's businesses in the order of a measure.</summary>
[QueryType]
static class RankingQueries
{
    /// <summary>The businesses and other organizations with the highest scores, the highest first; equal scores by id.</summary>
    [ListSize(SlicingArguments = ["first"])]
    public static async Task<IEnumerable<RankedBusiness>> GetRankingsAsync(
        [GraphQLDescription("The measure.")] RankingMeasure by,
        Shown shown,
        CancellationToken cancellation,
        [GraphQLDescription("How many, 1 to 1,000.")] int first = 10
    )
    {
        if (first is < 1 or > 1_000)
        {
            throw new GraphQLException($"'first' is {first}; expected 1 to 1,000.");
        }

        var scores = await Scores.OfAsync(shown, by, cancellation);
        return scores
            .Select((score, node) => (score, node))
            .Where(s => s.score is not null)
            .OrderByDescending(s => s.score)
            .ThenBy(s => s.node)
            .Take(first)
            .Select((s, place) => new RankedBusiness(place + 1, shown.Snapshot.BusinessOf(s.node), s.score!.Value));
    }
}
