using BizGraph.Model;

namespace BizGraph.Analysis.Tests.Suggestions;

/// <summary>Towns drawn by hand for the tests of suggestions.</summary>
static class DrawnTown
{
    public static BusinessId Id(string id) => new(id);

    public static Business Shop(string id, Func<BusinessFacts, BusinessFacts>? with = null) =>
        new(Id(id), (with ?? (facts => facts))(new BusinessFacts { Name = id }));

    public static BusinessFacts At(this BusinessFacts facts, double latitude, double longitude, string? locality = null) =>
        facts with
        {
            Place = new Place
            {
                Latitude = latitude,
                Longitude = longitude,
                Locality = locality,
            },
        };

    public static BusinessFacts Of(this BusinessFacts facts, string code, string title) =>
        facts with
        {
            Industry = new Industry(code, "UK SIC", title),
        };

    public static Relationship Tie(
        string from,
        string to,
        RelationshipType type = RelationshipType.Supplies,
        double? weight = null
    )
    {
        var facts = new RelationshipFacts { Type = type, Weight = weight };
        return new Relationship(RelationshipKey.Of(Id(from), Id(to), facts), facts);
    }

    public static NetworkSnapshot Town(IEnumerable<Business> businesses, params IEnumerable<Relationship> ties) =>
        new(1, businesses, ties);

    /// <summary>
    /// A town with a rule: mills (10.61) supply bakeries (10.71), farms (01.11) supply mills, each in its own village of three trades; every
    /// business is tied to its village's only, but the last of each trade, which has no tie.
    /// </summary>
    public static NetworkSnapshot Villages(int count)
    {
        var businesses = new List<Business>();
        var ties = new List<Relationship>();
        for (var village = 0; village < count; village++)
        {
            var (north, name) = (50 + (0.2 * village), $"village {village}");
            for (var number = 0; number < 4; number++)
            {
                businesses.Add(
                    Shop($"farm-{village:00}-{number}", f => f.Of("01110", "Arable farm").At(north, number * 0.001, name))
                );
                businesses.Add(
                    Shop($"mill-{village:00}-{number}", f => f.Of("10611", "Flour mill").At(north, number * 0.001, name))
                );
                businesses.Add(
                    Shop($"bakery-{village:00}-{number}", f => f.Of("10710", "Bakery").At(north, number * 0.001, name))
                );
            }

            for (var from = 0; from < 3; from++)
            {
                for (var to = 0; to < 3; to++)
                {
                    ties.Add(Tie($"farm-{village:00}-{from}", $"mill-{village:00}-{to}"));
                    ties.Add(Tie($"mill-{village:00}-{from}", $"bakery-{village:00}-{to}"));
                }
            }
        }

        return Town(businesses, ties);
    }
}
