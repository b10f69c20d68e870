using BizGraph.GraphQL.Execution;

namespace BizGraph.GraphQL;

/// <summary>
/// Loads values by key, many at once: what all resolvers of one wave ask for is fetched together, each key once in a request. A resolver
/// takes the loader as a parameter; it is made anew for each request, its other constructor parameters from the services.
/// </summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public abstract class BatchDataLoader<TKey, TValue>(BatchScheduler scheduler) : IBatch
    where TKey : notnull
{
    readonly Lock _lock = new();
    readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _known = [];
    readonly List<TKey> _waiting = [];

    /// <summary>The value of a key; the default where the batch had none.</summary>
    public Task<TValue?> LoadAsync(TKey key)
    {
        TaskCompletionSource<TValue?> source;
        lock (_lock)
        {
            if (_known.TryGetValue(key, out var known))
                return known.Task;
            // Continuations run at once and in order, so that the next wave is complete before it is fetched.
            _known[key] = source = new TaskCompletionSource<TValue?>();
            _waiting.Add(key);
            if (_waiting.Count > 1)
                return source.Task;
        }
        scheduler.Enqueue(this);
        return source.Task;
    }

    /// <summary>The values of several keys, in their order.</summary>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IEnumerable<TKey> keys) =>
        await Task.WhenAll(keys.Select(LoadAsync)).ConfigureAwait(false);

    /// <summary>Fetches one wave.</summary>
    /// <param name="keys">Distinct keys, in the order in which they were first asked for.</param>
    /// <param name="cancellationToken">Set when the client goes away.</param>
    /// <returns>The values that there are.</returns>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken
    );

    async Task<Action> IBatch.FetchAsync(CancellationToken cancellation)
    {
        TKey[] keys;
        lock (_lock)
        {
            keys = [.. _waiting];
            _waiting.Clear();
        }
        try
        {
            var values = await LoadBatchAsync(keys, cancellation).ConfigureAwait(false);
            return () =>
                Publish(keys, (source, key) => source.SetResult(values.TryGetValue(key, out var value) ? value : default));
        }
        catch (Exception e)
        {
            return () => Publish(keys, (source, _) => source.SetException(e));
        }
    }

    void Publish(TKey[] keys, Action<TaskCompletionSource<TValue?>, TKey> publish)
    {
        foreach (var key in keys)
        {
            TaskCompletionSource<TValue?> source;
            lock (_lock)
                source = _known[key];
            publish(source, key);
        }
    }
}
