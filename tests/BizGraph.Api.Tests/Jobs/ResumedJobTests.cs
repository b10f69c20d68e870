using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests.Jobs;

/// <summary>Jobs that are begun again: as they are asked for now, by one process alone, and not at all where someone stopped them.</summary>
public sealed class ResumedJobTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_command_that_names_columns_otherwise_than_the_interrupted_one_is_done_as_it_says_now()
    {
        await using var store = Open();
        using var jobs = new ImportJobs(store, TimeProvider.System);
        await InterruptAsync(jobs, Ties(from: "buyer", to: "seller"));

        await jobs.RunAsync(Ties(from: "seller", to: "buyer"), "Ann", cancellation: Token);

        var tie = Assert.Single(await TiesAsync(store));
        Assert.Equal(("~mill", "~bakery"), (tie.From.Value, tie.To.Value));
        Assert.Equal(JobState.Done, Assert.Single(await jobs.AllAsync(Token)).State);
    }

    [Fact]
    public async Task A_job_that_was_taken_up_again_does_not_look_interrupted_to_others_before_it_reads()
    {
        await using var store = Open();
        await using var other = Open();
        using var here = new ImportJobs(store, TimeProvider.System);
        using var there = new ImportJobs(other, TimeProvider.System);
        await InterruptAsync(here, Ties());
        var left = Assert.Single(await there.AllAsync(Token));
        Assert.Equal((JobState.Interrupted, 1), (left.State, left.Import));

        var hold = new Hold(ImportPhase.Checking);
        var running = Task.Run(() => here.RunAsync(Ties(), "Ann", hold, cancellation: Token), Token);
        await hold.ReachedAsync();
        Assert.Equal(JobState.Running, (await there.FindAsync(left.Id, Token))!.State);

        hold.Open();
        await running;
        Assert.Equal(JobState.Done, (await there.FindAsync(left.Id, Token))!.State);
    }

    [Fact]
    public async Task The_wish_to_stop_a_job_outlives_the_process_that_is_at_it()
    {
        await using var store = Open();
        await using var other = Open();
        using var here = new ImportJobs(store, TimeProvider.System);
        using var there = new ImportJobs(other, TimeProvider.System);
        var hold = new Hold(ImportPhase.Checking);
        var running = Task.Run(() => here.RunAsync(Ties(), "Ann", hold, cancellation: Token), Token);
        await hold.ReachedAsync();
        var id = Assert.Single(await here.AllAsync(Token)).Id;

        await here.CancelAsync(id, Token);

        Assert.True((await there.FindAsync(id, Token))!.IsStopping);
        hold.Open();
        await Assert.ThrowsAsync<JobCancelledException>(() => running);
        Assert.Equal(JobState.Cancelled, (await there.FindAsync(id, Token))!.State);
    }

    [Fact]
    public async Task A_job_whose_process_ended_while_it_was_being_stopped_is_not_begun_again()
    {
        await using var store = Open();
        using var jobs = new ImportJobs(store, TimeProvider.System);
        var asked = await jobs.AskAsync(Ties(), "Ann", Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => InterruptAsync(jobs, asked));
        // As a process leaves it that was killed after someone asked to stop it.
        var last = (await store.Records.ReadAsync("job", asked.Id, cancellation: Token))[^1].Json;
        var stopping = last.Replace("\"Interrupted\"", "\"Running\"", StringComparison.Ordinal)
            .Replace("\"IsStopping\":false", "\"IsStopping\":true", StringComparison.Ordinal);
        Assert.NotEqual(last, stopping);
        await store.Records.AddAsync("job", asked.Id, stopping, "Ann", cancellation: Token);

        var next = await jobs.NextAsync(Token);
        await Assert.ThrowsAsync<JobCancelledException>(() => jobs.RunAsync(next, cancellation: Token));

        var stopped = (await jobs.FindAsync(asked.Id, Token))!;
        Assert.Equal((JobState.Cancelled, false), (stopped.State, stopped.IsStopping));
        Assert.Empty(await store.ImportsAsync(Token));
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    INetworkStore Open() => NetworkStores.Open(_folder.File("town.db"));

    // The second row is refused, so that a test can stop there.
    ImportRequest Ties(string from = "buyer", string to = "seller") =>
        new()
        {
            IsMatched = false,
            Columns = [$"from={from}", $"to={to}"],
            Files = [_folder.Write("t.csv", "buyer,seller,type\nBakery,Mill,supplies\nForge,,supplies\n")],
        };

    static async Task InterruptAsync(ImportJobs jobs, ImportRequest request)
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            jobs.RunAsync(request, "Ann", refused: _ => stop.Cancel(), cancellation: stop.Token)
        );
    }

    static async Task InterruptAsync(ImportJobs jobs, Job job)
    {
        using var stop = new CancellationTokenSource();
        await jobs.RunAsync(job, _ => stop.Cancel(), stop.Token);
    }

    static async Task<IReadOnlyList<Relationship>> TiesAsync(INetworkStore store)
    {
        await using var reading = await store.ReadAsync(Token);
        return await reading.RelationshipsAsync(Token).ToListAsync(Token);
    }

    /// <summary>Holds an import in a phase until it is opened.</summary>
    sealed class Hold(ImportPhase at) : IProgress<ImportProgress>
    {
        readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource _open = new();

        public Task ReachedAsync() => _reached.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);

        public void Open() => _open.TrySetResult();

        public void Report(ImportProgress value)
        {
            if (value.Phase == at)
            {
                _reached.TrySetResult();
                _open.Task.Wait(TimeSpan.FromMinutes(1), Token);
            }
        }
    }
}
