using BizGraph.Api.Imports;
using BizGraph.Ingest;
using Microsoft.AspNetCore.Http;

namespace BizGraph.Api.Tests.Imports;

/// <summary>Uploads lie in a private folder under harmless names, and not for long.</summary>
public sealed class UploadFolderTests : IDisposable
{
    readonly HandClock _clock = new();
    readonly UploadFolder _folder;

    public UploadFolderTests() => _folder = new UploadFolder(_clock);

    public void Dispose() => _folder.Dispose();

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
            var uploads = Path.GetFullPath(Path.Combine(path, "..", "..", ".."));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(uploads)
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
        _folder.Wait("old", new ImportRequest { Files = old });
        _clock.Advance(TimeSpan.FromMinutes(20));
        var young = await KeepAsync("young", "a.csv");
        _folder.Wait("young", new ImportRequest { Files = young });

        _clock.Advance(TimeSpan.FromMinutes(11));
        _clock.Tick();

        Assert.Equal((false, true), (File.Exists(old[0]), File.Exists(young[0])));
        Assert.Null(_folder.Take("old"));
        Assert.Equal(young, _folder.Take("young")!.Files);
        Assert.Null(_folder.Take("young"));
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
