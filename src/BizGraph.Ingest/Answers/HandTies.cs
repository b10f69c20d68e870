using System.Globalization;
using BizGraph.Model;

namespace BizGraph.Ingest.Answers;

/// <summary>Keeps a tie that people say holds: an import of one row, undone like any other.</summary>
public static class HandTies
{
    /// <summary>Keeps it, and it counts at once.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="from">The id of the business it starts at, as it is shown.</param>
    /// <param name="to">The id of the business it ends at, as it is shown.</param>
    /// <param name="said">What is said of it.</param>
    /// <param name="title">What the list of imports calls it.</param>
    /// <param name="clock">Tells apart the same tie said twice.</param>
    /// <param name="cancellation">Stops it; nothing is kept then.</param>
    /// <exception cref="ArgumentException">Both ids are the same.</exception>
    public static Task<Import> KeepAsync(
        INetworkStore store,
        BusinessId from,
        BusinessId to,
        RelationshipFacts said,
        string title,
        TimeProvider clock,
        CancellationToken cancellation = default
    )
    {
        if (from == to)
        {
            throw new ArgumentException($"Both ends are '{from}'; expected two ids.", nameof(to));
        }

        var moment = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var claim = new RelationshipClaim(
            new ClaimPosition(File: 0, Row: 1),
            new RelationshipEnd(from.Value, IsId: true),
            new RelationshipEnd(to.Value, IsId: true),
            said
        );
        return HandEdits.KeepAsync(store, [claim], title, $"{moment}\n{from}\n{to}\n{said}", cancellation);
    }
}
