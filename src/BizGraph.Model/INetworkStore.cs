namespace BizGraph.Model;

/// <summary>The one door to a database. A store keeps claims and shows what <see cref="Consolidation"/> makes of them.</summary>
public interface INetworkStore : IAsyncDisposable
{
    /// <summary>What is kept beside the network.</summary>
    IRecordLog Records { get; }

    /// <summary>The network version: one more with each finish or undo that changed what is shown. 0 for a new store.</summary>
    Task<long> VersionAsync(CancellationToken cancellation = default);

    /// <summary>Begins an import, or goes on with it where the same plan was interrupted.</summary>
    /// <returns>Its number, and the last row that was acknowledged. <see cref="ImportTicket.IsFinished"/> where the same plan counts already: then nothing is to be done.</returns>
    /// <exception cref="StoreException">The same files are being taken in right now, by this process or another.</exception>
    Task<ImportTicket> BeginAsync(ImportPlan plan, CancellationToken cancellation = default);

    /// <summary>Keeps the claims of some rows. When it returns they are acknowledged and survive the end of the process; none shows before the import is finished.</summary>
    /// <param name="import">The number that <see cref="BeginAsync"/> gave.</param>
    /// <param name="claims">Whole rows, in the order of their positions, all behind the last acknowledged one.</param>
    /// <param name="through">The last row read: where an interrupted import goes on. No row before it comes again.</param>
    /// <param name="cancellation">Keeps all of the batch or nothing.</param>
    Task AppendAsync(int import, IReadOnlyList<Claim> claims, ClaimPosition through, CancellationToken cancellation = default);

    /// <summary>Makes an import count, all at once. One finish at a time: a second one waits.</summary>
    /// <param name="import">The number that <see cref="BeginAsync"/> gave.</param>
    /// <param name="report">What reading the rows came to; the store adds the changes.</param>
    /// <param name="options">How it finishes; null for the default.</param>
    /// <param name="cancellation">Leaves the import unfinished, with all its acknowledged rows.</param>
    /// <returns>The import with its report and version.</returns>
    /// <exception cref="StoreException">It is a full load that would retire more than <see cref="FinishOptions.MostRetired"/>.</exception>
    Task<Import> FinishAsync(
        int import,
        ImportReport report,
        FinishOptions? options = null,
        CancellationToken cancellation = default
    );

    /// <summary>Makes a finished import count no more, or drops what an interrupted one left, or one that was begun here and is not to finish.</summary>
    /// <param name="import">Its number.</param>
    /// <param name="options">How it is undone; null for the default.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    /// <exception cref="StoreException">There is no such import, another process is taking it in, or it was undone before.</exception>
    Task<ImportChanges> UndoAsync(int import, UndoOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Lets go of an import that was begun here and is not over: it is interrupted from then on, and any process may go on with it or drop it. Nothing happens where it is over.</summary>
    Task ReleaseAsync(int import);

    /// <summary>All imports, the oldest first.</summary>
    Task<IReadOnlyList<Import>> ImportsAsync(CancellationToken cancellation = default);

    /// <summary>Opens what is shown for reading, all of it at one version.</summary>
    Task<INetworkReading> ReadAsync(CancellationToken cancellation = default);

    /// <summary>Every counting claim of whether two ids mean one business.</summary>
    Task<IReadOnlyList<CountingClaim<MatchClaim>>> MatchesAsync(CancellationToken cancellation = default);

    /// <summary>Erases a business for good, with all ids that mean it: its rows, and its name wherever a tie, a match or a report holds it. Its ties stay, to somebody without a name. One that is named again is refused from then on.</summary>
    /// <param name="business">Any of its ids.</param>
    /// <param name="by">Who asked for it; kept in the log of records, kind <c>erasure</c>.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    /// <exception cref="StoreException">No business is shown under that id.</exception>
    /// <remarks>Works out anew all that is shown, so it takes as long as the imports took to finish.</remarks>
    Task<Erasure> EraseAsync(BusinessId business, string by, CancellationToken cancellation = default);

    /// <summary>What tells rows that name an erased business. Such claims are not kept, whoever sends them; ask first to say so.</summary>
    Task<ErasedBusinesses> ErasedAsync(CancellationToken cancellation = default);

    /// <summary>The rows that speak of a business in its own name, the newest first, with the cells that are shown as they say.</summary>
    Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(BusinessId business, CancellationToken cancellation = default);

    /// <summary>The rows that a tie is made of, the newest first, those that only repeat another among them. None where no such tie is shown.</summary>
    Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(RelationshipKey relationship, CancellationToken cancellation = default);
}

/// <summary>What is shown at one version. Dispose it soon: a store may keep old data alive for it.</summary>
public interface INetworkReading : IAsyncDisposable
{
    /// <summary>The network version that all of it belongs to.</summary>
    long Version { get; }

    /// <summary>Every business, in no particular order.</summary>
    IAsyncEnumerable<Business> BusinessesAsync(CancellationToken cancellation = default);

    /// <summary>Every tie, in no particular order. Both ends are among the businesses.</summary>
    IAsyncEnumerable<Relationship> RelationshipsAsync(CancellationToken cancellation = default);
}

/// <summary>An import that may go on.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Acknowledged">The last row kept; <see cref="ClaimPosition.Start"/> for a new import.</param>
/// <param name="IsFinished">Whether the same plan is finished and counts already.</param>
public sealed record ImportTicket(int Number, ClaimPosition Acknowledged, bool IsFinished)
{
    /// <summary>Whether it goes on after an interruption.</summary>
    public bool IsResumed => !IsFinished && Acknowledged > ClaimPosition.Start;
}

/// <summary>How an import finishes.</summary>
public sealed record FinishOptions
{
    /// <summary>Asked which of the businesses that the import brought, or of which it takes back a match, are known under another id, where there are any; what it finds is kept as claims of the import. Null: nothing is matched.</summary>
    public MatchFinder? Matching { get; init; }

    /// <summary>The largest share of the businesses shown, 0 to 1, that a full load may take away; more is refused, and the import stays unfinished. A fifth by default.</summary>
    public double MostRetired { get; init; } = 0.2;

    /// <summary>Whether it is only worked out what would change: then the report is told, and the import stays unfinished.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Told once if another finish is under way.</summary>
    public Action? Waiting { get; init; }
}

/// <summary>How an import is undone.</summary>
public sealed record UndoOptions
{
    /// <summary>Asked about the businesses that come back or of which a match is taken back; what it finds is kept as claims of the import that brought the later of the two. Null: nothing is matched.</summary>
    public MatchFinder? Matching { get; init; }

    /// <summary>Told once if another finish is under way.</summary>
    public Action? Waiting { get; init; }
}

/// <summary>Where something that is shown comes from.</summary>
/// <param name="Import">The import's number.</param>
/// <param name="Source">Whose data it is.</param>
/// <param name="File">The file's name.</param>
/// <param name="Row">The row in it, the header being row 1.</param>
/// <param name="Finished">Since when it counts.</param>
public sealed record ClaimOrigin(int Import, string Source, string File, long Row, DateTimeOffset Finished)
{
    /// <summary>Of a business: the cells that are shown as this row says, by their names. See <see cref="BusinessCells"/>.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];
}

/// <summary>A store that cannot do what it was asked, in one line that says what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the store is sound and only declines what was asked, such as the undo of an import that it does not have.</summary>
    public bool IsRefusal { get; init; }
}
