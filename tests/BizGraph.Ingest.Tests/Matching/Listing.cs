using BizGraph.Ingest.Matching;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Matching;

/// <summary>Entries for tests, written as "name; field=value; field=value".</summary>
static class Listing
{
    public static MatchEntry Entry(string id, string text, string source = "list", bool hasOwnId = false)
    {
        var parts = text.Split("; ");
        var fields = parts.Skip(1).Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var at = fields
            .GetValueOrDefault("at")
            ?.Split(' ')
            .Select(degrees => double.Parse(degrees, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        var facts = new BusinessFacts
        {
            Name = parts[0],
            Phone = fields.GetValueOrDefault("phone"),
            Email = fields.GetValueOrDefault("email"),
            Website = fields.GetValueOrDefault("web"),
            Industry = fields.TryGetValue("trade", out var trade) ? new Industry(Title: trade) : null,
            Place = new Place
            {
                Address = fields.GetValueOrDefault("address"),
                Locality = fields.GetValueOrDefault("town"),
                PostalCode = fields.GetValueOrDefault("code"),
                Latitude = at?[0],
                Longitude = at?[1],
            },
        };
        return new MatchEntry(new Business(new BusinessId(id), facts), source, hasOwnId);
    }

    /// <summary>The verdict on two entries among nothing else, with its evidence; Apart without any where they never came near.</summary>
    public static MatchPair Compare(string first, string second) =>
        BusinessMatcher.Find([Entry("a", first), Entry("b", second)], new MatchOptions { ReportAt = 0 }).Pairs.SingleOrDefault()
        ?? new MatchPair(new BusinessId("a"), new BusinessId("b"), 0, MatchVerdict.Apart, []);
}
