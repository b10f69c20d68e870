using BizGraph.Api.Imports;
using BizGraph.Ingest;
using BizGraph.Model;
using Microsoft.AspNetCore.Http;

namespace BizGraph.Api.Tests.Imports;

/// <summary>Uploads lie in a private folder under harmless names, and not for long.</summary>
public sealed class UploadFolderTests : IDisposable
{
    readonly HandClock _clock = new();
    readonly TemporaryFolder _place = new();
    readonly UploadFolder _folder;
    readonly WaitingUploads _waiting;

    public UploadFolderTests()
    {
        _folder = new UploadFolder(_place.File("uploads"), _clock);
        _waiting = new WaitingUploads(_folder, _clock);
    }

    public void Dispose()
    {
        _waiting.Dispose();
        _place.Dispose();
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\members.csv", "members.csv")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData("a\u0000b\n:c.csv", "a_b__c.csv")]
    public async Task A_name_from_outside_names_no_other_place(string name, string expected)
    {
        var path = Assert.Single(await KeepAsync("t", name));

        Assert.Equal(expected, Path.GetFileName(path));
        Assert.Equal("x", await File.ReadAllTextAsync(path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(_place.File("uploads"))
            );
        }
    }

    [Fact]
    public async Task Files_of_one_name_stand_side_by_side()
    {
        var paths = await KeepAsync("t", "a.csv", "b.csv", "b.csv");

        Assert.Equal(3, paths.Distinct().Count());
    }

    [Fact]
    public async Task An_upload_waits_half_an_hour_and_is_deleted_then_unasked()
    {
        var old = await KeepAsync("old", "a.csv");
        _waiting.Add("old", new ImportRequest { Files = old });
        _clock.Advance(TimeSpan.FromMinutes(20));
        var young = await KeepAsync("young", "a.csv");
        _waiting.Add("young", new ImportRequest { Files = young });

        _clock.Advance(TimeSpan.FromMinutes(11));
        _clock.Tick();

        Assert.Equal((false, true), (File.Exists(old[0]), File.Exists(young[0])));
        Assert.Null(_waiting.Take("old"));
        Assert.Equal(young, _waiting.Take("young")!.Files);
        Assert.Null(_waiting.Take("young"));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_deleted_when_it_is_old_but_not_the_files_of_a_job()
    {
        var (left, confirmed) = (await KeepAsync("0a", "a.csv"), await KeepAsync("0b", "a.csv"));
        confirmed = _folder.Confirm("0b", confirmed);
        using (var rows = _folder.NewRefusedRows("0c"))
        {
            rows.Add(
                new RefusedRow(
                    new ImportProblem(ImportProblemKind.MissingValue, "a.csv", 2, "name", "", "a name", 1),
                    ["name"],
                    [""]
                )
            );
        }

        // The times of files are the machine's own.
        _clock.Advance(DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch + TimeSpan.FromMinutes(31));
        _ = new UploadFolder(_place.File("uploads"), _clock);
        Assert.Equal((false, true), (File.Exists(left[0]), File.Exists(confirmed[0])));
        Assert.Single(_folder.RefusedRows("0c"));
        Assert.Empty(_folder.RefusedRows("../jobs/0b"));

        _clock.Advance(TimeSpan.FromDays(8));
        _ = new UploadFolder(_place.File("uploads"), _clock);
        Assert.False(File.Exists(confirmed[0]));
        Assert.Empty(_folder.RefusedRows("0c"));
    }

    [Fact]
    public async Task Only_the_files_of_a_job_that_lie_there_are_deleted()
    {
        var own = _place.Write("members.csv", "name\nMill\n");
        var job = _folder.Confirm("0a", await KeepAsync("0a", "a.csv", "b.csv"));
        var other = _folder.Confirm("0b", await KeepAsync("0b", "a.csv"));

        _folder.DropFilesOf(new ImportRequest { Files = [own, .. job] });

        string[] all = [own, .. job, other[0]];
        Assert.Equal([true, false, false, true], all.Select(File.Exists));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public async Task None_and_too_many_are_refused(int count)
    {
        var files = Enumerable.Range(0, count).Select(i => FileOf($"{i}.csv")).ToList();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() =>
            _folder.KeepAsync("t", files, TestContext.Current.CancellationToken)
        );

        Assert.Equal($"Found {count} files; expected 1 to 20 in one upload.", Assert.Single(refused.Reasons));
    }

    Task<IReadOnlyList<string>> KeepAsync(string token, params string[] names) =>
        _folder.KeepAsync(token, [.. names.Select(FileOf)], TestContext.Current.CancellationToken);

    static IFormFile FileOf(string name) => new FormFile(new MemoryStream("x"u8.ToArray()), 0, 1, "files", name);

    /// <summary>Goes on when it is told to.</summary>
    sealed class HandClock : TimeProvider
    {
        DateTimeOffset _now = DateTimeOffset.UnixEpoch;
        Action? _tick;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan time) => _now += time;

        public void Tick() => _tick!();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _tick = () => callback(state);
            return new NoTimer();
        }

        sealed class NoTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
