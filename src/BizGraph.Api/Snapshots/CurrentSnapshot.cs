using System.Security.Cryptography;
using BizGraph.Analysis;
using BizGraph.Model;

namespace BizGraph.Api.Snapshots;

/// <summary>The snapshot that requests answer from. The old one serves until a newer one is built.</summary>
/// <param name="store">The network.</param>
/// <param name="sample">Opens the sample town, shown for as long as <paramref name="store"/> is empty; null to show the store as it is.</param>
/// <param name="isSample">Whether <paramref name="store"/> is the sample town itself.</param>
/// <param name="tables">What is known of words and industries.</param>
/// <param name="logger">One line for each snapshot.</param>
/// <param name="time">The clock.</param>
sealed class CurrentSnapshot(
    INetworkStore store,
    Func<CancellationToken, Task<INetworkStore>>? sample,
    bool isSample,
    NetworkTables tables,
    ILogger<CurrentSnapshot> logger,
    TimeProvider time
) : BackgroundService
{
    // Changes that another process made are to be seen within two seconds.
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    // Replicas that were started together do not ask together for ever.
    const int JitterMilliseconds = 250;

    // One snapshot is built at a time, so that none takes the place of a newer one.
    readonly SemaphoreSlim _building = new(1);
    volatile Shown? _shown;
    bool _isUnreadable;
    long? _seenVersion;
    Shown? _sampleTown;
    readonly CancellationTokenSource _ending = new();
    Task _following = Task.CompletedTask;

    /// <summary>What is shown now.</summary>
    public Shown Now => _shown ?? throw new InvalidOperationException("The first snapshot is not built yet.");

    /// <summary>Builds a new snapshot where the store has a new version. When it returns, the version that there was when it was called is shown.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _building.WaitAsync(cancellation);
        try
        {
            if (await store.VersionAsync(cancellation) != _seenVersion)
            {
                await ShowAsync(await BuildAsync(store, cancellation), cancellation);
            }
        }
        finally
        {
            _building.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var jitter = RandomNumberGenerator.GetInt32(-JitterMilliseconds, JitterMilliseconds + 1);
                await Task.Delay(LookEvery + TimeSpan.FromMilliseconds(jitter), time, stoppingToken);
                await TryRefreshAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // The store may be closed from here on; what is being computed needs it no more, and is left to itself.
        await _ending.CancelAsync();
        await _following;
        if (_sampleTown is not null)
        {
            await _sampleTown.Store.DisposeAsync();
        }
    }

    async Task ShowAsync(NetworkSnapshot network, CancellationToken cancellation)
    {
        var isEmpty = network.Businesses.Count == 0;
        _shown =
            isEmpty && sample is not null
                ? _sampleTown ??= await BuildSampleAsync(cancellation)
                : new Shown(network, store, isSample, time);
        _seenVersion = network.Version;
        _following = FollowAsync(_following, _shown);
    }

    DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    // Gaps, then suggestions, then how good these are follow a snapshot; one that another has replaced in the meantime does without, unless somebody asks.
    async Task FollowAsync(Task before, Shown shown)
    {
        await before;
        await MakeAsync("gaps", shown, () => FindGapsAsync(shown));
        await MakeAsync(
            "suggestions",
            shown,
            async () => (await shown.SuggestionsAsync(_ending.Token)).Offered.Sum(list => list.Count)
        );
        await MakeAsync("measured rankings", shown, async () => (await shown.SuggestionQualityAsync(_ending.Token)).Count);
    }

    async Task<int> FindGapsAsync(Shown shown)
    {
        var gaps = await shown.GapsAsync(_ending.Token);
        if (!shown.IsSample && shown.Snapshot.Businesses.Count > 0)
        {
            await SnapshotHistory.KeepAsync(store, shown.Snapshot, Today, CancellationToken.None);
        }

        return gaps.Count;
    }

    async Task MakeAsync(string what, Shown shown, Func<Task<int>> make)
    {
        if (shown != _shown || _ending.IsCancellationRequested)
        {
            return;
        }

        try
        {
            var started = time.GetTimestamp();
            var count = await make();
            logger.LogInformation(
                "{Count} {What} of version {Version} in {Milliseconds:0} ms",
                count,
                what,
                shown.Snapshot.Version,
                time.GetElapsedTime(started).TotalMilliseconds
            );
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The service stops.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The {What} of version {Version} could not be worked out", what, shown.Snapshot.Version);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _building.Dispose();
        _ending.Dispose();
        base.Dispose();
    }

    async Task TryRefreshAsync(CancellationToken cancellation)
    {
        try
        {
            await RefreshAsync(cancellation);
            _isUnreadable = false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The next look may do better; until then the last snapshot serves. Said once, not every second.
            if (!_isUnreadable)
            {
                logger.LogWarning("The store cannot be read, the last snapshot stays: {Problem}", exception.Message);
            }

            _isUnreadable = true;
        }
    }

    async Task<Shown> BuildSampleAsync(CancellationToken cancellation)
    {
        var town = await sample!(cancellation);
        return new Shown(await BuildAsync(town, cancellation), town, isSample: true, time);
    }

    // The overview and the graph behind it are ready before the snapshot is shown; the gaps follow.
    async Task<NetworkSnapshot> BuildAsync(INetworkStore from, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var earlier = await SnapshotHistory.EarlierAsync(from, Today, cancellation);
        var snapshot = await NetworkSnapshot.ReadAsync(from, earlier, tables, cancellation);
        logger.LogInformation(
            "Snapshot of version {Version}: {Businesses} businesses and {Others} other organizations, {Relationships} ties in {Milliseconds:0} ms",
            snapshot.Version,
            snapshot.Overview.Businesses,
            snapshot.Overview.OtherOrganizations,
            snapshot.Relationships.Count,
            time.GetElapsedTime(started).TotalMilliseconds
        );
        return snapshot;
    }
}
