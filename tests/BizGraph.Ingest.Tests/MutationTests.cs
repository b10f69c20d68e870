using System.Text;
using BizGraph.Ingest.Csv;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Lists with random damage: refused in one sentence or taken in, every row accounted for; never a crash, never a hang.</summary>
public sealed class MutationTests
{
    static readonly int Rounds = Environment.GetEnvironmentVariable("BIZGRAPH_LONG") == "1" ? 100_000 : 400;

    static readonly string[] Lists =
    [
        "id,name,kind,industry,latitude,longitude,employees,turnover,founded,tags,status\n1,Oak,council,Bakery,53.5,-2.1,5,\"1,200.50\",1987,a|b,active\n2,\"Elm, \"\"Sons\"\"\",x,1071,,,,£5,2001-05,,closed\n",
        "from,to,type,directed,weight,amount,since,until\na,b,supplies,yes,1.5,\"1.234,5\",2019,31/12/2020\nb,c|d,rivals,mutual,0,€5,03/04/2021,\nc,c,knows,,,,,\n",
        "Source,Target,Type,Kind,Weight\n1,2,Directed,supplies,1\n2,3,Undirected,\"two\nlines\",2\n",
        "Lieferant;Käufer;Betrag;Datum;Beleg\nMüller;Stadt;1.234,56;31.12.2024;A1\nSöhne;Stadt;-5;01.01.2025;\n",
        "Label,Type,Tags\nOak,Council,a|b\n\n\nFrom,To,Direction\nOak,Elm | Ash,mutual\n",
    ];

    static readonly string[] Shreds =
    [
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "|",
        "\n",
        "\r\n",
        "\r",
        "\n\n\n",
        "=1+1",
        "-",
        "1e999",
        "99999999999999999999999999999999",
        "31/02/2024",
        "\uFEFF",
        "\uFFFD",
        "é",
        "😀",
        "name,id\n",
        "from,to\n",
        "sep=;\n",
        "NaN",
        "~",
        "@",
        " ",
        "\u00a0",
        "\\",
        "'",
        "£",
        "--",
        "..",
        "(",
        "%",
    ];

    [Fact]
    public async Task Damaged_lists_are_refused_or_taken_and_every_row_is_accounted_for()
    {
        using var intake = new Intake();
        for (var seed = 0; seed < Rounds; seed++)
        {
            await TryAsync(intake, Damage(new Random(seed)), seed);
        }
    }

    // The bound on time is for liveness: such a list takes a millisecond.
    static async Task TryAsync(Intake intake, byte[] bytes, int seed)
    {
        intake.StartAnew();
        intake.With(bytes);
        var run = intake.RunAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        try
        {
            var report = (await run).Import.Report!;
            Assert.Equal(report.RowsRead, report.RowsTaken + report.RowsRefused);
            Assert.Equal(report.ProblemCount, report.ProblemCounts.Values.Sum());
            var refusals = report.ProblemCounts.Where(count => count.Key.IsRefusal()).Sum(count => count.Value);
            Assert.Equal(report.RowsRefused, refusals);
            var rows = intake.Store.Claims.Select(claim => claim.Position.Row).Distinct().Count();
            Assert.Equal(report.RowsTaken, rows);
            Assert.All(intake.Store.Ties, tie => Assert.True(tie.From.Text.Length > 0 && tie.To.Text.Length > 0));
            Assert.All(intake.Store.Ties, tie => Assert.True(tie.Said.Weight is null or > 0));
        }
        catch (ImportRefusedException refusal)
        {
            Assert.All(refusal.Problems, problem => Assert.Equal(ImportProblemKind.UnreadableFile, problem.Kind));
            Assert.NotEmpty(refusal.Reasons);
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"Seed {seed}: {failure}\n{Encoding.Latin1.GetString(bytes)}");
        }
    }

    static byte[] Damage(Random random)
    {
        var text = new StringBuilder(Lists[random.Next(Lists.Length)]);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 10), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 80), text.Length - at)));
                    break;
                default:
                    text.Insert(at, Shreds[random.Next(Shreds.Length)]);
                    break;
            }

            if (text.Length == 0)
            {
                break;
            }
        }

        Encoding[] encodings =
        [
            Encoding.UTF8,
            Encoding.UTF8,
            Encoding.Unicode,
            TextEncoding.Windows1252,
            Encoding.BigEndianUnicode,
        ];
        var bytes = encodings[random.Next(encodings.Length)].GetBytes(text.ToString());
        for (var i = random.Next(3) == 0 ? random.Next(1, 4) : 0; i > 0 && bytes.Length > 0; i--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }
}
