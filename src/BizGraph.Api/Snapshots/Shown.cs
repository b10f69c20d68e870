using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Model;

namespace BizGraph.Api.Snapshots;

/// <summary>What requests answer from: one snapshot and where it came from.</summary>
/// <param name="snapshot">The network.</param>
/// <param name="store">The store that it was read from.</param>
/// <param name="isSample">Whether it is the sample town.</param>
sealed class Shown(NetworkSnapshot snapshot, INetworkStore store, bool isSample)
{
    // One analysis at a time in the process: requests that only read are never starved of processors.
    static readonly SemaphoreSlim OneAtATime = new(1);

    static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<string, Lazy<Task>> _work = new();

    /// <summary>The network.</summary>
    public NetworkSnapshot Snapshot { get; } = snapshot;

    /// <summary>The store that it was read from.</summary>
    public INetworkStore Store { get; } = store;

    /// <summary>Whether it is the sample town.</summary>
    public bool IsSample { get; } = isSample;

    /// <summary>A measure of the snapshot, computed once for all who ask. Whoever goes away stops waiting, not the computation that others wait for.</summary>
    /// <param name="measure">Reads the measure; the same expression is the same computation.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="expression">The text of <paramref name="measure"/>, filled in by the compiler.</param>
    public Task<T> OnceAsync<T>(
        Func<NetworkSnapshot, T> measure,
        CancellationToken cancellation,
        [CallerArgumentExpression(nameof(measure))] string expression = ""
    )
    {
        var work = _work.GetOrAdd(expression, _ => new Lazy<Task>(() => ComputeAsync(measure)));
        return ((Task<T>)work.Value).WaitAsync(cancellation);
    }

    /// <summary>What is missing, once it is worked out.</summary>
    public Task<GapList> GapsAsync(CancellationToken cancellation) => OnceAsync(s => s.Gaps, cancellation);

    /// <summary>What is missing; null where that is not worked out yet and takes more than two seconds: a page does not keep people waiting.</summary>
    public async Task<GapList?> GapsSoonAsync(CancellationToken cancellation)
    {
        try
        {
            return await GapsAsync(cancellation).WaitAsync(SoonEnough, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    async Task<T> ComputeAsync<T>(Func<NetworkSnapshot, T> measure)
    {
        await OneAtATime.WaitAsync();
        try
        {
            return await Task.Run(() => measure(Snapshot));
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
