using System.Collections.Concurrent;
using BizGraph.Model;
using BizGraph.Store.Copying;
using BizGraph.Store.Neo4j.Queries;
using BizGraph.Store.Neo4j.Shown;

namespace BizGraph.Store.Neo4j;

/// <summary>A network in a Neo4j database, shared by any number of processes of any number of machines.</summary>
/// <remarks>Nothing is asked of the server before the first use, and nothing is made there before the first import or record.</remarks>
public sealed class Neo4jNetworkStore : INetworkStore
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan LetGoPatience = TimeSpan.FromSeconds(2);

    readonly Neo4jAddress _address;
    readonly QueryApi _api;
    readonly StoreNode _store;
    readonly ImportNodes _imports;
    readonly ImportBatches _batches;
    readonly ErasedNode _erased;
    readonly GraphNames _names;
    readonly Finishing _finishing;
    readonly TimeProvider _time;
    readonly HoldRenewal _renewal;
    readonly Neo4jReadings _readings;
    readonly SemaphoreSlim _appending = new(1); // no claims come while a business is erased
    readonly ConcurrentDictionary<int, Taking> _running = []; // by the import's number

    internal Neo4jNetworkStore(Neo4jAddress address, TimeProvider? time = null)
    {
        _address = address;
        _time = time ?? TimeProvider.System;
        _names = new GraphNames(address.LabelPrefix);
        _api = new QueryApi(address);
        _store = new StoreNode(_api, _names, client: Guid.NewGuid().ToString("N"));
        _imports = new ImportNodes(_api, _names, _store);
        _batches = new ImportBatches(_api, _names, _store);
        _erased = new ErasedNode(_api, _names);
        _finishing = new Finishing(_api, _names, _store, _batches, new CurrentScratch(_imports, _batches), _time);
        _renewal = new HoldRenewal(_store, () => _running.Keys, () => _finishing.IsHolding);
        _readings = new Neo4jReadings(_api, _names, _store, TryCompleteAsync, address.ToString());
        Records = new RecordNodes(_api, _names, _store, _time);
    }

    /// <inheritdoc/>
    public IRecordLog Records { get; }

    /// <inheritdoc/>
    public async Task<long> VersionAsync(CancellationToken cancellation = default)
    {
        var state = await _store.ReadAsync(cancellation);
        if (state is { Applying: not null, IsHeld: false } && await TryCompleteAsync(cancellation))
        {
            state = await _store.ReadAsync(cancellation);
        }

        return state?.Version ?? 0;
    }

    /// <inheritdoc/>
    public async Task<ImportTicket> BeginAsync(ImportPlan plan, CancellationToken cancellation = default)
    {
        await _store.MakeAsync(cancellation);
        for (var until = 0L; ; )
        {
            var begun = await _imports.BeginAsync(plan, _time.GetUtcNow(), cancellation);
            if (begun.Number is { } number && !_running.ContainsKey(number))
            {
                if (begun.Known is not { State: ImportState.Finished })
                {
                    return await HeldAsync(number, plan.Source, begun.Known?.Acknowledged ?? ClaimPosition.Start, cancellation);
                }

                // Whoever made it count may have died before it was shown: who takes it in again sees that it is.
                await _readings.WholeAsync(cancellation);
                return new ImportTicket(number, begun.Known.Acknowledged, IsFinished: true);
            }

            // Whoever renews its hold is alive; one that does not loses it soon.
            if (begun.Number is not null || (until != 0 && begun.Until != until))
            {
                throw Refusal(
                    $"The same files are being taken in right now, as import {begun.Known!.Number}; wait for it, or stop it and try again."
                );
            }

            until = begun.Until;
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task AppendAsync(
        int import,
        IReadOnlyList<Claim> claims,
        ClaimPosition through,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        await _appending.WaitAsync(cancellation);
        try
        {
            var taking = TakingOf(import);
            var erased = await ErasedAsync(cancellation);
            var texts = ClaimJson.Write(claims.Where(claim => !erased.Names(taking.Source, claim)));
            if (!await _batches.AppendAsync(import, taking.NextBatch, texts, through, cancellation))
            {
                throw StoreNode.HoldLost();
            }

            _running[import] = taking with { NextBatch = taking.NextBatch + texts.Count };
        }
        finally
        {
            _appending.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<Import> FinishAsync(
        int import,
        ImportReport report,
        FinishOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        options ??= new FinishOptions();
        _ = TakingOf(import);
        _renewal.Begin();
        var finished = await _finishing.FinishAsync(import, report, options, cancellation);
        if (!options.IsTrial)
        {
            _running.TryRemove(import, out _);
        }

        return finished;
    }

    /// <inheritdoc/>
    public async Task<ImportChanges> UndoAsync(int import, UndoOptions? options = null, CancellationToken cancellation = default)
    {
        var node = (await _imports.ReadAsync(import, cancellation)).SingleOrDefault();
        switch (node?.State)
        {
            case null:
                throw Refusal($"There is no import {import}; 'bizgraph imports' lists them.");
            case ImportState.Undone:
                throw Refusal($"Import {import} was undone before; nothing is to be done.");
            case ImportState.Running or ImportState.Interrupted:
                // What this very process began and drops was only looked at; of what was interrupted a job may keep the number.
                if (!await _imports.DropAsync(import, isNumberFree: _running.ContainsKey(import), cancellation))
                {
                    throw Refusal($"Import {import} is running; stop it first.");
                }

                _running.TryRemove(import, out _);
                return new ImportChanges();
            default:
                _renewal.Begin();
                return await _finishing.UndoAsync(import, options ?? new UndoOptions(), cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(int import)
    {
        if (_running.TryRemove(import, out _))
        {
            await _imports.ReleaseAsync(import, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Import>> ImportsAsync(CancellationToken cancellation = default) =>
        (await _imports.ReadAsync(number: null, cancellation)).ConvertAll(node => node.ToImport());

    /// <inheritdoc/>
    public Task<INetworkReading> ReadAsync(CancellationToken cancellation = default) => _readings.ReadAsync(cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CountingClaim<MatchClaim>>> MatchesAsync(CancellationToken cancellation = default)
    {
        var matches = new List<CountingClaim<MatchClaim>>();
        foreach (var import in (await _imports.ReadAsync(number: null, cancellation)).Where(import => import.Counts))
        {
            await foreach (var claims in _batches.ClaimsAsync(import, ofMatches: true, cancellation))
            {
                matches.AddRange(
                    claims.OfType<MatchClaim>().Select(claim => new CountingClaim<MatchClaim>(claim, Standing(import, claim)))
                );
            }
        }

        return matches;
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(BusinessId business, string by, CancellationToken cancellation = default)
    {
        await _appending.WaitAsync(cancellation);
        try
        {
            await using var archive = new Neo4jArchive(_address);
            var erasure = await archive.EraseAsync(business, by, _running.Keys, cancellation);
            foreach (var (import, taking) in _running)
            {
                // Its batches are others now, and may be more.
                var batches = await _batches.CountAsync(import, CancellationToken.None);
                _running[import] = taking with { NextBatch = Math.Max(taking.NextBatch, batches) };
            }

            return erasure;
        }
        finally
        {
            _appending.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<ErasedBusinesses> ErasedAsync(CancellationToken cancellation = default) =>
        (await _erased.ReadAsync(cancellation)).ToErased();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(BusinessId business, CancellationToken cancellation = default) =>
        _finishing.AskAsync(scratch => scratch.OriginsOf(business), [], cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(
        RelationshipKey relationship,
        CancellationToken cancellation = default
    ) => _finishing.AskAsync(scratch => scratch.OriginsOf(relationship), [], cancellation);

    /// <summary>Writes results of an analysis to the nodes of businesses, for those who look at the database itself. The network's own data and version stay as they are.</summary>
    /// <param name="businesses">Of each business its properties by name: whole numbers, numbers, truths; null takes a property away.</param>
    /// <param name="cancellation">Stops it; some businesses then have the new values already.</param>
    /// <returns>How many businesses were there to be written to.</returns>
    public Task<long> PublishAsync(
        IEnumerable<(BusinessId Id, IReadOnlyDictionary<string, object?> Properties)> businesses,
        CancellationToken cancellation = default
    ) => PublishedProperties.WriteAsync(_api, _names, businesses, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();
        using var patience = new CancellationTokenSource(LetGoPatience);
        try
        {
            foreach (var import in _running.Keys)
            {
                await _imports.ReleaseAsync(import, patience.Token);
            }
        }
        catch (Exception exception) when (exception is StoreException or OperationCanceledException)
        {
            // A server that cannot be reached lets go by itself.
        }

        _appending.Dispose();
        _finishing.Dispose();
        _store.Dispose();
        _api.Dispose();
    }

    Task<bool> TryCompleteAsync(CancellationToken cancellation)
    {
        _renewal.Begin();
        return _finishing.TryCompleteAsync(cancellation);
    }

    async Task<ImportTicket> HeldAsync(int import, string source, ClaimPosition acknowledged, CancellationToken cancellation)
    {
        var next = acknowledged > ClaimPosition.Start ? await _batches.CountAsync(import, cancellation) : 0;
        _running[import] = new Taking(source, next);
        _renewal.Begin();
        return new ImportTicket(import, acknowledged, IsFinished: false);
    }

    Taking TakingOf(int import) =>
        _running.TryGetValue(import, out var taking)
            ? taking
            : throw new ArgumentException($"Import {import} was not begun here, or is over.", nameof(import));

    static ClaimStanding Standing(ImportNode import, Claim claim) =>
        new(
            import.Number,
            import.Plan.Source,
            import.Order!.Value,
            import.Plan.Files[claim.Position.File].Sha256,
            import.Plan.AllNew
        );

    static StoreException Refusal(string message) => new(message) { IsRefusal = true };

    /// <summary>An import that this client takes in.</summary>
    sealed record Taking(string Source, int NextBatch);
}
