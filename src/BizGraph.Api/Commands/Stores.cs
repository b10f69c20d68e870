using System.CommandLine;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Commands;

/// <summary>The store that a command line names.</summary>
static class Stores
{
    /// <summary>Opens it, and makes it where there is none.</summary>
    public static INetworkStore Open(ParseResult parsed)
    {
        var path = parsed.GetValue(CommandLine.Store) ?? DataFolder.DefaultStore;
        return !NetworkStores.IsServer(path) && Directory.Exists(path)
            ? throw new StoreException(
                $"{path} is a folder; expected the file of a store, such as {Path.Combine(path, "network.db")}."
            )
            {
                IsRefusal = true,
            }
            : NetworkStores.Open(path);
    }

    /// <summary>Opens it to read or to take back; a named file must be there, so that a slip of the pen makes no empty store. Reading makes nothing in a database.</summary>
    public static INetworkStore OpenExisting(ParseResult parsed) =>
        parsed.GetValue(CommandLine.Store) is { } path
        && !NetworkStores.IsServer(path)
        && !File.Exists(path)
        && !Directory.Exists(path)
            ? throw new StoreException($"There is no store {path}; 'bizgraph import FILE --store {path}' makes it.")
            {
                IsRefusal = true,
            }
            : Open(parsed);
}
