using System.Runtime.CompilerServices;
using BizGraph.Model;
using BizGraph.Store.Neo4j;
using BizGraph.Store.Neo4j.Queries;
using BizGraph.Store.Neo4j.Scratch;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store.Copying;

/// <summary>The store of a database as a whole.</summary>
sealed class Neo4jArchive : IStoreArchive
{
    readonly QueryApi _api;
    readonly GraphNames _names;
    readonly StoreNode _store;
    readonly ImportNodes _imports;
    readonly ImportBatches _batches;
    readonly RecordNodes _records;
    readonly ErasedNode _erased;
    readonly Finishing _finishing;
    readonly HoldRenewal _renewal;
    volatile bool _isHolding;

    public Neo4jArchive(Neo4jAddress address)
    {
        _api = new QueryApi(address);
        _names = new GraphNames(address.LabelPrefix);
        _store = new StoreNode(_api, _names, client: Guid.NewGuid().ToString("N"));
        _imports = new ImportNodes(_api, _names, _store);
        _records = new RecordNodes(_api, _names, _store, TimeProvider.System);
        _erased = new ErasedNode(_api, _names);
        _batches = new ImportBatches(_api, _names, _store);
        _finishing = new Finishing(_api, _names, _store, _batches, new CurrentScratch(_imports, _batches), TimeProvider.System);
        _renewal = new HoldRenewal(_store, () => [], () => _isHolding || _finishing.IsHolding);
    }

    public async Task<StoreContents> ReadAsync(CancellationToken cancellation)
    {
        var state = await _store.ReadAsync(cancellation);
        return state is null
            ? new StoreContents(0, 0, 0, [], [], ErasedMarks.None)
            : new StoreContents(
                state.Applying ?? state.Version,
                (int)(
                    await _api.NumberAsync(new Query($"MATCH (s:{_names.Store} {{only: 1}}) RETURN s.lastImport"), cancellation)
                    ?? 0
                ),
                await _api.NumberAsync(new Query($"MATCH (r:{_names.Record} {{number: 0}}) RETURN r.last"), cancellation) ?? 0,
                await _imports.ReadAsync(number: null, cancellation),
                await _records.ReadAllAsync(cancellation),
                await _erased.ReadAsync(cancellation)
            );
    }

    public async IAsyncEnumerable<IReadOnlyList<Claim>> ClaimsAsync(
        ImportNode import,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var claims in _batches.ClaimsAsync(import, ofMatches: false, cancellation))
        {
            yield return [.. claims];
        }
    }

    public async Task WriteAsync(
        StoreContents contents,
        Func<ImportNode, IAsyncEnumerable<IReadOnlyList<Claim>>> claims,
        CancellationToken cancellation
    )
    {
        await _store.MakeAsync(cancellation);
        await WriteAsync(contents.Imports, claims, cancellation);
        foreach (var records in contents.Records.Chunk(1000))
        {
            await WriteAsync(records, cancellation);
        }

        await ShowAsync(contents, lastRecord: contents.LastRecord, cancellation);
    }

    /// <summary>Erases a business: in a file that holds all that is here, whose claims then take the place of these.</summary>
    /// <param name="business">Any of its ids.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="own">The running imports that the caller takes in, and adds nothing to meanwhile.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    public async Task<Erasure> EraseAsync(BusinessId business, string by, ICollection<int> own, CancellationToken cancellation)
    {
        if (await _store.ReadAsync(cancellation) is null)
        {
            throw new StoreException($"There is no business {business}; give its id as it is shown.") { IsRefusal = true };
        }

        await _store.TakeAsync(waiting: null, cancellation);
        _isHolding = true;
        _renewal.Begin();
        try
        {
            var contents = await ReadAsync(cancellation);
            if (contents.Imports.FirstOrDefault(i => i.State == ImportState.Running && !own.Contains(i.Number)) is { } running)
            {
                throw new StoreException($"Import {running.Number} is running; wait for it, or stop it, and erase then.")
                {
                    IsRefusal = true,
                };
            }

            using var folder = new ScratchFolder();
            await using (var file = new SqliteArchive(folder.File))
            {
                await file.WriteAsync(contents, import => ClaimsAsync(import, cancellation), cancellation);
            }

            Erasure erasure;
            await using (var store = new SqliteNetworkStore(folder.File))
            {
                erasure = await store.EraseAsync(business, by, cancellation);
            }

            // From here on it goes to its end. Until then the business is shown as before, and can be erased again.
            await using var erased = new SqliteArchive(folder.File);
            var left = await erased.ReadAsync(CancellationToken.None);
            await WriteAsync(left.Imports, import => erased.ClaimsAsync(import, CancellationToken.None), CancellationToken.None);
            var record = left.Records[^1];
            await _records.AddAsync(record.Kind, record.Key, record.Json, record.By, cancellation: CancellationToken.None);
            await ShowAsync(left, lastRecord: null, CancellationToken.None);

            // The server's log of transactions holds the old text until it is rotated.
            return erasure with
            {
                IsWiped = false,
            };
        }
        finally
        {
            _isHolding = false;
            await _store.ReleaseAsync(isApplied: false, CancellationToken.None);
        }
    }

    async Task WriteAsync(
        IReadOnlyList<ImportNode> imports,
        Func<ImportNode, IAsyncEnumerable<IReadOnlyList<Claim>>> claims,
        CancellationToken cancellation
    )
    {
        foreach (var import in imports)
        {
            var sequence = 0;
            await foreach (var said in claims(import).WithCancellation(cancellation))
            {
                var texts = ClaimJson.Write(said);
                await _batches.WriteAsync(import.Number, sequence, texts, cancellation);
                sequence += texts.Count;
            }

            await _batches.RemoveAsync(import.Number, from: sequence, cancellation);
            await WriteAsync(import, cancellation);
        }
    }

    /// <summary>Marks the store as half applied: what is shown is then brought up to date like that of any store so found. Its id is a new one, so that no client goes on with the scratch that it has.</summary>
    async Task ShowAsync(StoreContents contents, long? lastRecord, CancellationToken cancellation)
    {
        await _erased.WriteAsync(contents.Erased, cancellation);
        await _api.RunAsync(
            new Query(
                $$"""
                MATCH (s:{{_names.Store}} {only: 1}) MATCH (r:{{_names.Record}} {number: 0})
                SET s.id = randomUUID(), s.lastImport = $lastImport, s.lastOrder = $lastOrder, s.applying = $version{{(
                    lastRecord is null ? "" : ", r.last = $lastRecord"
                )}}
                """,
                parameters =>
                {
                    parameters.WriteNumber("lastImport", contents.LastImport);
                    parameters.WriteNumber("lastOrder", contents.Imports.Max(import => import.Order) ?? 0);
                    parameters.WriteNumber("version", contents.Version);
                    parameters.WriteNumber("lastRecord", lastRecord ?? 0);
                }
            ),
            cancellation
        );
        _renewal.Begin();
        await _finishing.TryCompleteAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();
        _finishing.Dispose();
        _store.Dispose();
        _api.Dispose();
    }

    Task WriteAsync(ImportNode import, CancellationToken cancellation) =>
        _api.RunAsync(
            new Query(
                $"MERGE (i:{_names.Import} {{number: $number}}) SET i += $import, i += $outcome, i.matchRevision = null",
                parameters =>
                {
                    parameters.WriteNumber("number", import.Number);
                    ImportProperties.WritePlan(parameters, import.Plan);
                    ImportProperties.WriteOutcome(parameters, import);
                }
            ),
            cancellation
        );

    Task WriteAsync(StoreRecord[] records, CancellationToken cancellation) =>
        _api.RunAsync(
            new Query(
                $"UNWIND $records AS row MERGE (r:{_names.Record} {{number: row.number}}) SET r = row",
                parameters =>
                {
                    parameters.WriteStartArray("records");
                    foreach (var record in records)
                    {
                        parameters.WriteStartObject();
                        parameters.WriteNumber("number", record.Number);
                        parameters.WriteString("kind", record.Kind);
                        parameters.WriteString("key", record.Key);
                        parameters.WriteString("json", record.Json);
                        parameters.WriteString("at", ImportProperties.Stamp(record.At));
                        parameters.WriteString("by", record.By);
                        parameters.WriteEndObject();
                    }

                    parameters.WriteEndArray();
                }
            ),
            cancellation
        );
}
