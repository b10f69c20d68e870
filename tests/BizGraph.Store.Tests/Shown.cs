using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>What a store shows, written out in one order, so that two stores can be compared.</summary>
static class Shown
{
    public static async Task<string> InAsync(INetworkStore store)
    {
        await using var reading = await store.ReadAsync();
        return Lines(await reading.BusinessesAsync().ToListAsync(), await reading.RelationshipsAsync().ToListAsync());
    }

    public static string Lines(IEnumerable<Business> businesses, IEnumerable<Relationship> ties)
    {
        var lines = businesses
            .Select(b => $"{b.Id} {(b.IsListed ? "listed" : "in ties")} {string.Join(',', b.OtherIds)} {Of(b.Facts)}")
            .Concat(ties.Select(r => $"{r.From} -> {r.To} {Of(r.Facts)}"))
            .ToList();
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    public static async Task<List<Business>> BusinessesAsync(INetworkStore store)
    {
        await using var reading = await store.ReadAsync();
        var businesses = new List<Business>();
        await foreach (var business in reading.BusinessesAsync())
        {
            businesses.Add(business);
        }

        return [.. businesses.OrderBy(b => b.Id)];
    }

    public static async Task<List<Relationship>> TiesAsync(INetworkStore store)
    {
        await using var reading = await store.ReadAsync();
        var ties = new List<Relationship>();
        await foreach (var tie in reading.RelationshipsAsync())
        {
            ties.Add(tie);
        }

        return [.. ties.OrderBy(t => t.From).ThenBy(t => t.To).ThenBy(t => t.Type)];
    }

    public static string Of(BusinessFacts f) =>
        $"{f with { Offers = [], Needs = [], OpenTo = [], NotWith = [], Tags = [], Networks = [], Attributes = BusinessFacts.NoAttributes }}"
        + string.Join(';', f.Tags)
        + Of(f.Attributes);

    public static string Of(RelationshipFacts f) =>
        $"{f with { Attributes = BusinessFacts.NoAttributes, Directed = f.IsDirected }}{Of(f.Attributes)}";

    static string Of(IReadOnlyDictionary<string, string> attributes) =>
        string.Join(';', attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"));
}
