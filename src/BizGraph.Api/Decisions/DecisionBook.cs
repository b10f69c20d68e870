using BizGraph.Analysis;
using BizGraph.Model;

namespace BizGraph.Api.Decisions;

/// <summary>The decisions about one snapshot, read on with each look: other processes decide, too.</summary>
sealed class DecisionBook(INetworkStore store, NetworkSnapshot snapshot)
{
    sealed record Page(IReadOnlyList<StoreRecord> Gaps, IReadOnlyList<StoreRecord> Suggestions, NetworkDecisions Decisions);

    // Two who look at once may read the same records twice; each has a page of its own that is whole.
    volatile Page _last = new([], [], new NetworkDecisions(snapshot, [], []));

    /// <summary>The decisions as they stand now.</summary>
    public async Task<NetworkDecisions> ReadAsync(CancellationToken cancellation)
    {
        var known = _last;
        var gaps = await ReadOnAsync(NetworkDecisions.OfGaps, known.Gaps, cancellation);
        var suggestions = await ReadOnAsync(NetworkDecisions.OfSuggestions, known.Suggestions, cancellation);
        if (ReferenceEquals(gaps, known.Gaps) && ReferenceEquals(suggestions, known.Suggestions))
        {
            return known.Decisions;
        }

        // Undoing an import makes another version of the network, and so another book.
        var takenBack = suggestions.Count > 0 ? await NetworkDecisions.TakenBackAsync(store, cancellation) : null;
        var page = new Page(gaps, suggestions, new NetworkDecisions(snapshot, gaps, suggestions, takenBack));
        _last = page;
        return page.Decisions;
    }

    async Task<IReadOnlyList<StoreRecord>> ReadOnAsync(
        string kind,
        IReadOnlyList<StoreRecord> known,
        CancellationToken cancellation
    )
    {
        var last = known.Count > 0 ? known[^1].Number : 0;
        var next = await store.Records.ReadAsync(kind, after: last, cancellation: cancellation);
        return next.Count > 0 ? [.. known, .. next] : known;
    }
}
