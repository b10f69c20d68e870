using BizGraph.GraphQL.Execution;

namespace BizGraph.GraphQL;

/// <summary>
/// Decides when the loaders of one request fetch. A wave begins once every resolver that could run has run, and ends when all its
/// fetches are there; only then do the waiting resolvers go on, one after the other, and what they load makes the next wave. So each
/// loader fetches once per wave, in whatever order the fetches come back.
/// </summary>
public sealed class BatchScheduler
{
    readonly Lock _lock = new();
    readonly CancellationToken _cancellation;
    List<IBatch> _waiting = [];
    bool _isHeld;
    bool _isPumping;

    internal BatchScheduler(bool isHeld, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _isHeld = isHeld;
    }

    internal void Enqueue(IBatch batch)
    {
        lock (_lock)
        {
            _waiting.Add(batch);
            if (_isHeld || _isPumping)
                return;
            _isPumping = true;
        }
        Start();
    }

    /// <summary>No wave begins while resolvers run.</summary>
    internal void Hold()
    {
        lock (_lock)
            _isHeld = true;
    }

    /// <summary>The resolvers ran; what they loaded may be fetched.</summary>
    internal void Release()
    {
        lock (_lock)
        {
            _isHeld = false;
            if (_isPumping || _waiting.Count == 0)
                return;
            _isPumping = true;
        }
        Start();
    }

    /// <summary>On a thread of the pool, where continuations run at once on the same thread.</summary>
    void Start() => _ = Task.Run(PumpAsync, CancellationToken.None);

    async Task PumpAsync()
    {
        while (true)
        {
            List<IBatch> wave;
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _isPumping = false;
                    return;
                }
                wave = _waiting;
                _waiting = [];
            }
            var fetched = await Task.WhenAll(wave.Select(batch => batch.FetchAsync(_cancellation))).ConfigureAwait(false);
            foreach (var publish in fetched)
                publish();
        }
    }
}
