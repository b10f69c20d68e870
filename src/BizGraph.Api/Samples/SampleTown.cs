using System.Security.Cryptography;
using BizGraph.Ingest;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Samples;

/// <summary>The sample town: two files that ship with the program, in a store file of their own.</summary>
static class SampleTown
{
    /// <summary>Opens the sample's store in a folder; fills it on the first call.</summary>
    /// <remarks>The file's name holds a hash of the sample, so a newer sample gets a file of its own, and it appears only when it is whole.</remarks>
    public static async Task<INetworkStore> OpenAsync(string folder, CancellationToken cancellation = default)
    {
        var path = Path.Combine(folder, $"sample-{Fingerprint()}.db");
        if (File.Exists(path) && await TryOpenAsync(path, cancellation) is { } town)
        {
            return town;
        }

        foreach (var rest in new[] { "", "-wal", "-shm" })
        {
            File.Delete(path + rest);
        }

        var unfinished = Path.Combine(folder, $"sample-{Guid.NewGuid():N}.part");
        await using (var store = NetworkStores.Open(unfinished))
        {
            await new ImportJob(store).RunAsync(new ImportRequest { Files = Files }, cancellation: cancellation);
        }

        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its town is the same.
            File.Delete(unfinished);
        }

        return NetworkStores.Open(path);
    }

    // One that another version of the program wrote, or that is damaged, is made anew: it holds nobody's data.
    static async Task<INetworkStore?> TryOpenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var store = NetworkStores.Open(path);
            if (await store.VersionAsync(cancellation) > 0)
            {
                return store;
            }

            await store.DisposeAsync();
        }
        catch (StoreException)
        {
            // Made anew below.
        }

        return null;
    }

    static string[] Files =>
        [
            Path.Combine(AppContext.BaseDirectory, "sample", "businesses.csv"),
            Path.Combine(AppContext.BaseDirectory, "sample", "ties.csv"),
        ];

    static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
