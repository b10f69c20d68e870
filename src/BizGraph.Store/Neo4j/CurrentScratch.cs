using BizGraph.Model;
using BizGraph.Store.Neo4j.Scratch;

namespace BizGraph.Store.Neo4j;

/// <summary>The scratch of this client, kept for as long as the server's log of imports agrees with it, else made anew.</summary>
sealed class CurrentScratch(ImportNodes imports, ImportBatches batches) : IDisposable
{
    ScratchStore? _store;
    string? _storeOf;

    /// <summary>The scratch, once it was brought up to date.</summary>
    public ScratchStore Store => _store ?? throw new InvalidOperationException("The scratch is not up to date.");

    /// <summary>Brings it to what counts on the server.</summary>
    /// <param name="id">Which store that is.</param>
    /// <param name="cancellation">Stops it; what is up to date by then stays.</param>
    /// <returns>The imports of the server.</returns>
    public async Task<List<ImportNode>> BringUpToDateAsync(string id, CancellationToken cancellation)
    {
        var all = await imports.ReadAsync(number: null, cancellation);
        if (_store is null || _storeOf != id || !_store.Agrees(all))
        {
            _store?.Dispose();
            (_store, _storeOf) = (new ScratchStore(), id);
        }

        foreach (var import in _store.ToUndo(all))
        {
            using var change = _store.Begin(cancellation);
            await RunAsync(() => change.Undo(import, matching: null, cancellation), cancellation);
            change.Keep();
        }

        foreach (var import in _store.ToFinish(all))
        {
            using var change = _store.Begin(cancellation);
            await TakeInAsync(change, import, cancellation);
            await RunAsync(() => change.Repeat(import, cancellation), cancellation);
            change.Keep();
        }

        return all;
    }

    /// <summary>Takes in an import with its claims.</summary>
    public async Task TakeInAsync(ScratchChange change, ImportNode import, CancellationToken cancellation)
    {
        change.Add(import);
        await foreach (var claims in batches.ClaimsAsync(import, ofMatches: false, cancellation))
        {
            await RunAsync(() => change.Add(import.Number, claims), cancellation);
        }
    }

    /// <summary>Works in the scratch on another thread; what SQLite cannot do becomes a <see cref="StoreException"/>.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation) => Task.Run(() => Store.Guard(work), cancellation);

    public void Dispose() => _store?.Dispose();
}
