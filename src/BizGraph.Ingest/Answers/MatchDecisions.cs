using System.Globalization;
using BizGraph.Model;

namespace BizGraph.Ingest.Answers;

/// <summary>What a person decided about two ids.</summary>
/// <param name="One">One id.</param>
/// <param name="Other">The other.</param>
/// <param name="AreSame">Whether they mean one business.</param>
public sealed record MatchDecision(BusinessId One, BusinessId Other, bool AreSame);

/// <summary>Keeps what people decide about ids that may mean one business: an import of its own, undone like any other.</summary>
public static class MatchDecisions
{
    /// <summary>Keeps decisions, which count at once and stand above what matching finds.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="decisions">The decisions; of two about one pair the later counts.</param>
    /// <param name="title">What the list of imports calls them.</param>
    /// <param name="clock">Tells apart the same decision made twice.</param>
    /// <param name="cancellation">Stops it; nothing is kept then.</param>
    /// <exception cref="ArgumentException">There is no decision, or one is of an id and itself.</exception>
    public static async Task<Import> KeepAsync(
        INetworkStore store,
        IReadOnlyList<MatchDecision> decisions,
        string title,
        TimeProvider clock,
        CancellationToken cancellation = default
    )
    {
        if (decisions.Count == 0 || decisions.Any(decision => decision.One == decision.Other))
        {
            throw new ArgumentException("Decisions were none, or of an id and itself; expected two ids each.", nameof(decisions));
        }

        // The same decision may be made again after another one: the moment makes it an import of its own.
        var moment = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var identity = string.Join('\n', decisions.Select(decision => decision.ToString()).Prepend(moment));
        var claims = decisions.Select(
            (decision, i) =>
                new MatchClaim(
                    new ClaimPosition(File: 0, Row: i + 1),
                    decision.One,
                    decision.Other,
                    decision.AreSame ? MatchVerdict.Same : MatchVerdict.Apart,
                    IsByHand: true
                )
        );
        return await HandEdits.KeepAsync(store, [.. claims], title, identity, cancellation);
    }
}
