using BizGraph.Model;

namespace BizGraph.Store.Neo4j;

/// <summary>Renews what this client holds for as long as it lives, from its first import on.</summary>
sealed class HoldRenewal(StoreNode store, Func<ICollection<int>> imports, Func<bool> isHolding) : IAsyncDisposable
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(StoreNode.HoldMilliseconds / 5);

    readonly CancellationTokenSource _end = new();
    readonly Lock _gate = new();
    Task? _renewing;

    public void Begin()
    {
        lock (_gate)
        {
            _renewing ??= Task.Run(RenewAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_renewing is not null)
        {
            await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _end.Dispose();
    }

    async Task RenewAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(Every, _end.Token);
            var held = imports();
            if (held.Count > 0 || isHolding())
            {
                try
                {
                    await store.RenewAsync(held, _end.Token);
                }
                catch (StoreException)
                {
                    // The next one may do; whoever needs the hold is told when it is lost.
                }
            }
        }
    }
}
