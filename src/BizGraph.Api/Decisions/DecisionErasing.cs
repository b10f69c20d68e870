using BizGraph.Analysis.Gaps;
using BizGraph.Model;

namespace BizGraph.Api.Decisions;

/// <summary>Forgets what was decided about a business that was erased on request.</summary>
static class DecisionErasing
{
    /// <summary>Removes every decision about a gap or suggestion that names it.</summary>
    /// <param name="store">The network.</param>
    /// <param name="ids">All ids of the business.</param>
    /// <param name="cancellation">Stops it; doing it again goes on.</param>
    public static async Task RunAsync(INetworkStore store, IReadOnlyCollection<BusinessId> ids, CancellationToken cancellation)
    {
        foreach (var kind in new[] { NetworkDecisions.OfGaps, NetworkDecisions.OfSuggestions })
        {
            var records = await store.Records.ReadAsync(kind, cancellation: cancellation);
            foreach (var key in records.Where(record => Names(record, ids)).Select(record => record.Key).Distinct())
            {
                await store.Records.RemoveAsync(kind, key, long.MaxValue, cancellation);
            }
        }
    }

    static bool Names(StoreRecord record, IReadOnlyCollection<BusinessId> ids) =>
        record.Kind == NetworkDecisions.OfGaps
            ? GapIdentity.Parse(record.Key)?.Parts.Any(part => part.Length > 0 && ids.Contains(new BusinessId(part))) == true
            : DecisionStep.Of(record).Suggestion is { } key && (ids.Contains(key.For) || ids.Contains(key.Whom));
}
