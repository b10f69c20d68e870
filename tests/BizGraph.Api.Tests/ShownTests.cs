using BizGraph.Analysis;
using BizGraph.Api.Snapshots;

namespace BizGraph.Api.Tests;

public sealed class ShownTests
{
    readonly Shown _shown = new(new NetworkSnapshot(1, [], []), store: null!, isSample: false, TimeProvider.System);

    [Fact]
    public async Task A_measure_is_computed_once_for_all_who_ask()
    {
        var computed = 0;

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ => _shown.OnceAsync(s => Interlocked.Increment(ref computed), CancellationToken.None))
        );

        Assert.Equal(1, computed);
        Assert.All(answers, answer => Assert.Equal(1, answer));
    }

    [Fact]
    public async Task Whoever_goes_away_stops_waiting_and_the_computation_goes_on()
    {
        using var gate = new ManualResetEventSlim();
        using var leaves = new CancellationTokenSource();
        Task<int> Ask(CancellationToken cancellation) => _shown.OnceAsync(s => Wait(gate), cancellation);
        var (leaving, staying) = (Ask(leaves.Token), Ask(CancellationToken.None));

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        gate.Set();

        Assert.Equal(7, await staying);
    }

    [Fact]
    public async Task Pages_do_not_wait_for_gaps_that_take_long_and_have_them_later()
    {
        using var gate = new ManualResetEventSlim();
        var before = _shown.OnceAsync(s => Wait(gate), CancellationToken.None);

        Assert.Null(await _shown.GapsSoonAsync(CancellationToken.None));
        gate.Set();
        await before;

        Assert.Empty(await _shown.GapsAsync(CancellationToken.None));
    }

    static int Wait(ManualResetEventSlim gate)
    {
        gate.Wait(TimeSpan.FromSeconds(20));
        return 7;
    }
}
