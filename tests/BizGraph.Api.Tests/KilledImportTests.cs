using System.Globalization;
using System.Text;
using System.Text.Json;
using BizGraph.Analysis;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests;

/// <summary>A real import, killed at random moments, loses nothing acknowledged and shows nothing half done.</summary>
public sealed class KilledImportTests : IDisposable
{
    const int BusinessCount = 2_000;
    const int TieCount = 60_000;
    const long RowCount = BusinessCount + TieCount;

    static int Rounds => Environment.GetEnvironmentVariable("BIZGRAPH_LONG") is null ? 2 : 34;

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
        var resumed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var store = $"killed{round}.db";
            string[] import = ["import", nodes, ties, "--json", "--store", _folder.File(store)];
            for (var kill = 0; kill < 3; kill++)
            {
                await KillAsync(import, afterRows: random.Next((int)RowCount), milliseconds: random.Next(300));
                var shown = await ReadAsync(store);
                Assert.True(shown is "" || shown == whole, $"Round {round}: something half done shows.");
            }

            var (exitCode, output, errors) = await BizGraphProcess.RunAsync(_folder.Path, import);
            Assert.True(exitCode == 0, errors);
            resumed += output.Contains("\"effect\":\"resumed\"", StringComparison.Ordinal) ? 1 : 0;
            Assert.Equal(whole, await ReadAsync(store));
            await using var finished = NetworkStores.Open(_folder.File(store));
            var kept = (await finished.ImportsAsync()).Single();
            Assert.Equal((ImportState.Finished, RowCount), (kept.State, kept.Report!.RowsTaken));
        }

        Assert.True(resumed > 0, "No kill came between the first acknowledged row and the finish.");
    }

    // Kills the import some time after it says that it read so many rows; it may have ended by then.
    async Task KillAsync(string[] import, int afterRows, int milliseconds)
    {
        using var process = BizGraphProcess.Start(_folder.Path, import);
        await process.LineAsync(line =>
            JsonDocument.Parse(line).RootElement.TryGetProperty("progress", out var progress)
            && progress.GetProperty("rowsTaken").GetInt64() >= afterRows
        );
        await Task.Delay(milliseconds);
        process.Kill();
        await process.EndAsync();
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
