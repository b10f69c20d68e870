using BizGraph.Model;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store;

/// <summary>Opens the store that <c>--store</c> names.</summary>
public static class NetworkStores
{
    /// <summary>Opens a store, and makes it where there is none.</summary>
    /// <param name="name">The path of an SQLite file.</param>
    /// <param name="time">The clock of import times; the system's unless given.</param>
    /// <exception cref="StoreException">It cannot be opened; the message says what to do.</exception>
    public static INetworkStore Open(string name, TimeProvider? time = null) =>
        name.Contains("://", StringComparison.Ordinal)
            ? throw new StoreException($"'{name}' is no file name; --store takes the path of a file, such as town.db.")
            : new SqliteNetworkStore(name, time);
}
