using System.IO.Compression;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>The sample files of every format, cut short, with flipped bits, spliced with one another: refused in one sentence or taken in; never a crash, never a hang, never out of memory.</summary>
public sealed class SampleMutationTests
{
    const long MostMemory = 1L << 30; // allocated for one file of some kilobytes; such a file takes 2 MB

    static readonly int Rounds = Environment.GetEnvironmentVariable("BIZGRAPH_LONG") == "1" ? 100_000 : 400;

    static readonly byte[][] Samples =
    [
        .. Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"))
            .Where(path => !path.EndsWith(".expected", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
    ];

    static readonly byte[][] Shreds =
    [
        .. new[]
        {
            "<!DOCTYPE x [<!ENTITY a 'b'>]>",
            "&a;",
            "<node id='x'>",
            "</node>",
            "<edge source='a' target='a'/>",
            "<data key='d0'>",
            "\"\\ud800\"",
            "[[[[[[[[",
            "{\"nodes\":[",
            "}]",
            ",",
            "null",
            "1e999",
            "-0",
            "r=\"A1048577\"",
            "r=\"XFE1\"",
            "r=\"ZZZZZZZ99999999999\"",
            "<v>",
            "</c>",
            "t=\"s\"",
            "t=\"e\"",
            "\n",
            "\t",
            "\0",
            "\uFEFF",
            ";",
            "0",
            "\"ocid\":",
            "\"releases\":[{}]",
            "<graph edgedefault='x'>",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public async Task Damaged_files_are_refused_or_taken()
    {
        using var intake = new Intake();
        for (var seed = 0; seed < Rounds; seed++)
        {
            await TryAsync(intake, Make(new Random(seed)), seed);
        }
    }

    // The bound on time is for liveness: such a file takes some milliseconds.
    static async Task TryAsync(Intake intake, byte[] bytes, int seed)
    {
        intake.StartAnew();
        intake.With(bytes, "list.dat");
        var before = GC.GetTotalAllocatedBytes();
        try
        {
            var run = intake.RunAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            var report = (await run).Import.Report!;
            Assert.Equal(report.RowsRead, report.RowsTaken + report.RowsRefused);
            Assert.Equal(report.ProblemCount, report.ProblemCounts.Values.Sum());
            var refusals = report.ProblemCounts.Where(count => count.Key.IsRefusal()).Sum(count => count.Value);
            Assert.Equal(report.RowsRefused, refusals);
            Assert.All(intake.Store.Ties, tie => Assert.True(tie.From.Text.Length > 0 && tie.To.Text.Length > 0));
        }
        catch (ImportRefusedException refusal)
        {
            Assert.All(refusal.Problems, problem => Assert.True(problem.IsRefusal));
            Assert.NotEmpty(refusal.Reasons);
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"Seed {seed}: {failure}");
        }

        Assert.True(
            GC.GetTotalAllocatedBytes() - before < MostMemory,
            $"Seed {seed} took more memory than {MostMemory:N0} bytes."
        );
    }

    static byte[] Make(Random random)
    {
        var sample = Samples[random.Next(Samples.Length)];
        var isZip = sample.AsSpan().StartsWith("PK"u8);
        var damaged = isZip && random.Next(4) > 0 ? DamagePart(sample, random) : Damage(sample, random);
        return random.Next(8) switch
        {
            0 => Pack(damaged, random),
            _ => damaged,
        };
    }

    static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var i = random.Next(1, 6); i > 0 && damaged.Count > 0; i--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(6))
            {
                case 0:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 30), damaged.Count - at));
                    break;
                case 2:
                    var other = Samples[random.Next(Samples.Length)];
                    var from = random.Next(other.Length);
                    damaged.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 200), other.Length - from)));
                    break;
                case 3:
                    damaged.InsertRange(at, Shreds[random.Next(Shreds.Length)]);
                    break;
                default:
                    damaged[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. damaged];
    }

    // Damage to a zip as a whole is soon found; damage inside one of its parts goes deeper.
    static byte[] DamagePart(byte[] zip, Random random)
    {
        using var from = new ZipArchive(new MemoryStream(zip));
        var made = new MemoryStream();
        var victim = random.Next(from.Entries.Count);
        using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var part = from.Entries[i].Open();
                var bytes = new MemoryStream();
                part.CopyTo(bytes);
                using var copy = to.CreateEntry(from.Entries[i].FullName, CompressionLevel.Fastest).Open();
                copy.Write(i == victim ? Damage(bytes.ToArray(), random) : bytes.ToArray());
            }
        }

        return made.ToArray();
    }

    static byte[] Pack(byte[] bytes, Random random)
    {
        var made = new MemoryStream();
        if (random.Next(2) == 0)
        {
            using var gzip = new GZipStream(made, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(bytes);
        }
        else
        {
            using var archive = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = archive.CreateEntry("inner").Open();
            entry.Write(bytes);
        }

        return random.Next(4) == 0 ? Damage(made.ToArray(), random) : made.ToArray();
    }
}
