using BizGraph.Api.Commands;

namespace BizGraph.Api.Tests;

/// <summary>A folder that files are put into.</summary>
public sealed class WatchTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_handed_out_when_it_is_whole_and_again_when_it_changed()
    {
        var watched = new WatchedFolder(new DirectoryInfo(_folder.Path));
        var path = _folder.Write("a.csv", "name\nMill\n");

        Assert.Empty(watched.Settled());
        File.AppendAllText(path, "Forge\n"); // still being copied
        Assert.Empty(watched.Settled());
        Assert.Equal([path], watched.Settled());
        Assert.Empty(watched.Settled());

        File.AppendAllText(path, "Cafe\n");
        Assert.Empty(watched.Settled());
        Assert.Equal([path], watched.Settled());
    }

    [Fact]
    public void What_programs_leave_beside_a_file_is_left_alone()
    {
        foreach (var name in new[] { ".hidden.csv", "~$book.xlsx", "b.csv.part", "c.crdownload", "d.tmp" })
        {
            _folder.Write(name, "name\nMill\n");
        }

        var watched = new WatchedFolder(new DirectoryInfo(_folder.Path));
        Assert.Empty(watched.Settled());
        Assert.Empty(watched.Settled());
    }

    [Fact]
    public async Task A_file_that_is_put_into_the_folder_is_taken_in_and_a_bad_one_does_not_end_it()
    {
        var inbox = Directory.CreateDirectory(_folder.File("inbox")).FullName;
        using var process = BizGraphProcess.Start(_folder.Path, "watch", inbox, "--every", "0.1");
        Assert.NotNull(await process.LineAsync(line => line.StartsWith("Watching", StringComparison.Ordinal)));

        await File.WriteAllTextAsync(Path.Combine(inbox, "bad.csv"), "x;y\n1;2\n");
        Assert.NotNull(await process.LineAsync(line => line.StartsWith("bad.csv", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(Path.Combine(inbox, "good.csv"), "id,name\n1,Mill\n");

        Assert.NotNull(await process.LineAsync(line => line.Contains("1 of 1 rows taken", StringComparison.Ordinal)));
        process.Kill();
    }
}
