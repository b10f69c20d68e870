using System.IO.Compression;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Archives made to harm: refused in one sentence, in little time and memory; nothing is ever unpacked to disk.</summary>
public sealed class HostileArchiveTests
{
    [Fact]
    public async Task Gigabytes_of_nothing_in_a_gzip_file_are_refused()
    {
        using var intake = new Intake().With(Hostile.Gzip(Hostile.Repeated("name\n", 'x', 100)), "bomb.csv.gz");

        var problem = await Hostile.RefusalAsync(intake);

        Assert.Equal(ImportProblemKind.OverLimit, problem.Kind);
        Assert.Contains("bytes that would unpack to more than", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gigabytes_of_nothing_in_a_zip_archive_are_refused()
    {
        using var intake = new Intake().With(Hostile.Zip(("a.csv", Hostile.Repeated("name\n", 'x', 100))), "bomb.zip");

        Assert.Equal(ImportProblemKind.OverLimit, (await Hostile.RefusalAsync(intake)).Kind);
    }

    [Fact]
    public async Task Many_files_that_are_each_within_the_limit_are_refused_together()
    {
        var entries = Enumerable
            .Range(0, 9)
            .Select((string, Stream) (i) => ($"{i}.csv", Hostile.Repeated("name\n", 'x', 20)))
            .ToArray();
        using var intake = new Intake().With(Hostile.Zip(entries), "many.zip");

        Assert.Equal(ImportProblemKind.OverLimit, (await Hostile.RefusalAsync(intake)).Kind);
    }

    [Fact]
    public async Task An_archive_of_too_many_files_is_refused()
    {
        using var intake = new Intake().With(
            Hostile.Zip([
                .. Enumerable.Range(0, 1_001).Select((string, Stream) (i) => ($"{i}.csv", Hostile.Stream("name\nOak\n"))),
            ]),
            "many.zip"
        );

        var problem = await Hostile.RefusalAsync(intake);

        Assert.Equal((ImportProblemKind.OverLimit, "an archive of 1,001 files"), (problem.Kind, problem.Found));
    }

    [Theory]
    [InlineData("inner.zip")]
    [InlineData("inner.gz")]
    public async Task An_archive_inside_an_archive_is_refused(string name)
    {
        var inner = name.EndsWith("zip", StringComparison.Ordinal)
            ? Hostile.Zip(("a.csv", Hostile.Stream("name\nOak\n")))
            : Hostile.Gzip(Hostile.Stream("name\nOak\n"));
        using var zip = new Intake().With(
            Hostile.Zip(("good.csv", Hostile.Stream("name\nOak\n")), (name, new MemoryStream(inner))),
            "outer.zip"
        );
        using var gzip = new Intake().With(Hostile.Gzip(new MemoryStream(inner)), "outer.gz");

        foreach (var intake in (Intake[])[zip, gzip])
        {
            var problem = await Hostile.RefusalAsync(intake);
            Assert.Equal((ImportProblemKind.NestedArchive, "an archive inside an archive"), (problem.Kind, problem.Found));
        }
    }

    [Theory]
    [InlineData("../../evil.csv")]
    [InlineData("/etc/evil.csv")]
    [InlineData("C:\\evil.csv")]
    public async Task A_name_that_leads_out_of_the_archive_is_only_a_name(string name)
    {
        using var intake = new Intake().With(Hostile.Zip((name, Hostile.Stream("name\nOak\n"))), "names.zip");

        await intake.RunAsync();

        Assert.Equal("Oak", intake.Business.Said.Name);
        Assert.Equal($"names.zip/{name}", Assert.Single(intake.Store.Plans[0].Files).Name);
        Assert.Equal([Path.GetFullPath(intake.Files[0])], Directory.GetFiles(Path.GetDirectoryName(intake.Files[0])!));
    }

    [Fact]
    public async Task A_locked_archive_is_refused()
    {
        var zip = Hostile.Zip(("a.csv", Hostile.Stream("name\nOak\n")));
        // The flag for encryption, in the directory at the end.
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip[directory + 8] |= 1;
        using var intake = new Intake().With(zip, "locked.zip");

        Assert.Equal(ImportProblemKind.EncryptedFile, (await Hostile.RefusalAsync(intake)).Kind);
    }

    [Fact]
    public async Task A_bit_that_flipped_in_an_archive_is_found()
    {
        var zip = Hostile.Zip(CompressionLevel.NoCompression, ("a.csv", Hostile.Stream("name\nOak\n")));
        zip[zip.AsSpan().IndexOf("Oak"u8)] ^= 1;
        var gzip = Hostile.Gzip(Hostile.Stream("name\nOak\n"));
        gzip[^6] ^= 1;
        using var one = new Intake().With(zip, "flipped.zip");
        using var other = new Intake().With(gzip, "flipped.gz");
        using var cut = new Intake().With(Hostile.Gzip(Hostile.Stream(string.Concat(Enumerable.Range(0, 999))))[..^30], "cut.gz");

        foreach (var intake in (Intake[])[one, other, cut])
        {
            Assert.Equal(ImportProblemKind.DamagedFile, (await Hostile.RefusalAsync(intake)).Kind);
        }
    }

    [Fact]
    public async Task Files_of_an_archive_come_in_order_of_their_names_and_what_is_no_list_is_left_out()
    {
        using var intake = new Intake().With(
            Hostile.Zip(
                ("b.csv", Hostile.Stream("from,to\nOak,Elm\n")),
                ("__MACOSX/._b.csv", Hostile.Stream("\0")),
                ("read me.txt", Hostile.Stream("How to fill in")),
                ("picture.png", new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0])),
                ("a/list.csv", Hostile.Stream("name\nOak\n"))
            ),
            "lists.zip"
        );

        var report = await intake.ReportAsync();

        Assert.Equal(["lists.zip/a/list.csv", "lists.zip/b.csv"], intake.Store.Plans[0].Files.Select(file => file.Name));
        Assert.Equal(
            [("lists.zip/picture.png", "a PNG picture"), ("lists.zip/read me.txt", "the headers How to fill in")],
            report.Problems.Select(problem => (problem.File, problem.Found))
        );
        Assert.All(report.Problems, problem => Assert.Equal(ImportProblemKind.WrongSheet, problem.Kind));
    }
}
