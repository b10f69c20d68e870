using BizGraph.Analysis;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Duplicates;

/// <summary>Two businesses that may be one.</summary>
/// <param name="One">One of them.</param>
/// <param name="Other">The other.</param>
/// <param name="Score">How likely they are one, 0 to 1.</param>
/// <param name="Reason">What that rests on, in one sentence.</param>
[ObjectType]
public sealed record Duplicate(Business One, Business Other, double? Score, string? Reason);

/// <summary>The queue of pairs that matching was not sure about.</summary>
[QueryType]
static class DuplicateQueries
{
    /// <summary>Pairs that may be one business and wait for a person's word, the likeliest first.</summary>
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Connection<Duplicate>> GetDuplicatesAsync(
        Shown shown,
        PagingArguments page,
        CancellationToken cancellation
    ) => page.Slice(DuplicateQueue.Of(shown.Snapshot, await shown.Store.MatchesAsync(cancellation)));
}

/// <summary>The open questions of a network.</summary>
static class DuplicateQueue
{
    public static IReadOnlyList<Duplicate> Of(NetworkSnapshot snapshot, IReadOnlyList<CountingClaim<MatchClaim>> claims) =>
        [
            .. Consolidation
                .Questions(claims, id => snapshot.Find(id)?.Id)
                .Select(q => new Duplicate(snapshot.Find(q.One)!, snapshot.Find(q.Other)!, q.Score, q.Reason)),
        ];
}
