namespace BizGraph.Store.Neo4j.Queries;

/// <summary>Statements on their way to the server: while it works on one it takes in the next, and more rows are gathered here.</summary>
/// <remarks>
/// No order holds between those under way at once; where it matters, the earlier ones are waited for. Not for two callers at once.
/// Disposing waits for what is under way, and says nothing of how it went.
/// </remarks>
sealed class UnderWay : IAsyncDisposable
{
    // A third would only wait at the server: batches of one store lock its node one after the other.
    const int Most = 2;

    readonly Queue<Task> _sent = [];

    /// <summary>Sends one more, once there is room for it.</summary>
    public async Task AddAsync(Func<Task> send)
    {
        if (_sent.Count == Most)
        {
            await _sent.Dequeue();
        }

        _sent.Enqueue(send());
    }

    /// <summary>Waits for all that were sent.</summary>
    public async Task EndAsync()
    {
        while (_sent.TryDequeue(out var sent))
        {
            await sent;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_sent.TryDequeue(out var sent))
        {
            await sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
