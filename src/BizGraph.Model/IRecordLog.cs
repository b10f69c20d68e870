namespace BizGraph.Model;

/// <summary>What a store keeps beside the network: jobs, what people decide about suggestions, summaries. A new record leaves the network version as it was.</summary>
public interface IRecordLog
{
    /// <summary>Adds a record. When it returns the record survives the end of the process.</summary>
    /// <param name="kind">What sort of record it is, such as <c>job</c>.</param>
    /// <param name="key">What it speaks of, within its kind.</param>
    /// <param name="json">What it says.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="after">The number of the last record of that kind and key that the caller knows, 0 for none; null to add it whatever there is.</param>
    /// <param name="cancellation">Adds nothing.</param>
    /// <returns>Its number, higher than that of every record before it; null where <paramref name="after"/> is not the last one any more, and nothing was added.</returns>
    Task<long?> AddAsync(
        string kind,
        string key,
        string json,
        string by,
        long? after = null,
        CancellationToken cancellation = default
    );

    /// <summary>The records of a kind, the oldest first.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="key">Only those of this key; null for all.</param>
    /// <param name="after">Only those of a higher number.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<StoreRecord>> ReadAsync(
        string kind,
        string? key = null,
        long after = 0,
        CancellationToken cancellation = default
    );

    /// <summary>Removes the records of a kind and key that are older than one of them.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="key">The key.</param>
    /// <param name="before">The first number that stays.</param>
    /// <param name="cancellation">Removes nothing.</param>
    Task RemoveAsync(string kind, string key, long before, CancellationToken cancellation = default);
}

/// <summary>One entry of the log.</summary>
/// <param name="Number">Its number, from 1; a later one is higher.</param>
/// <param name="Kind">What sort of record it is.</param>
/// <param name="Key">What it speaks of, within its kind.</param>
/// <param name="Json">What it says.</param>
/// <param name="At">When it was added.</param>
/// <param name="By">Who said so.</param>
public sealed record StoreRecord(long Number, string Kind, string Key, string Json, DateTimeOffset At, string By);
