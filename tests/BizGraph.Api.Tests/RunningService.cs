using System.Net.Http.Json;
using System.Text.Json;
using BizGraph.Analysis;
using BizGraph.Api.Hosting;
using BizGraph.Ingest;
using BizGraph.Model;
using BizGraph.Store;
using Microsoft.AspNetCore.Builder;

namespace BizGraph.Api.Tests;

/// <summary>The whole service on a free port of this machine, over a store of its own.</summary>
sealed class RunningService : IAsyncDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly WebApplication _app;
    readonly Serilog.Core.Logger _log;

    RunningService(
        Func<string, CancellationToken, Task<INetworkStore>>? sample,
        bool isSample,
        INetworkStore? store,
        NetworkTables? tables
    )
    {
        Store = store ?? NetworkStores.Open(_folder.File("town.db"));
        _log = Logs.Create(json: false);
        _app = WebHost.Create(
            "http://127.0.0.1:0",
            Store,
            sample is null ? null : cancellation => sample(_folder.Path, cancellation),
            isSample,
            Uploads,
            tables ?? NetworkTables.Default,
            _log
        );
    }

    public INetworkStore Store { get; }

    /// <summary>The folder of uploaded files.</summary>
    public string Uploads => Path.Combine(_folder.Path, "uploads");

    public HttpClient Client { get; } = new();

    /// <summary>Starts the service on an empty store.</summary>
    /// <param name="sample">Opens the sample town in a folder; null to show the empty store as it is.</param>
    /// <param name="isSample">Whether the store is to stand for the sample town itself.</param>
    /// <param name="store">The store; null for a file of its own.</param>
    /// <param name="tables">Words and industries; null for the default.</param>
    public static async Task<RunningService> StartAsync(
        Func<string, CancellationToken, Task<INetworkStore>>? sample = null,
        bool isSample = false,
        INetworkStore? store = null,
        NetworkTables? tables = null
    )
    {
        var service = new RunningService(sample, isSample, store, tables);
        await service._app.StartAsync();
        service.Client.BaseAddress = new Uri(service._app.Urls.Single());
        return service;
    }

    /// <summary>Starts the service on a network that is written as CSV files.</summary>
    public static async Task<RunningService> StartWithAsync(params string[] files)
    {
        var service = await StartAsync();
        await service.ImportAsync(files);
        await service.SeesVersionAsync(1);
        return service;
    }

    /// <summary>Takes in files, given as text, the way another process does: through a door of its own.</summary>
    public async Task ImportAsync(params string[] texts)
    {
        var paths = texts.Select((text, i) => _folder.Write($"{Guid.NewGuid():N}-{i}.csv", text)).ToList();
        await using var door = NetworkStores.Open(_folder.File("town.db"));
        await new ImportJob(door).RunAsync(new ImportRequest { Files = paths });
    }

    /// <summary>Waits until the service answers from a version; fails after ten times the two seconds that it may take.</summary>
    public async Task SeesVersionAsync(long version)
    {
        var until = DateTime.UtcNow + TimeSpan.FromSeconds(20);
        while (DateTime.UtcNow < until)
        {
            var overview = (await QueryAsync("{ overview { version isSample } }")).GetProperty("overview");
            if (overview.GetProperty("version").GetInt64() == version && !overview.GetProperty("isSample").GetBoolean())
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"Version {version} was not noticed within 20 s.");
    }

    /// <summary>The data of a query that must succeed.</summary>
    public async Task<JsonElement> QueryAsync(string query)
    {
        var answer = await Client.PostAsJsonAsync("/graphql", new { query });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(errors.ToString())
            : body.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Store.DisposeAsync();
        await _log.DisposeAsync();
        _folder.Dispose();
    }
}
