using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>Readings of a whole database, each at one version.</summary>
/// <param name="api">The database.</param>
/// <param name="names">Its labels.</param>
/// <param name="store">Says the version.</param>
/// <param name="tryComplete">Finishes what a dead client left half applied, and says whether it is whole.</param>
/// <param name="place">The database's name in sentences.</param>
sealed class Neo4jReadings(
    QueryApi api,
    GraphNames names,
    StoreNode store,
    Func<CancellationToken, Task<bool>> tryComplete,
    string place
)
{
    const int MostReadings = 20;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<INetworkReading> ReadAsync(CancellationToken cancellation)
    {
        for (var reading = 0; reading < MostReadings; reading++)
        {
            var before = await WholeAsync(cancellation);
            if (before is null)
            {
                return new Neo4jReading(0, [], []);
            }

            var shown = new ShownReader(api, names);
            var businesses = await shown.BusinessesAsync(cancellation);
            var ties = await shown.RelationshipsAsync(cancellation);
            // Pages are read one by one, and a reader sees what others commit in between: then all of it is read again.
            if (await store.ReadAsync(cancellation) is { Applying: null } after && after.Version == before.Version)
            {
                return new Neo4jReading(before.Version, businesses, ties);
            }
        }

        throw new StoreException($"The network in {place} changes faster than it can be read; try again when imports are done.");
    }

    /// <summary>The store's state when nothing is being applied; null where there is no store. Finishes what a dead client left half applied.</summary>
    public async Task<StoreState?> WholeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var state = await store.ReadAsync(cancellation);
            if (state is not { Applying: not null })
            {
                return state;
            }

            if (state.IsHeld || !await tryComplete(cancellation))
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
