using BizGraph.Api.Commands;
using BizGraph.Api.Reasons;
using BizGraph.Api.Templates;

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
        Assert.Empty(watched.Settled());
        File.AppendAllText(path, "Forge\n"); // still being copied
        Assert.Empty(watched.Settled());
        Assert.Empty(watched.Settled());
        Assert.Equal([path], watched.Settled());
        Assert.Empty(watched.Settled());

        File.AppendAllText(path, "Cafe\n");
        Assert.Empty(watched.Settled());
        Assert.Empty(watched.Settled());
        Assert.Equal([path], watched.Settled());
    }

    [Fact]
    public void A_workbook_without_its_end_is_waited_for_and_a_file_that_is_written_to_as_well()
    {
        var whole = TemplateWorkbook.Of(Language.En);
        var watched = new WatchedFolder(new DirectoryInfo(_folder.Path));
        var (book, list) = (_folder.File("book.xlsx"), _folder.File("list.csv"));
        File.WriteAllBytes(book, whole[..(whole.Length / 2)]);
        using (var open = new FileStream(list, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            open.Write("name\nMill\n"u8);
            open.Flush();
            Assert.All(Enumerable.Range(0, 10), _ => Assert.Empty(watched.Settled()));
        }

        File.WriteAllBytes(book, whole);
        Assert.Equal([list], watched.Settled());
        Assert.Empty(watched.Settled());
        Assert.Equal([book], watched.Settled());
    }

    [Fact]
    public void A_workbook_that_never_gets_its_end_is_handed_out_in_the_end()
    {
        var watched = new WatchedFolder(new DirectoryInfo(_folder.Path));
        File.WriteAllBytes(_folder.File("book.xlsx"), TemplateWorkbook.Of(Language.En)[..500]);

        var looks = Enumerable.Range(1, 40).Where(_ => watched.Settled().Count > 0);

        Assert.Equal([31], looks);
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
