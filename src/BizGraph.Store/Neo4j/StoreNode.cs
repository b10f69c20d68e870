using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;

namespace BizGraph.Store.Neo4j;

/// <summary>What the one node of the store says.</summary>
/// <param name="Id">Tells this store from one that was made anew in its place.</param>
/// <param name="Version">The network version that is shown.</param>
/// <param name="Applying">The version to which what is shown is being brought; null where it is whole.</param>
/// <param name="IsHeld">Whether a client that renews its hold is changing what is shown.</param>
sealed record StoreState(string Id, long Version, long? Applying, bool IsHeld);

/// <summary>The node that says the version, and who may change what is shown: one client at a time, for as long as it renews its hold.</summary>
/// <remarks>
/// Read-committed transactions do not see what others are about to write, so whoever decides on what the node says writes to it first:
/// that takes its lock, and whatever is read after that is the last word. Times are the server's, so clients' clocks make no difference.
/// </remarks>
sealed class StoreNode(QueryApi api, GraphNames names, string client) : IDisposable
{
    /// <summary>The format of the store's nodes.</summary>
    public const int Format = 1;

    /// <summary>How long a hold lasts that is not renewed, in milliseconds.</summary>
    public const int HoldMilliseconds = 10_000;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly SemaphoreSlim _making = new(1);
    volatile bool _isMade;

    /// <summary>Goes on only where this client holds the store, and renews the hold; waits for whoever has the node.</summary>
    public string Held { get; } =
        $$"""
            MATCH (s:{{names.Store}} {only: 1}) SET s.lock = $client
            WITH s WHERE s.holder = $client SET s.until = timestamp() + {{HoldMilliseconds}}
            WITH s
            """;

    /// <summary>What the node says; null where there is no store yet.</summary>
    public async Task<StoreState?> ReadAsync(CancellationToken cancellation)
    {
        var rows = await api.RowsAsync(
            new Query(
                $"MATCH (s:{names.Store} {{only: 1}}) RETURN s.id, s.version, s.applying, coalesce(s.until > timestamp(), false), s.format",
                IsRead: true
            ),
            ReadState,
            cancellation
        );
        return rows.SingleOrDefault();
    }

    /// <summary>Makes the node, the constraints and the indexes where there are none.</summary>
    /// <exception cref="StoreException">Other data has the labels.</exception>
    public async Task MakeAsync(CancellationToken cancellation)
    {
        if (_isMade)
        {
            return;
        }

        await _making.WaitAsync(cancellation);
        try
        {
            if (!_isMade && await ReadAsync(cancellation) is null)
            {
                await api.ThrowIfTooOldAsync(cancellation);
                await ThrowIfOfAnotherAsync(cancellation);
                foreach (var statement in names.Schema)
                {
                    await MakeAsync(statement, cancellation);
                }

                await api.RunAsync(
                    new Query(
                        $$"""
                        MERGE (s:{{names.Store}} {only: 1})
                        ON CREATE SET s.id = randomUUID(), s.format = {{Format}}, s.version = 0, s.lastImport = 0, s.lastOrder = 0
                        MERGE (r:{{names.Record}} {number: 0}) ON CREATE SET r.last = 0
                        """
                    ),
                    cancellation
                );
            }

            _isMade = true;
        }
        finally
        {
            _making.Release();
        }
    }

    /// <summary>Takes hold of the store; waits for as long as another client has it, and says so once.</summary>
    /// <returns>What the node says, and the order of the last finish.</returns>
    public async Task<(StoreState State, long LastOrder)> TakeAsync(Action? waiting, CancellationToken cancellation)
    {
        for (var told = false; ; told = true)
        {
            if (await TryTakeAsync(cancellation) is { } taken)
            {
                return taken;
            }

            if (!told)
            {
                waiting?.Invoke();
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Takes hold of the store; null where another client has it.</summary>
    public async Task<(StoreState State, long LastOrder)?> TryTakeAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var rows = await api.RowsAsync(
            new Query(
                $$"""
                MATCH (s:{{names.Store}} {only: 1}) SET s.lock = $client
                WITH s WHERE s.holder IS NULL OR s.until < timestamp() OR s.holder = $client
                SET s.holder = $client, s.until = timestamp() + {{HoldMilliseconds}}
                RETURN s.id, s.version, s.applying, true, s.format, s.lastOrder
                """,
                WriteClient
            ),
            static (ref Utf8JsonReader row) => (ReadState(ref row), row.NextLong()),
            cancellation
        );
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Keeps the holds of this client: the store's, and those of imports.</summary>
    public Task RenewAsync(IEnumerable<int> imports, CancellationToken cancellation) =>
        api.RunAsync(
            new Query(
                $$"""
                CALL () { MATCH (n:{{names.Store}} {only: 1}) RETURN n
                    UNION ALL MATCH (n:{{names.Import}}) WHERE n.number IN $imports RETURN n }
                SET n.lock = $client
                WITH n WHERE n.holder = $client SET n.until = timestamp() + {{HoldMilliseconds}}
                """,
                parameters =>
                {
                    WriteClient(parameters);
                    parameters.WriteStartArray("imports");
                    foreach (var import in imports)
                    {
                        parameters.WriteNumberValue(import);
                    }

                    parameters.WriteEndArray();
                }
            ),
            cancellation
        );

    /// <summary>What was being applied is shown whole from now on.</summary>
    public Task AppliedAsync(CancellationToken cancellation) =>
        api.RunAsync(new Query($"{Held} SET s.version = s.applying, s.applying = null", WriteClient), cancellation);

    /// <summary>Lets go of the store. What was being applied is shown whole from now on, where it is.</summary>
    public Task ReleaseAsync(bool isApplied, CancellationToken cancellation) =>
        api.RunAsync(
            new Query(
                $$"""
                MATCH (s:{{names.Store}} {only: 1}) SET s.lock = $client
                WITH s WHERE s.holder = $client
                SET s.holder = null, s.until = null{{(
                    isApplied ? ", s.version = coalesce(s.applying, s.version), s.applying = null" : ""
                )}}
                """,
                WriteClient
            ),
            cancellation
        );

    public void Dispose() => _making.Dispose();

    /// <summary>Writes the parameter that says which client asks.</summary>
    public void WriteClient(Utf8JsonWriter parameters) => parameters.WriteString("client", client);

    public static StoreException HoldLost() =>
        new("This process was stopped for so long that another one went on in its place; run the same command again.");

    async Task MakeAsync(string statement, CancellationToken cancellation)
    {
        try
        {
            await api.RunAsync(new Query(statement), cancellation);
        }
        catch (StoreException exception)
            when (exception.InnerException is Neo4jError error && error.Code.EndsWith("AlreadyExists", StringComparison.Ordinal))
        {
            // Of two clients that look at once, both see that it is not there.
        }
    }

    async Task ThrowIfOfAnotherAsync(CancellationToken cancellation)
    {
        foreach (var label in (string[])[names.Business, names.Network, names.Import, names.Batch, names.Record])
        {
            if (await api.NumberAsync(new Query($"MATCH (n:{label}) RETURN count(n)"), cancellation) is > 0 and var count)
            {
                throw new StoreException(
                    $"The database has {count:N0} nodes with the label {label} that are not BizGraph's; name another database, or put a word before BizGraph's labels with ?prefix=Town at the end of the address."
                )
                {
                    IsRefusal = true,
                };
            }
        }
    }

    static StoreState ReadState(ref Utf8JsonReader row)
    {
        row.Begin();
        var state = new StoreState(row.NextText(), row.NextLong(), row.NextLongOrNull(), row.NextBool());
        return row.NextLong() is var format and not Format
            ? throw new StoreException(
                $"The network in this database was written by another BizGraph (format {format}, this one reads {Format}); update BizGraph."
            )
            : state;
    }
}
