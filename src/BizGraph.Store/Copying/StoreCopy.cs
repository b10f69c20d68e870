using BizGraph.Model;
using BizGraph.Store.Neo4j;

namespace BizGraph.Store.Copying;

/// <summary>What a copy came to.</summary>
/// <param name="Imports">How many imports.</param>
/// <param name="Claims">How many claims of theirs.</param>
/// <param name="Records">How many records.</param>
/// <param name="Businesses">How many businesses are shown.</param>
/// <param name="Relationships">How many ties are shown.</param>
public sealed record StoreCopied(long Imports, long Claims, long Records, long Businesses, long Relationships);

/// <summary>Moves a whole network from one store to another: every import with its claims, those that count no more too, the records, and the version.</summary>
public static class StoreCopy
{
    /// <summary>Copies, and reads both stores again to see that they hold the same.</summary>
    /// <param name="from">The store to copy, as <c>--store</c> names it.</param>
    /// <param name="to">A file that does not exist yet, or a database without a network.</param>
    /// <param name="environment">The value of an environment variable; the process's own unless given.</param>
    /// <param name="cancellation">Stops it; what was written so far is no store yet.</param>
    /// <exception cref="StoreException">It cannot be done, or the two are not the same afterwards.</exception>
    public static async Task<StoreCopied> RunAsync(
        string from,
        string to,
        Func<string, string?>? environment = null,
        CancellationToken cancellation = default
    )
    {
        environment ??= Environment.GetEnvironmentVariable;
        var isFile = !NetworkStores.IsServer(to);
        if (isFile && File.Exists(to))
        {
            throw Refusal($"{to} exists already; name a file that does not.");
        }

        // A file is whole or not there.
        var target = isFile ? $"{Path.GetFullPath(to)}.{Guid.NewGuid():N}.part" : to;
        StoreCopied copied;
        await using (var source = Archive(from, environment))
        await using (var archive = Archive(target, environment))
        {
            var contents = await source.ReadAsync(cancellation);
            await ThrowUnlessPossibleAsync(contents, archive, to, cancellation);
            await archive.WriteAsync(contents, import => source.ClaimsAsync(import, cancellation), cancellation);
            copied = await VerifyAsync((source, from), (archive, target), environment, cancellation);
        }

        if (isFile)
        {
            File.Move(target, to);
        }

        return copied;
    }

    static async Task ThrowUnlessPossibleAsync(
        StoreContents contents,
        IStoreArchive target,
        string to,
        CancellationToken cancellation
    )
    {
        if (contents.Imports.FirstOrDefault(import => import.State == ImportState.Running) is { } running)
        {
            throw Refusal($"Import {running.Number} is running; wait for it, or stop it, and copy then.");
        }

        var there = await target.ReadAsync(cancellation);
        if (there.Imports.Count + there.Records.Count > 0)
        {
            throw Refusal(
                $"There is a network in {to} already; name another database, or put ?prefix=Town at the end of the address."
            );
        }
    }

    static async Task<StoreCopied> VerifyAsync(
        (IStoreArchive Archive, string Name) source,
        (IStoreArchive Archive, string Name) target,
        Func<string, string?> environment,
        CancellationToken cancellation
    )
    {
        await using var one = NetworkStores.Open(source.Name, environment: environment);
        await using var other = NetworkStores.Open(target.Name, environment: environment);
        var was = await StoreDigest.OfAsync(source.Archive, one, cancellation);
        var isNow = await StoreDigest.OfAsync(target.Archive, other, cancellation);
        return was == isNow
            ? new StoreCopied(
                isNow.Imports.Count,
                isNow.Claims.Count,
                isNow.Records.Count,
                isNow.Businesses.Count,
                isNow.Relationships.Count
            )
            : throw new StoreException(
                $"The copy is not the same as what was copied; if that was changed meanwhile, copy it again. Before: {was}. After: {isNow}."
            );
    }

    static IStoreArchive Archive(string name, Func<string, string?> environment) =>
        NetworkStores.IsServer(name) ? new Neo4jArchive(Neo4jAddress.Of(name, environment)) : new SqliteArchive(name);

    static StoreException Refusal(string message) => new(message) { IsRefusal = true };
}
