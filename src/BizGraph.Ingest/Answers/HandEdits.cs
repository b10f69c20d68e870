using System.Security.Cryptography;
using System.Text;
using BizGraph.Model;

namespace BizGraph.Ingest.Answers;

/// <summary>Keeps what people decide by hand: an import of its own, undone like any other.</summary>
static class HandEdits
{
    /// <summary>Keeps claims, which count at once.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="claims">The claims, each a row of its own, from row 1 on.</param>
    /// <param name="title">What the list of imports calls them.</param>
    /// <param name="identity">What makes it the same edit when it is made again.</param>
    /// <param name="cancellation">Stops it; nothing is kept then.</param>
    public static async Task<Import> KeepAsync(
        INetworkStore store,
        IReadOnlyList<Claim> claims,
        string title,
        string identity,
        CancellationToken cancellation
    )
    {
        var bytes = Encoding.UTF8.GetBytes(identity);
        var file = new ImportFile(title, Convert.ToHexString(SHA256.HashData(bytes)), bytes.Length);
        var ticket = await store.BeginAsync(new ImportPlan(Import.ByHand, [file], Columns: []), cancellation);
        await store.AppendAsync(ticket.Number, claims, new ClaimPosition(File: 0, Row: claims.Count), cancellation);
        var report = new ImportReport { RowsRead = claims.Count, RowsTaken = claims.Count };
        return await store.FinishAsync(ticket.Number, report, cancellation: cancellation);
    }
}
