using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests.Jobs;

/// <summary>Imports as jobs of a store, which any process may see, go on with and stop.</summary>
public sealed class ImportJobsTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_waits_runs_and_is_done()
    {
        await using var store = Open();
        using var jobs = new ImportJobs(store, TimeProvider.System);

        var asked = await jobs.AskAsync(Members(rows: 3), "Ann", Token);
        Assert.Equal((JobState.Queued, "Ann", null), ((await jobs.FindAsync(asked.Id, Token))!.State, asked.By, asked.Progress));
        await jobs.RunAsync(await jobs.NextAsync(Token), cancellation: Token);

        var done = (await jobs.FindAsync(asked.Id, Token))!;
        Assert.Equal((JobState.Done, true, 1, ImportEffect.Begun), (done.State, done.IsOver, done.Import, done.Effect));
        Assert.Equal(
            (3L, 3L, ImportPhase.Finishing),
            (done.Progress!.Value.RowsRead, done.Progress.Value.RowsTaken, done.Progress.Value.Phase)
        );
        Assert.Equal(3, (await jobs.ImportOfAsync(done, Token))!.Report!.Changes.BusinessesAdded);
    }

    [Fact]
    public async Task Jobs_are_done_in_the_order_in_which_they_were_asked_for_each_by_one_of_two_services()
    {
        await using var store = Open();
        await using var other = Open();
        using var here = new ImportJobs(store, TimeProvider.System);
        using var there = new ImportJobs(other, TimeProvider.System);
        for (var i = 0; i < 6; i++)
        {
            await here.AskAsync(Members(rows: 2, name: $"m{i}"), "Ann", Token);
        }

        await Task.WhenAll(DoAllAsync(here), DoAllAsync(there));

        Assert.All(await here.AllAsync(Token), job => Assert.Equal(JobState.Done, job.State));
        Assert.Equal(6, (await store.ImportsAsync(Token)).Count);
        Assert.Equal(12, (await BusinessCountAsync(store)));
    }

    [Fact]
    public async Task What_cannot_be_taken_in_fails_and_says_why()
    {
        await using var store = Open();
        using var jobs = new ImportJobs(store, TimeProvider.System);
        var asked = await jobs.AskAsync(
            new ImportRequest { Files = [_folder.Write("x.csv", "colour,size\nred,1\n")] },
            "Ann",
            Token
        );

        await Assert.ThrowsAsync<ImportRefusedException>(async () =>
            await jobs.RunAsync(await jobs.NextAsync(Token), cancellation: Token)
        );

        var failed = (await jobs.FindAsync(asked.Id, Token))!;
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("found the headers colour, size", failed.Reasons[0], StringComparison.Ordinal);
        Assert.Empty(await store.ImportsAsync(Token));
    }

    [Fact]
    public async Task A_job_that_waits_can_be_cancelled_and_one_that_is_over_stays_as_it_is()
    {
        await using var store = Open();
        using var jobs = new ImportJobs(store, TimeProvider.System);
        var first = await jobs.AskAsync(Members(rows: 2), "Ann", Token);
        await jobs.RunAsync(await jobs.NextAsync(Token), cancellation: Token);
        var second = await jobs.AskAsync(Members(rows: 2, name: "other"), "Ann", Token);

        Assert.Equal(JobState.Cancelled, (await jobs.CancelAsync(second.Id, Token))!.State);
        Assert.Equal(JobState.Done, (await jobs.CancelAsync(first.Id, Token))!.State);

        Assert.Null(await jobs.CancelAsync("no-such-job", Token));
        Assert.Equal(1, await store.VersionAsync(Token));
    }

    [Fact]
    public async Task A_running_job_stops_when_another_process_cancels_it_and_leaves_nothing()
    {
        await using var store = Open();
        await using var other = Open();
        using var here = new ImportJobs(store, TimeProvider.System);
        using var there = new ImportJobs(other, TimeProvider.System);
        var asked = await here.AskAsync(Members(rows: 60_000), "Ann", Token);
        var slow = new Gate(atRow: 20_000);

        var running = Task.Run(() => here.RunAsync(asked, slow.Pass, Token), Token);
        await slow.ReachedAsync();
        Assert.Equal(ImportState.Running, (await store.ImportsAsync(Token)).Single().State);
        Assert.True((await there.CancelAsync(asked.Id, Token))!.IsStopping);
        // It looks every second whether it is to stop.
        await SeesAsync(here, asked.Id, job => job.IsStopping);
        await Task.Delay(TimeSpan.FromSeconds(1.5), Token);
        slow.Open();

        await Assert.ThrowsAsync<JobCancelledException>(() => running);
        Assert.Equal(JobState.Cancelled, (await there.FindAsync(asked.Id, Token))!.State);
        Assert.Empty(await store.ImportsAsync(Token));
        Assert.Equal((0L, 0), (await store.VersionAsync(Token), await BusinessCountAsync(store)));
    }

    [Fact]
    public async Task An_interrupted_job_goes_on_where_it_was()
    {
        await using (var first = Open())
        {
            using var jobs = new ImportJobs(first, TimeProvider.System);
            await jobs.AskAsync(Members(rows: 60_000), "Ann", Token);
            using var stop = new CancellationTokenSource();
            var slow = new Gate(atRow: 40_000);
            var running = Task.Run(async () => await jobs.RunAsync(await jobs.NextAsync(Token), slow.Pass, stop.Token), Token);
            await slow.ReachedAsync();
            await stop.CancelAsync();
            slow.Open();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
            Assert.Equal(JobState.Interrupted, (await jobs.AllAsync(Token)).Single().State);
        }

        await using var store = Open();
        using var again = new ImportJobs(store, TimeProvider.System);
        var outcome = await again.RunAsync(await again.NextAsync(Token), cancellation: Token);

        Assert.Equal((ImportEffect.Resumed, 1), (outcome!.Effect, outcome.Import.Number));
        // One in a thousand has no name.
        Assert.Equal(59_940, outcome.Import.Report!.Changes.BusinessesAdded);
        Assert.Equal(JobState.Done, (await again.AllAsync(Token)).Single().State);
    }

    [Fact]
    public async Task A_job_that_ends_its_process_again_and_again_is_given_up()
    {
        await using var store = Open();
        using var jobs = new ImportJobs(store, new LateClock());
        var asked = await jobs.AskAsync(Members(rows: 1), "Ann", Token);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            // As a process leaves it that was killed at once: running, and silent since.
            var left = await jobs.NextAsync(Token);
            Assert.Equal(attempt, left.Attempts);
            var record = (await store.Records.ReadAsync("job", asked.Id, cancellation: Token))[^1];
            var running = record
                .Json.Replace("\"Queued\"", "\"Running\"", StringComparison.Ordinal)
                .Replace($"\"Attempts\":{attempt}", $"\"Attempts\":{attempt + 1}", StringComparison.Ordinal);
            await store.Records.AddAsync("job", asked.Id, running, "Ann", cancellation: Token);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => jobs.NextAsync(patience.Token));
        Assert.Equal(JobState.Failed, (await jobs.FindAsync(asked.Id, Token))!.State);
    }

    [Fact]
    public async Task Who_follows_a_job_hears_of_each_state_to_its_end()
    {
        await using var store = Open();
        using var jobs = new ImportJobs(store, TimeProvider.System);
        var asked = await jobs.AskAsync(Members(rows: 30_000), "Ann", Token);
        var slow = new Gate(atRow: 10_000);
        var heard = new List<Job>();

        var running = Task.Run(() => jobs.RunAsync(asked, slow.Pass, Token), Token);
        await slow.ReachedAsync();
        await foreach (var job in jobs.FollowAsync(asked.Id, Token))
        {
            heard.Add(job);
            slow.Open();
        }

        await running;
        Assert.Equal((JobState.Running, JobState.Done), (heard[0].State, heard[^1].State));
        var (file, last) = (new FileInfo(asked.Request.Files[0]), heard[^1].Progress!.Value);
        Assert.Equal(
            (file.Length, file.Length, 30_000L, 30L),
            (last.BytesDone, last.BytesTotal, last.RowsRead, last.RowsRefused)
        );
        Assert.Empty(await jobs.FollowAsync("no-such-job", Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Only_the_last_few_hundred_of_those_that_are_over_are_kept()
    {
        await using var store = Open();
        using var jobs = new ImportJobs(store, TimeProvider.System);
        var request = Members(rows: 1);
        for (var i = 0; i < 203; i++)
        {
            await jobs.RunAsync(request, "Ann", cancellation: Token);
        }

        Assert.Equal(200, (await jobs.AllAsync(Token)).Count);
        Assert.Single(await store.ImportsAsync(Token));
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    INetworkStore Open() => NetworkStores.Open(_folder.File("town.db"));

    // Every 1,000th row has no name and is refused, so that a test can hold the reading there.
    ImportRequest Members(int rows, string name = "m") =>
        new()
        {
            IsMatched = false,
            Files =
            [
                _folder.Write(
                    $"{name}.csv",
                    "id,name,locality\n"
                        + string.Concat(
                            Enumerable.Range(1, rows).Select(i => i % 1_000 == 999 ? ",,Ham\n" : $"{name}{i},B{i},\n")
                        )
                ),
            ],
        };

    static async Task DoAllAsync(ImportJobs jobs)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(Token);
        idle.CancelAfter(TimeSpan.FromSeconds(20));
        while ((await jobs.AllAsync(idle.Token)).Any(job => !job.IsOver))
        {
            if ((await jobs.AllAsync(idle.Token)).FirstOrDefault(job => job.State == JobState.Queued) is { } next)
            {
                await jobs.RunAsync(next, cancellation: idle.Token);
            }
        }
    }

    static async Task SeesAsync(ImportJobs jobs, string id, Predicate<Job> isMeant)
    {
        for (var look = 0; look < 200 && !isMeant((await jobs.FindAsync(id, Token))!); look++)
        {
            await Task.Delay(50, Token);
        }

        Assert.True(isMeant((await jobs.FindAsync(id, Token))!));
    }

    static async Task<int> BusinessCountAsync(INetworkStore store)
    {
        await using var reading = await store.ReadAsync(Token);
        return await reading.BusinessesAsync(Token).CountAsync(Token);
    }

    /// <summary>Holds an import at a refused row until it is opened.</summary>
    sealed class Gate(int atRow)
    {
        readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource _open = new();

        public Task ReachedAsync() => _reached.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);

        public void Open() => _open.TrySetResult();

        public void Pass(RefusedRow row)
        {
            if (row.Problem.Row >= atRow)
            {
                _reached.TrySetResult();
                _open.Task.Wait(TimeSpan.FromMinutes(1), Token);
            }
        }
    }

    /// <summary>A minute ahead: what was said a moment ago was said long ago.</summary>
    sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddMinutes(1);
    }
}
