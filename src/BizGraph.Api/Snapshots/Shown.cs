using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Decisions;
using BizGraph.Api.Suggestions;
using BizGraph.Model;

namespace BizGraph.Api.Snapshots;

/// <summary>What requests answer from: one snapshot and where it came from.</summary>
/// <param name="snapshot">The network.</param>
/// <param name="store">The store that it was read from.</param>
/// <param name="isSample">Whether it is the sample town.</param>
/// <param name="time">The clock.</param>
sealed class Shown(NetworkSnapshot snapshot, INetworkStore store, bool isSample, TimeProvider time)
{
    // One analysis at a time in the process: requests that only read are never starved of processors.
    static readonly SemaphoreSlim OneAtATime = new(1);

    static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<string, Lazy<Task>> _work = new();
    readonly DecisionBook _decisions = new(store, snapshot);

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
        var work = _work.GetOrAdd(expression, _ => new Lazy<Task>(() => AloneAsync(() => measure(Snapshot))));
        return ((Task<T>)work.Value).WaitAsync(cancellation);
    }

    /// <summary>Does some work that takes a while, when its turn comes. Whoever goes away stops waiting, not the work.</summary>
    public static Task<T> AloneAsync<T>(Func<T> work, CancellationToken cancellation) => AloneAsync(work).WaitAsync(cancellation);

    /// <summary>What is missing, once it is worked out.</summary>
    public Task<GapList> GapsAsync(CancellationToken cancellation) => OnceAsync(s => s.Gaps, cancellation);

    /// <summary>What people decided about gaps and suggestions, as it stands now.</summary>
    public Task<NetworkDecisions> DecisionsAsync(CancellationToken cancellation) => _decisions.ReadAsync(cancellation);

    /// <summary>What suggestions are read from, once it is made: the decisions of that moment teach it. Once more where a pair that was put aside then is not any more.</summary>
    public async Task<MadeSuggestions> SuggestionsAsync(CancellationToken cancellation)
    {
        const string Key = "suggestions";
        while (true)
        {
            var decisions = await DecisionsAsync(cancellation);
            var work = _work.GetOrAdd(
                Key,
                _ => new Lazy<Task>(() => AloneAsync(() => MadeSuggestions.Of(Snapshot, decisions.Feedback, time.GetUtcNow())))
            );
            var made = await ((Task<MadeSuggestions>)work.Value).WaitAsync(cancellation);
            if (!made.LeavesOutTooMuch(decisions))
            {
                return made;
            }

            _work.TryRemove(KeyValuePair.Create(Key, work));
        }
    }

    /// <summary>How well the ranking of suggestions finds ties that were hidden, once it is measured.</summary>
    public async Task<IReadOnlyList<TypeQuality>> SuggestionQualityAsync(CancellationToken cancellation)
    {
        var options = (await SuggestionsAsync(cancellation)).Model.Options;
        return await OnceAsync(s => SuggestionQuality.Measure(s, options), cancellation);
    }

    /// <summary>What is missing; null where that is not worked out soon.</summary>
    public Task<GapList?> GapsSoonAsync(CancellationToken cancellation) => SoonAsync(GapsAsync(cancellation), cancellation);

    /// <summary>What is missing and was not put aside; null where that is not worked out soon.</summary>
    public async Task<IReadOnlyList<Gap>?> OpenGapsSoonAsync(CancellationToken cancellation)
    {
        var decisions = await DecisionsAsync(cancellation);
        return await GapsSoonAsync(cancellation) is { } gaps ? [.. gaps.Where(decisions.IsOpen)] : null;
    }

    /// <summary>What suggestions are read from; null where that is not made soon.</summary>
    public Task<MadeSuggestions?> SuggestionsSoonAsync(CancellationToken cancellation) =>
        SoonAsync(SuggestionsAsync(cancellation), cancellation);

    /// <summary>Something that is worked out; null where that takes more than two seconds: a page does not keep people waiting.</summary>
    static async Task<T?> SoonAsync<T>(Task<T> work, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await work.WaitAsync(SoonEnough, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    static async Task<T> AloneAsync<T>(Func<T> work)
    {
        await OneAtATime.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
