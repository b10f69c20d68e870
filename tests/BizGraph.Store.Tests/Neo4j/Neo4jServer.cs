using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j;
using BizGraph.Store.Neo4j.Queries;
using BizGraph.Store.Tests.Neo4j;

[assembly: AssemblyFixture(typeof(Neo4jServer))]

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>The one server of the test run, started when the first test asks for it: the one that BIZGRAPH_TEST_NEO4J names, else one of scripts/neo4j.</summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    readonly SemaphoreSlim _gate = new(1);
    readonly ConcurrentQueue<string> _free = [];
    OwnNeo4j? _own;
    Dictionary<string, string>? _settings;
    string? _missing;
    int _given;

    /// <summary>The address of a part of the database that only the caller uses, empty. Skips the test where there is no server.</summary>
    public async Task<TestStore> TakeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await StartAsync();
        }
        finally
        {
            _gate.Release();
        }

        Assert.SkipWhen(_missing is not null, _missing ?? "");
        var prefix = _free.TryDequeue(out var used) ? used : $"BizGraphTest{Interlocked.Increment(ref _given)}";
        var store = new TestStore(_settings!, prefix);
        await store.ClearAsync();
        return store;
    }

    /// <summary>Another test may have the part.</summary>
    public void Return(TestStore store) => _free.Enqueue(store.Prefix);

    public async ValueTask DisposeAsync()
    {
        _gate.Dispose();
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    async Task StartAsync()
    {
        if (_settings is not null || _missing is not null)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("BIZGRAPH_TEST_NEO4J") is { Length: > 0 } running)
        {
            _settings = new()
            {
                ["NEO4J_URI"] = running,
                ["NEO4J_USERNAME"] = Environment.GetEnvironmentVariable("NEO4J_USERNAME") ?? "neo4j",
                ["NEO4J_PASSWORD"] = Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "",
            };
            return;
        }

        (_own, _missing) = await OwnNeo4j.TryStartAsync(heap: "500m");
        _settings = _own?.Settings;
    }
}

/// <summary>A part of a database: the labels that begin with a prefix.</summary>
public sealed class TestStore(Dictionary<string, string> settings, string prefix)
{
    public string Prefix => prefix;

    public Dictionary<string, string> Settings => settings;

    public string Address => $"neo4j+{settings["NEO4J_URI"]}/neo4j?prefix={prefix}";

    public INetworkStore Open() => NetworkStores.Open(Address, environment: settings.GetValueOrDefault);

    public async Task ClearAsync()
    {
        var names = new GraphNames(prefix);
        string[] labels = [names.Business, names.Network, names.Import, names.Batch, names.Store, names.Record];
        await RunAsync($"MATCH (n:{string.Join('|', labels)}) CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 5000 ROWS");
    }

    public async Task RunAsync(string statement)
    {
        using var api = new QueryApi(Neo4jAddress.Of(Address, settings.GetValueOrDefault));
        await api.RunAsync(new Query(statement), CancellationToken.None);
    }

    /// <summary>The rows of a statement, each value as JSON text.</summary>
    public async Task<List<string>> RowsAsync(string statement)
    {
        using var api = new QueryApi(Neo4jAddress.Of(Address, settings.GetValueOrDefault));
        return await api.RowsAsync(
            new Query(statement),
            static (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row).GetRawText(),
            CancellationToken.None
        );
    }

    /// <summary>Waits until a statement has a row.</summary>
    public async Task UntilAsync(string statement)
    {
        for (var look = 0; look < 3000; look++)
        {
            if ((await RowsAsync(statement)).Count > 0)
            {
                return;
            }

            await Task.Delay(20);
        }

        Assert.Fail($"'{statement}' never came to anything.");
    }
}

/// <summary>A server that a test started.</summary>
public sealed class OwnNeo4j : IAsyncDisposable
{
    // What scripts/neo4j ends with where there is no server to start, or no Java.
    const int NoServer = 3;

    readonly string _folder;

    OwnNeo4j(string folder) => (_folder, Settings) = (folder, Read(folder));

    public Dictionary<string, string> Settings { get; private set; }

    public TestStore Store => new(Settings, "Own");

    /// <summary>Starts one; else says why there is none.</summary>
    public static async Task<(OwnNeo4j? Server, string? Missing)> TryStartAsync(string heap)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NEO4J_HOME")))
        {
            return (null, "No Neo4j: set NEO4J_HOME or BIZGRAPH_TEST_NEO4J; scripts/neo4j says how.");
        }

        var folder = Directory.CreateTempSubdirectory("bizgraph-neo4j-").FullName;
        var (exitCode, said) = await TryScriptAsync("start", folder, "--heap", heap, "--while", $"{Environment.ProcessId}");
        if (exitCode == NoServer)
        {
            Directory.Delete(folder, recursive: true);
            return (null, said.Trim());
        }

        Assert.True(exitCode == 0, said);
        return (new OwnNeo4j(folder), null);
    }

    /// <summary>Ends it at once, as a loss of power would.</summary>
    public void Kill()
    {
        using var process = Process.GetProcessById(
            int.Parse(Settings["NEO4J_PID"], System.Globalization.CultureInfo.InvariantCulture)
        );
        process.Kill();
        process.WaitForExit(10_000);
    }

    /// <summary>Starts it again where it was.</summary>
    public async Task StartAgainAsync()
    {
        await ScriptAsync("start", _folder, "--heap", "500m", "--while", $"{Environment.ProcessId}");
        Settings = Read(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        await ScriptAsync("stop", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    static Dictionary<string, string> Read(string folder) =>
        File.ReadLines(Path.Combine(folder, "server.env")).Select(line => line.Split('=', 2)).ToDictionary(l => l[0], l => l[1]);

    static async Task ScriptAsync(params string[] arguments)
    {
        var (exitCode, said) = await TryScriptAsync(arguments);
        Assert.True(exitCode == 0, said);
    }

    static async Task<(int ExitCode, string Said)> TryScriptAsync(params string[] arguments)
    {
        var script = Path.Combine(Root(), "scripts", "neo4j");
        var start = new ProcessStartInfo(script, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said);
    }

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BizGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
