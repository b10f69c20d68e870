namespace BizGraph.GraphQL.Transport;

/// <summary>
/// Waits until a client took what was written, though not for ever: one that reads a byte now and then would keep its response in
/// memory. Kestrel's own rule counts bytes, so it gives a slow reader minutes for each part.
/// </summary>
static class ClientPace
{
    /// <exception cref="TimeoutException">The client was too slow; its connection is to be aborted.</exception>
    public static ValueTask WithinAsync(TimeSpan limit, ValueTask write) =>
        write.IsCompletedSuccessfully ? default : new ValueTask(write.AsTask().WaitAsync(limit));

    /// <inheritdoc cref="WithinAsync(TimeSpan, ValueTask)"/>
    public static ValueTask WithinAsync<T>(TimeSpan limit, ValueTask<T> write) =>
        write.IsCompletedSuccessfully ? default : new ValueTask(write.AsTask().WaitAsync(limit));
}
