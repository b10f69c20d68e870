using System.Runtime.CompilerServices;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>What a database showed at one version, in memory: Neo4j keeps no old versions for a reader.</summary>
sealed class Neo4jReading(long version, List<Business> businesses, List<Relationship> ties) : INetworkReading
{
    public long Version => version;

    public IAsyncEnumerable<Business> BusinessesAsync(CancellationToken cancellation = default) => Each(businesses, cancellation);

    public IAsyncEnumerable<Relationship> RelationshipsAsync(CancellationToken cancellation = default) =>
        Each(ties, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

#pragma warning disable CS1998 // What is read already needs no waiting.
    static async IAsyncEnumerable<T> Each<T>(List<T> values, [EnumeratorCancellation] CancellationToken cancellation)
#pragma warning restore CS1998
    {
        foreach (var value in values)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return value;
        }
    }
}
