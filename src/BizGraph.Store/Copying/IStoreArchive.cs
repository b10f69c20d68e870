using BizGraph.Model;
using BizGraph.Store.Neo4j;

namespace BizGraph.Store.Copying;

/// <summary>A store as a whole: all that it keeps, imports that count no more and records too. What is shown follows from it.</summary>
interface IStoreArchive : IAsyncDisposable
{
    /// <summary>All but the claims.</summary>
    Task<StoreContents> ReadAsync(CancellationToken cancellation);

    /// <summary>The claims of an import, as many at once as is convenient.</summary>
    IAsyncEnumerable<IReadOnlyList<Claim>> ClaimsAsync(ImportNode import, CancellationToken cancellation);

    /// <summary>Fills an empty store.</summary>
    /// <param name="contents">All but the claims.</param>
    /// <param name="claims">The claims of an import.</param>
    /// <param name="cancellation">Stops it; the store is then to be thrown away.</param>
    Task WriteAsync(
        StoreContents contents,
        Func<ImportNode, IAsyncEnumerable<IReadOnlyList<Claim>>> claims,
        CancellationToken cancellation
    );
}

/// <summary>What a store keeps, without its claims.</summary>
/// <param name="Version">The network version.</param>
/// <param name="LastImport">The highest number that an import ever had.</param>
/// <param name="LastRecord">The highest number that a record ever had.</param>
/// <param name="Imports">The imports, the oldest first.</param>
/// <param name="Records">The log of records, the oldest first.</param>
/// <param name="Erased">What is known of erased businesses.</param>
sealed record StoreContents(
    long Version,
    int LastImport,
    long LastRecord,
    IReadOnlyList<ImportNode> Imports,
    IReadOnlyList<StoreRecord> Records,
    ErasedMarks Erased
);

/// <summary>What is known of erased businesses.</summary>
/// <param name="Key">The key of the hashes, in hexadecimal; null where nothing was erased.</param>
/// <param name="Marks">The hashes.</param>
/// <param name="Forgotten">How often names were removed; it numbers those who stand in for erased businesses.</param>
sealed record ErasedMarks(string? Key, IReadOnlyList<string> Marks, long Forgotten)
{
    public static ErasedMarks None { get; } = new(null, [], 0);

    public ErasedBusinesses ToErased() =>
        Key is null ? ErasedBusinesses.None : new ErasedBusinesses(Convert.FromHexString(Key), Marks.ToHashSet());
}
