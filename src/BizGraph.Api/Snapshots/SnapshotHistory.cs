using System.Globalization;
using System.Text.Json;
using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Model;

namespace BizGraph.Api.Snapshots;

/// <summary>What is kept of snapshots for good, as records of the store: a few numbers of each version, and once a month who was there.</summary>
static class SnapshotHistory
{
    const string Numbers = "snapshot";
    const string Members = "snapshot members";
    const string By = "service";

    // Who left is told against a state that people remember, not against yesterday's.
    const int DaysSince = 30;

    /// <summary>Keeps what is to be kept of a snapshot, unless somebody did: several services may run on one store.</summary>
    public static async Task KeepAsync(
        INetworkStore store,
        NetworkSnapshot snapshot,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var overview = snapshot.Overview;
        var numbers = JsonSerializer.Serialize(
            new
            {
                overview.Businesses,
                overview.OtherOrganizations,
                overview.RelationshipsByType,
                overview.Isolated,
                overview.Communities,
            }
        );
        await store.Records.AddAsync(Numbers, $"{snapshot.Version}", numbers, By, after: 0, cancellation);
        var members = JsonSerializer.Serialize(EarlierNetwork.Of(snapshot, day));
        await store.Records.AddAsync(
            Members,
            day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            members,
            By,
            after: 0,
            cancellation
        );
    }

    /// <summary>The newest state that is a month old or older; null where none is kept.</summary>
    public static async Task<EarlierNetwork?> EarlierAsync(INetworkStore store, DateOnly today, CancellationToken cancellation) =>
        (await store.Records.ReadAsync(Members, cancellation: cancellation))
            // By month, the newest first: of years of them two or three are looked into.
            .OrderByDescending(record => record.Key, StringComparer.Ordinal)
            .Select(record => JsonSerializer.Deserialize<EarlierNetwork>(record.Json)!)
            .FirstOrDefault(network => network.Day.AddDays(DaysSince) <= today);

    /// <summary>Takes a business out of all that is kept: its id may be made of its name.</summary>
    public static async Task EraseAsync(INetworkStore store, IReadOnlyList<BusinessId> ids, CancellationToken cancellation)
    {
        foreach (var record in await store.Records.ReadAsync(Members, cancellation: cancellation))
        {
            var network = JsonSerializer.Deserialize<EarlierNetwork>(record.Json)!;
            var others = network.Contacts.Where(contact => !ids.Contains(new BusinessId(contact.Key))).ToDictionary();
            if (others.Count < network.Contacts.Count)
            {
                var json = JsonSerializer.Serialize(network with { Contacts = others });
                var number = await store.Records.AddAsync(Members, record.Key, json, By, cancellation: cancellation);
                await store.Records.RemoveAsync(Members, record.Key, number!.Value, cancellation);
            }
        }
    }
}
