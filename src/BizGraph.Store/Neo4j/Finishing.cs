using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;
using BizGraph.Store.Neo4j.Scratch;
using BizGraph.Store.Neo4j.Shown;

namespace BizGraph.Store.Neo4j;

/// <summary>Makes imports count, or count no more: worked out in the scratch, then written to the server.</summary>
/// <remarks>
/// One client at a time holds the store. What decides is one small transaction, which marks the store as being applied to; what is
/// shown follows in batches. A client that dies in between leaves the mark, and whoever comes next writes all that is shown anew.
/// </remarks>
sealed class Finishing(
    QueryApi api,
    GraphNames names,
    StoreNode store,
    ImportBatches batches,
    CurrentScratch scratch,
    TimeProvider time
) : IDisposable
{
    static readonly TimeSpan LetGoPatience = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim _gate = new(1);
    volatile bool _isHolding;

    /// <summary>Whether this client holds the store.</summary>
    public bool IsHolding => _isHolding;

    /// <summary>Makes an import count.</summary>
    /// <param name="import">Its number.</param>
    /// <param name="report">What reading its rows came to.</param>
    /// <param name="options">How it finishes.</param>
    /// <param name="cancellation">Leaves it unfinished; once it counts, what is shown is brought up to date all the same.</param>
    public Task<Import> FinishAsync(int import, ImportReport report, FinishOptions options, CancellationToken cancellation) =>
        HoldAsync(
            options.Waiting,
            async held =>
            {
                var node = held.Imports.Single(node => node.Number == import);
                if (node.State == ImportState.Finished)
                {
                    // It was decided before, and the answer was lost.
                    return node.ToImport();
                }

                using var change = scratch.Store.Begin(cancellation);
                await scratch.TakeInAsync(change, node, cancellation);
                var finished = (Order: held.LastOrder + 1, At: time.GetUtcNow());
                var full = await Task.Run(() => change.Finish(import, finished, report, options, cancellation), cancellation);
                if (options.IsTrial)
                {
                    return node.ToImport() with { State = ImportState.Running, Report = full };
                }

                var version = held.State.Version + (full.Changes.Any ? 1 : 0);
                var done = node with
                {
                    State = ImportState.Finished,
                    Counts = true,
                    Order = finished.Order,
                    Finished = finished.At,
                    Version = version,
                    Report = full,
                };
                cancellation.ThrowIfCancellationRequested();
                await DecideAsync(version, change, statement: FinishStatement, parameters => WriteFinish(parameters, done));
                await ApplyAsync(change);
                return done.ToImport();
            },
            cancellation
        );

    /// <summary>Makes an import count no more.</summary>
    public Task<ImportChanges> UndoAsync(int import, UndoOptions options, CancellationToken cancellation) =>
        HoldAsync(
            options.Waiting,
            async held =>
            {
                if (held.Imports.Single(node => node.Number == import).State == ImportState.Undone)
                {
                    throw new StoreException($"Import {import} was undone before; nothing is to be done.") { IsRefusal = true };
                }

                using var change = scratch.Store.Begin(cancellation);
                var changes = await scratch.RunAsync(() => change.Undo(import, options.Matching, cancellation), cancellation);
                await DecideAsync(
                    held.State.Version + (changes.Any ? 1 : 0),
                    change,
                    $"MATCH (i:{names.Import} {{number: $number}}) SET i.state = 'undone'",
                    parameters => parameters.WriteNumber("number", import)
                );
                await ApplyAsync(change);
                return changes;
            },
            cancellation
        );

    /// <summary>Finishes what a client that died left half applied, unless another client does.</summary>
    /// <returns>Whether it is whole.</returns>
    public async Task<bool> TryCompleteAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (await store.TryTakeAsync(cancellation) is not { } taken)
            {
                return false;
            }

            _isHolding = true;
            await BringUpToDateAsync(taken.State, cancellation);
            return true;
        }
        finally
        {
            await LetGoAsync();
            _gate.Release();
        }
    }

    /// <summary>Asks the scratch, once it is up to date.</summary>
    public async Task<T> AskAsync<T>(Func<ScratchStore, T> ask, T ofNothing, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (await store.ReadAsync(cancellation) is not { } state)
            {
                return ofNothing;
            }

            await scratch.BringUpToDateAsync(state.Id, cancellation);
            return await scratch.RunAsync(() => ask(scratch.Store), cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        scratch.Dispose();
        _gate.Dispose();
    }

    async Task<T> HoldAsync<T>(Action? waiting, Func<Held, Task<T>> work, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var (state, lastOrder) = await store.TakeAsync(waiting, cancellation);
            _isHolding = true;
            var all = await BringUpToDateAsync(state, cancellation);
            state = state with { Version = state.Applying ?? state.Version, Applying = null };
            return await work(new Held(state, lastOrder, all));
        }
        finally
        {
            await LetGoAsync();
            _gate.Release();
        }
    }

    async Task LetGoAsync()
    {
        if (!_isHolding)
        {
            return;
        }

        _isHolding = false;
        using var patience = new CancellationTokenSource(LetGoPatience);
        try
        {
            await store.ReleaseAsync(isApplied: false, patience.Token);
        }
        catch (Exception exception) when (exception is StoreException or OperationCanceledException)
        {
            // The hold ends by itself when it is not renewed.
        }
    }

    /// <summary>Brings the scratch to what counts on the server, and what is shown to that where a client left it half applied.</summary>
    async Task<List<ImportNode>> BringUpToDateAsync(StoreState state, CancellationToken cancellation)
    {
        var all = await scratch.BringUpToDateAsync(state.Id, cancellation);
        if (state.Applying is not null)
        {
            await ShowAllAsync(cancellation);
        }

        return all;
    }

    /// <summary>What cannot be taken back: from here on the imports count as they do in the scratch, and whoever finds the mark brings what is shown up to date.</summary>
    async Task DecideAsync(long version, ScratchChange change, string statement, Action<Utf8JsonWriter> write)
    {
        var matches = change.ChangedMatches();
        var decided = await api.NumberAsync(
            new Query(
                $"""
                {store.Held}
                SET s.applying = $version
                WITH s
                {statement}
                WITH DISTINCT 1 AS one
                CALL () {"{"} {batches.Matches} {"}"}
                CALL () {"{"} MATCH (o:{names.Import}) WHERE o.counts <> (o.number IN $counting) SET o.counts = NOT o.counts {"}"}
                RETURN 1
                """,
                parameters =>
                {
                    store.WriteClient(parameters);
                    parameters.WriteNumber("version", version);
                    parameters.WriteStartArray("counting");
                    foreach (var import in change.CountingImports())
                    {
                        parameters.WriteNumberValue(import);
                    }

                    parameters.WriteEndArray();
                    ImportBatches.WriteMatches(parameters, matches);
                    write(parameters);
                }
            ),
            CancellationToken.None
        );
        if (decided is null)
        {
            throw StoreNode.HoldLost();
        }

        change.Keep();
    }

    async Task ApplyAsync(ScratchChange change)
    {
        await using (var writer = new ShownWriter(api, names, store))
        {
            await writer.WriteAsync(change.Difference(), CancellationToken.None);
        }

        await store.ReleaseAsync(isApplied: true, CancellationToken.None);
        _isHolding = false;
    }

    /// <summary>Makes the server show what the scratch shows, whatever it shows now.</summary>
    async Task ShowAllAsync(CancellationToken cancellation)
    {
        using var change = scratch.Store.Begin(cancellation);
        var everything = change.Everything();
        var (ids, keys) = await Task.Run(
            () => (everything.Businesses().Select(b => b.Id).ToHashSet(), everything.Ties().Select(t => t.Key).ToHashSet()),
            cancellation
        );
        var shown = new ShownReader(api, names);
        await using var writer = new ShownWriter(api, names, store);
        var businesses = await shown.BusinessesAsync(cancellation);
        var ties = await shown.RelationshipsAsync(cancellation);
        await writer.RemoveAsync(ties.Select(tie => tie.Key).Where(key => !keys.Contains(key)), cancellation);
        await writer.RemoveAsync(businesses.Select(business => business.Id).Where(id => !ids.Contains(id)), cancellation);
        await writer.WriteAsync(everything, cancellation);
        await store.AppliedAsync(cancellation);
    }

    string FinishStatement =>
        $$"""
            MATCH (i:{{names.Import}} {number: $number}) WHERE i.state = 'running' AND i.holder = $client OR i.state = 'finished'
            SET i += $outcome, i.holder = null, i.until = null, s.lastOrder = $order
            """;

    static void WriteFinish(Utf8JsonWriter parameters, ImportNode import)
    {
        parameters.WriteNumber("number", import.Number);
        parameters.WriteNumber("order", import.Order!.Value);
        ImportProperties.WriteOutcome(parameters, import);
    }

    sealed record Held(StoreState State, long LastOrder, List<ImportNode> Imports);
}
