using System.Globalization;
using BizGraph.Analysis;
using BizGraph.Model;

namespace BizGraph.Benchmarks.Generators;

/// <summary>A drawn network of businesses with everything that gaps look at; the same seed draws the same one.</summary>
static class LargeTown
{
    const int CommunitySize = 100;
    const int Trades = 300;
    const int Texts = 2_000; // different offers and needs

    static readonly BusinessKind[] OtherKinds =
    [
        BusinessKind.Finance,
        BusinessKind.PublicBody,
        BusinessKind.Media,
        BusinessKind.Nonprofit,
    ];

    /// <summary>Businesses and ties; four of five ties stay within a community of a hundred, a few businesses have most of them, one in fifty has none.</summary>
    public static NetworkSnapshot Draw(int businesses, int ties, int seed)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, businesses).Select(i => Business(i, random)).ToList();
        var drawn = new Dictionary<RelationshipKey, Relationship>();
        while (drawn.Count < ties)
        {
            var from = Skewed(random, businesses);
            var community = from / CommunitySize * CommunitySize;
            var to =
                random.Next(5) > 0
                    ? community + random.Next(Math.Min(CommunitySize, businesses - community))
                    : Skewed(random, businesses);
            if (from != to && from % 50 != 0 && to % 50 != 0)
            {
                var tie = Tie(all[from], all[to], random);
                drawn.TryAdd(tie.Key, tie);
            }
        }

        return new NetworkSnapshot(1, all, drawn.Values);
    }

    // The square of a share, scattered over the communities: a few come up often.
    static int Skewed(Random random, int businesses) => (int)(Math.Pow(random.NextDouble(), 2) * businesses * 7919L % businesses);

    static Business Business(int number, Random random) =>
        new(
            new BusinessId(number.ToString("B000000", CultureInfo.InvariantCulture)),
            new BusinessFacts
            {
                Name = $"Business {number}",
                Kind = random.Next(100) == 0 ? OtherKinds[random.Next(OtherKinds.Length)] : BusinessKind.Business,
                Industry = new Industry($"{1000 + random.Next(Trades) * 17}", "NACE", $"Trade {number % Trades}"),
                Place = new Place
                {
                    Locality = $"Town {number / CommunitySize % 50}",
                    Latitude = 52 + random.NextDouble() / 5 + (random.Next(10) == 0 ? 2 : 0),
                    Longitude = -2 + random.NextDouble() / 5,
                },
                Founded = random.Next(1950, 2026),
                Employees = random.Next(1, 60),
                Spend = random.Next(50_000, 500_000),
                Currency = "GBP",
                Offers = [Text(random), Text(random), Text(random)],
                Needs = [Text(random), Text(random), Text(random)],
                Tags = [$"tag {random.Next(30)}", $"tag {random.Next(30)}"],
                Networks = [$"network {number / CommunitySize % 40}"],
            }
        );

    static string Text(Random random)
    {
        var number = random.Next(Texts);
        return $"{(char)('a' + number % 26)}{number % 50}x {number}y";
    }

    static Relationship Tie(Business from, Business to, Random random)
    {
        var type = random.Next(2) == 0 ? RelationshipType.Supplies : (RelationshipType)random.Next(9);
        var since = new DateOnly(random.Next(2020, 2026), random.Next(1, 13), 1);
        var facts = new RelationshipFacts
        {
            Type = type,
            Since = since,
            Until = random.Next(3) == 0 ? since.AddDays(random.Next(900)) : null,
            Ended = random.Next(20) == 0,
            Amount = type == RelationshipType.Supplies ? random.Next(100, 20_000) : null,
            Currency = type == RelationshipType.Supplies ? "GBP" : null,
        };
        return new Relationship(RelationshipKey.Of(from.Id, to.Id, facts), facts);
    }
}
