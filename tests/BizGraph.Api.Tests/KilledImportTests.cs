using System.Globalization;
using System.Text;
using BizGraph.Analysis;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests;

/// <summary>A real import, killed at random moments, loses nothing acknowledged and shows nothing half done.</summary>
public sealed class KilledImportTests : IDisposable
{
    const int BusinessCount = 2_000;
    const int TieCount = 30_000;

    static int Kills => Environment.GetEnvironmentVariable("BIZGRAPH_LONG") is null ? 6 : 100;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_and_run_again_it_comes_to_the_same()
    {
        var (nodes, ties) = WriteFiles();
        Assert.Equal(
            0,
            (await BizGraphProcess.RunAsync(_folder.Path, "import", nodes, ties, "--store", _folder.File("whole.db"))).ExitCode
        );
        var whole = await ReadAsync("whole.db");
        var random = new Random(7);
        var (round, interrupted) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var store = $"killed{round}.db";
            using var import = BizGraphProcess.Start(_folder.Path, "import", nodes, ties, "--store", _folder.File(store));
            await Task.Delay(random.Next(100, 2_500));
            import.Kill();
            await import.EndAsync();
            if (!File.Exists(_folder.File(store)))
            {
                continue;
            }

            var shown = await ReadAsync(store);
            Assert.True(shown is "" || shown == whole, $"Kill {kill}: something half done shows.");
            interrupted += shown is "" ? 1 : 0;
            if (shown == whole || kill % 3 == 2)
            {
                var end = await BizGraphProcess.RunAsync(_folder.Path, "import", nodes, ties, "--store", _folder.File(store));
                Assert.True(end.ExitCode == 0, end.Errors);
                Assert.Equal(whole, await ReadAsync(store));
                await using var finished = NetworkStores.Open(_folder.File(store));
                Assert.Equal(ImportState.Finished, (await finished.ImportsAsync()).Single().State);
                round++;
            }
        }

        Assert.True(interrupted > 0, "No kill came in time to interrupt anything.");
    }

    async Task<string> ReadAsync(string name)
    {
        await using var store = NetworkStores.Open(_folder.File(name));
        var snapshot = await NetworkSnapshot.ReadAsync(store);
        var ties = snapshot.Relationships.Select(t => $"{t.From}>{t.To}:{t.Type}:{t.Weight}:{t.Facts.Amount}");
        return string.Join('\n', snapshot.Businesses.Select(b => $"{b.Id} {b.Name}").Concat(ties));
    }

    (string Nodes, string Ties) WriteFiles()
    {
        var random = new Random(1);
        var nodes = new StringBuilder("id,name\n");
        for (var i = 0; i < BusinessCount; i++)
        {
            nodes.Append(CultureInfo.InvariantCulture, $"b{i},Business {i}\n");
        }

        var ties = new StringBuilder("from,to,type,amount,currency\n");
        for (var i = 0; i < TieCount; i++)
        {
            ties.Append(
                CultureInfo.InvariantCulture,
                $"b{random.Next(BusinessCount)},b{random.Next(BusinessCount)},supplies,{i},GBP\n"
            );
        }

        return (_folder.Write("nodes.csv", nodes.ToString()), _folder.Write("ties.csv", ties.ToString()));
    }
}
