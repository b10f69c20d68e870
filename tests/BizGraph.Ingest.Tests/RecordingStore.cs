using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Keeps what it is sent, batch by batch, and checks that it is sent as <see cref="INetworkStore"/> promises.</summary>
sealed class RecordingStore : INetworkStore
{
    readonly Dictionary<int, ClaimPosition> _acknowledged = [];
    readonly List<Import> _imports = [];
    readonly List<ImportPlan> _plans = [];

    /// <summary>Fails on this batch, counted from 1, before it is kept.</summary>
    public int? FailOnBatch { get; set; }

    /// <summary>Whether another import is finishing right now.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Called when a batch was kept.</summary>
    public Action? OnBatch { get; set; }

    /// <summary>What was kept, in the order in which it came.</summary>
    public List<Claim> Claims { get; } = [];

    /// <summary>The number of claims of each batch.</summary>
    public List<int> Batches { get; } = [];

    public IReadOnlyList<ImportPlan> Plans => _plans;

    public IEnumerable<BusinessClaim> Businesses => Claims.OfType<BusinessClaim>();

    public IEnumerable<RelationshipClaim> Ties => Claims.OfType<RelationshipClaim>();

    public IRecordLog Records => throw new NotSupportedException();

    public Task<ImportTicket> BeginAsync(ImportPlan plan, CancellationToken cancellation = default)
    {
        var before = _plans.FindIndex(known => Same(known, plan));
        if (before >= 0)
        {
            var finished = _imports[before].State == ImportState.Finished;
            return Task.FromResult(new ImportTicket(before + 1, _acknowledged[before + 1], finished));
        }

        _plans.Add(plan);
        _imports.Add(
            new Import
            {
                Number = _plans.Count,
                Source = plan.Source,
                Files = plan.Files,
                State = ImportState.Running,
                Started = DateTimeOffset.UnixEpoch,
            }
        );
        _acknowledged[_plans.Count] = ClaimPosition.Start;
        return Task.FromResult(new ImportTicket(_plans.Count, ClaimPosition.Start, false));
    }

    public async Task AppendAsync(
        int import,
        IReadOnlyList<Claim> claims,
        ClaimPosition through,
        CancellationToken cancellation = default
    )
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        if (Batches.Count + 1 == FailOnBatch)
        {
            throw new StoreException("The disk is full.");
        }

        var last = _acknowledged[import];
        foreach (var claim in claims)
        {
            Assert.True(claim.Position > last, $"{claim.Position} came after {last}");
            last = claim.Position;
        }

        Assert.True(through >= last);
        _acknowledged[import] = through;
        Claims.AddRange(claims);
        Batches.Add(claims.Count);
        OnBatch?.Invoke();
    }

    public Task<Import> FinishAsync(
        int import,
        ImportReport report,
        FinishOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        if (IsBusy)
        {
            options?.Waiting?.Invoke();
        }

        var finished = _imports[import - 1] with { State = ImportState.Finished, Report = report, Version = import };
        _imports[import - 1] = finished;
        return Task.FromResult(finished);
    }

    public Task ReleaseAsync(int import) => Task.CompletedTask;

    public Task<IReadOnlyList<Import>> ImportsAsync(CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<Import>>(_imports);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<long> VersionAsync(CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImportChanges> UndoAsync(int import, UndoOptions? options = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<INetworkReading> ReadAsync(CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<CountingClaim<MatchClaim>>> MatchesAsync(CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<Erasure> EraseAsync(BusinessId business, string by, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<ErasedBusinesses> ErasedAsync(CancellationToken cancellation = default) => Task.FromResult(Erased);

    /// <summary>What was erased.</summary>
    public ErasedBusinesses Erased { get; set; } = ErasedBusinesses.None;

    public Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(
        RelationshipKey relationship,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(BusinessId business, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    static bool Same(ImportPlan one, ImportPlan other) =>
        one.Source == other.Source
        && one.AllNew == other.AllNew
        && one.Columns.SequenceEqual(other.Columns)
        && one.Files.Select(file => file.Sha256).SequenceEqual(other.Files.Select(file => file.Sha256));
}
