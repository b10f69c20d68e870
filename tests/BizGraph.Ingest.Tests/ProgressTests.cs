namespace BizGraph.Ingest.Tests;

public sealed class ProgressTests
{
    [Fact]
    public async Task Progress_runs_through_checking_reading_and_finishing()
    {
        var one = "name\n" + string.Concat(Enumerable.Repeat("Oak\n", 20_000));
        var other = "from,to\n" + string.Concat(Enumerable.Repeat("Oak,\n", 5_000));
        using var intake = new Intake().With(one, "one.csv").With(other, "other.csv");
        var told = new List<ImportProgress>();

        await intake.RunAsync(progress: new Listener(told.Add));

        Assert.Equal([ImportPhase.Checking, ImportPhase.Reading, ImportPhase.Finishing], told.Select(p => p.Phase).Distinct());
        var total = one.Length + other.Length;
        Assert.All(told, p => Assert.Equal(total, p.BytesTotal));
        foreach (var phase in told.Where(p => p.Phase != ImportPhase.Finishing).GroupBy(p => p.Phase))
        {
            Assert.Equal(phase.Select(p => p.BytesDone).Order(), phase.Select(p => p.BytesDone));
            Assert.Equal(
                ["one.csv", "other.csv"],
                phase.Select(p => p.File).Where(file => file.Length > 0).Distinct().TakeLast(2).Order()
            );
        }

        var last = told[^1];
        Assert.Equal((total, 25_000, 20_000, 5_000), (last.BytesDone, last.RowsRead, last.RowsTaken, last.RowsRefused));
        Assert.True(last.RowsPerSecond > 0);
    }

    [Fact]
    public async Task A_file_of_two_tables_is_half_read_when_the_first_is()
    {
        var nodes = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"id\":{i},\"name\":\"Oak\"}}"));
        var edges = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"source\":{i},\"target\":7}}"));
        using var intake = new Intake().With($"{{\"nodes\":[{nodes}],\"edges\":[{edges}]}}", "net.json");
        var told = new List<ImportProgress>();

        await new ImportJob(intake.Store, new HalfSecondClock()).RunAsync(
            new ImportRequest { Files = intake.Files },
            new Listener(told.Add),
            cancellation: TestContext.Current.CancellationToken
        );

        var reading = told.Where(p => p.Phase == ImportPhase.Reading).ToList();
        Assert.Equal(reading.Select(p => p.BytesDone).Order(), reading.Select(p => p.BytesDone));
        var total = reading[0].BytesTotal;
        Assert.All(
            reading.Where(p => p.File.EndsWith("(list nodes)", StringComparison.Ordinal)),
            p => Assert.True(p.BytesDone <= total / 2)
        );
        Assert.Contains(reading, p => p.File.EndsWith("(list edges)", StringComparison.Ordinal) && p.BytesDone > total / 2);
        Assert.Equal(total, told[^1].BytesDone);
    }

    [Fact]
    public async Task Waiting_for_another_import_is_said()
    {
        using var intake = new Intake().With("name\nOak\n");
        var told = new List<ImportProgress>();
        intake.Store.IsBusy = true;

        await intake.RunAsync(progress: new Listener(told.Add));

        Assert.Equal(ImportPhase.Waiting, told[^1].Phase);
    }

    [Fact]
    public async Task Rows_a_second_are_counted_by_the_clock()
    {
        using var intake = new Intake().With("name\n" + string.Concat(Enumerable.Repeat("Oak\n", 4_000)));
        var told = new List<ImportProgress>();
        var clock = new HalfSecondClock();

        await new ImportJob(intake.Store, clock).RunAsync(
            new ImportRequest { Files = intake.Files },
            new Listener(told.Add),
            cancellation: TestContext.Current.CancellationToken
        );

        // Every look at the clock is half a second later than the one before: each 1,024 rows are said.
        Assert.Contains(told, p => p is { Phase: ImportPhase.Reading, RowsRead: 1_024 });
        Assert.Contains(told, p => p is { Phase: ImportPhase.Reading, RowsRead: 3_072 });
    }

    sealed class Listener(Action<ImportProgress> hear) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => hear(value);
    }

    sealed class HalfSecondClock : TimeProvider
    {
        long _ticks;

        public override long TimestampFrequency => 2;

        public override long GetTimestamp() => _ticks++;
    }
}
