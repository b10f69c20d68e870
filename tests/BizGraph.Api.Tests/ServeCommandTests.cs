namespace BizGraph.Api.Tests;

/// <summary>The service as its own process: what it prints, and that it sees what another process takes in.</summary>
public sealed class ServeCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_prints_its_address_six_lines_and_how_to_bring_ones_own_and_sees_an_import_of_another_process()
    {
        using var service = BizGraphProcess.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0");
        var first = await service.LineAsync(_ => true);
        var hint = await service.LineAsync(line => line.StartsWith("This is the sample town", StringComparison.Ordinal));
        Assert.Contains("bizgraph import", hint, StringComparison.Ordinal);
        using var client = new HttpClient
        {
            BaseAddress = new Uri(first!.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal))),
        };
        Assert.Contains("sample town", await client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);

        var ties = _folder.Write("ties.csv", "from,to,type\nMill,Bakery,supplies\n");
        Assert.Equal(0, (await BizGraphProcess.RunAsync(_folder.Path, "import", ties)).ExitCode);

        // It may take two seconds; liveness is tested at ten times that.
        var until = DateTime.UtcNow + TimeSpan.FromSeconds(20);
        var page = "";
        while (!page.Contains("2 businesses and 0 other", StringComparison.Ordinal) && DateTime.UtcNow < until)
        {
            await Task.Delay(100);
            page = await client.GetStringAsync(new Uri("/", UriKind.Relative));
        }

        Assert.Contains("2 businesses and 0 other", page, StringComparison.Ordinal);
        service.Kill();
        var (_, output, errors) = await service.EndAsync();
        foreach (var heading in new[] { "Businesses:", "Ties:", "Isolated:", "Communities:", "Best connected:", "First gap:" })
        {
            Assert.Contains(heading, output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Mill", errors, StringComparison.Ordinal);
    }
}
