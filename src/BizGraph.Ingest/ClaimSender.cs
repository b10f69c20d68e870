using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Sends claims to the store in batches. While the store keeps one batch, the next one is read.</summary>
sealed class ClaimSender(INetworkStore store, ImportTicket ticket, CancellationToken cancellation) : IAsyncDisposable
{
    const int MostRows = 10_000;
    const long MostBytes = 8 << 20;

    List<Claim> _claims = [];
    ClaimPosition _through;
    Task _pending = Task.CompletedTask;
    int _rows;
    long _bytes;

    /// <summary>Where a row's claims go before <see cref="EndRow"/>.</summary>
    public List<Claim> Claims => _claims;

    /// <summary>Ends a row. A row that the store has already is let go.</summary>
    /// <param name="position">The row.</param>
    /// <param name="bytes">Its length.</param>
    /// <returns>Whether a batch is full and must be sent.</returns>
    public bool EndRow(ClaimPosition position, int bytes)
    {
        if (
            ticket.IsFinished
            || (position.File, position.Row).CompareTo((ticket.Acknowledged.File, ticket.Acknowledged.Row)) <= 0
        )
        {
            _claims.Clear();
            return false;
        }

        _through = _claims.Count > 0 && _claims[^1].Position > position ? _claims[^1].Position : position;
        _rows++;
        _bytes += bytes;
        return Math.Max(_rows, _claims.Count) >= MostRows || _bytes >= MostBytes;
    }

    /// <summary>Sends what there is, as soon as the batch before it is kept.</summary>
    public async Task SendAsync()
    {
        await _pending;
        if (_rows == 0)
        {
            return;
        }

        var (claims, through) = (_claims, _through);
        _pending = Task.Run(() => store.AppendAsync(ticket.Number, claims, through, cancellation), cancellation);
        _claims = new List<Claim>(claims.Count);
        (_rows, _bytes) = (0, 0);
    }

    /// <summary>Sends what is left and waits until all of it is kept.</summary>
    public async Task DrainAsync()
    {
        await SendAsync();
        await _pending;
    }

    /// <summary>Waits for the batch under way, whatever comes of it.</summary>
    public async ValueTask DisposeAsync() => await _pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
