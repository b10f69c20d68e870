using BizGraph.Model;
using BizGraph.Store.Neo4j;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store;

/// <summary>Opens the store that <c>--store</c> names.</summary>
public static class NetworkStores
{
    /// <summary>Opens a store, and makes it where there is none.</summary>
    /// <param name="name">The path of an SQLite file, or the address of a Neo4j database.</param>
    /// <param name="time">The clock of import times; the system's unless given.</param>
    /// <param name="environment">The value of an environment variable, such as <c>NEO4J_PASSWORD</c>; the process's own unless given.</param>
    /// <exception cref="StoreException">It cannot be opened; the message says what to do.</exception>
    public static INetworkStore Open(string name, TimeProvider? time = null, Func<string, string?>? environment = null) =>
        Neo4jAddress.IsOne(name)
            ? new Neo4jNetworkStore(Neo4jAddress.Of(name, environment ?? Environment.GetEnvironmentVariable), time)
        : name.Contains("://", StringComparison.Ordinal)
            ? throw new StoreException(
                $"'{name}' is no store; --store takes the path of a file, such as town.db, or a Neo4j database, such as neo4j+http://localhost:7474/neo4j."
            )
        : new SqliteNetworkStore(name, time);

    /// <summary>Whether a name means a database of a server, and no file.</summary>
    public static bool IsServer(string name) => Neo4jAddress.IsOne(name);
}
