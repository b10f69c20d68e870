using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BizGraph.Model;
using BizGraph.Store.Neo4j;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store.Copying;

/// <summary>Counts and checksums of all that a store keeps and shows: equal stores have equal ones, whatever the order in which they hand it out.</summary>
/// <param name="Imports">The imports.</param>
/// <param name="Claims">The claims of all imports.</param>
/// <param name="Records">The log of records.</param>
/// <param name="Erased">What is known of erased businesses.</param>
/// <param name="Businesses">The businesses shown.</param>
/// <param name="Relationships">The ties shown.</param>
/// <param name="Version">The network version.</param>
sealed record StoreDigest(
    Checksum Imports,
    Checksum Claims,
    Checksum Records,
    Checksum Erased,
    Checksum Businesses,
    Checksum Relationships,
    long Version
)
{
    /// <summary>Reads all of a store.</summary>
    public static async Task<StoreDigest> OfAsync(IStoreArchive archive, INetworkStore store, CancellationToken cancellation)
    {
        var contents = await archive.ReadAsync(cancellation);
        var claims = new Checksum();
        foreach (var import in contents.Imports)
        {
            await foreach (var said in archive.ClaimsAsync(import, cancellation))
            {
                claims = said.Aggregate(claims, (sum, claim) => sum.With($"{import.Number} {ClaimJson.Write(claim)}"));
            }
        }

        await using var reading = await store.ReadAsync(cancellation);
        var (businesses, ties) = (new Checksum(), new Checksum());
        await foreach (var business in reading.BusinessesAsync(cancellation))
        {
            businesses = businesses.With(
                $"{business.Id} {business.IsListed} {string.Join(' ', business.OtherIds)} {FactsJson.Write(business.Facts)}"
            );
        }

        await foreach (var tie in reading.RelationshipsAsync(cancellation))
        {
            ties = ties.With($"{tie.From} {tie.To} {FactsJson.Write(tie.Facts)}");
        }

        return new StoreDigest(
            contents.Imports.Aggregate(new Checksum(), (sum, import) => sum.With(Text(import))),
            claims,
            contents.Records.Aggregate(new Checksum(), (sum, record) => sum.With(FactsJson.Write(record))),
            contents.Erased.Marks.Append(contents.Erased.Key ?? "").Aggregate(new Checksum(), (sum, mark) => sum.With(mark)),
            businesses,
            ties,
            reading.Version
        );
    }

    static string Text(ImportNode import) =>
        FactsJson.Write(import.ToImport())
        + $"{ImportTable.PlanText(import.Plan)} {import.Order} {import.Counts} {import.Acknowledged}";
}

/// <summary>How many texts there are, and the sum of the beginnings of their SHA-256: the order makes no difference.</summary>
readonly record struct Checksum(long Count, UInt128 Sum)
{
    public Checksum With(string text) =>
        new(Count + 1, unchecked(Sum + BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count:N0} ({Sum:x32})");
}
