using BizGraph.Model;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>The contract on a Neo4j server.</summary>
public sealed class Neo4jNetworkStoreTests(Neo4jServer server) : NetworkStoreContract
{
    readonly Dictionary<string, TestStore> _stores = [];

    // Each import is some twenty requests; the rules themselves are SQLite's, which are tried with many more.
    protected override int Seeds => Environment.GetEnvironmentVariable("BIZGRAPH_LONG") is null ? 3 : 40;

    // The server's log of transactions holds what was, until it is rotated.
    protected override bool WipesAtOnce => false;

    protected override async Task<INetworkStore> OpenAsync(string name)
    {
        if (!_stores.TryGetValue(name, out var store))
        {
            // A law's next seed needs nothing of the one before, and a part of the database that has its indexes is soon empty.
            if (name.StartsWith("seed", StringComparison.Ordinal))
            {
                Dispose(disposing: true);
                _stores.Clear();
            }

            _stores[name] = store = await server.TakeAsync();
        }

        return store.Open();
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var store in _stores.Values)
        {
            server.Return(store);
        }
    }
}
