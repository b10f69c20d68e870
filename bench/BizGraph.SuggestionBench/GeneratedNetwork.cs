using BizGraph.Analysis;
using BizGraph.Model;

namespace BizGraph.SuggestionBench;

/// <summary>A region drawn at random: towns, trades, offers and needs, and ties that prefer the town, the trade's partners and the sought.</summary>
static class GeneratedNetwork
{
    static readonly (string Code, string Title)[] Trades =
    [
        .. Enumerable
            .Range(1, 96)
            .Where(division => division is not (4 or 34 or 40 or 44 or 48 or 54 or 57 or 67 or 76 or 83 or 89))
            .SelectMany(division =>
                Enumerable.Range(1, 4).Select(part => ($"{division:00}{part}00", $"trade {division} {part}"))
            ),
    ];

    static readonly RelationshipType[] Types =
    [
        .. Enumerable.Repeat(RelationshipType.Supplies, 10),
        .. Enumerable.Repeat(RelationshipType.Refers, 4),
        RelationshipType.Mentors,
        RelationshipType.Partners,
        RelationshipType.Partners,
        RelationshipType.Exchanges,
        RelationshipType.Shares,
        RelationshipType.Finances,
        .. Enumerable.Repeat(RelationshipType.Knows, 4),
    ];

    public static NetworkSnapshot Draw(int businesses, int ties, int seed)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, businesses).Select(number => Draw(number, businesses, random)).ToArray();
        var towns = all.Select((business, node) => (business, node))
            .ToLookup(pair => pair.business.Facts.Place!.Locality, pair => pair.node);
        var drawn = new HashSet<(int, int, RelationshipType)>();
        var ends = new List<int>();
        while (drawn.Count < ties)
        {
            // A tenth of the businesses stay without ties.
            var from = random.Next(businesses);
            var town = towns[all[from].Facts.Place!.Locality].ToArray();
            var to =
                random.NextDouble() is var where && where < 0.5 ? town[random.Next(town.Length)]
                : where < 0.8 && ends.Count > 0 ? ends[random.Next(ends.Count)]
                : random.Next(businesses);
            if (from % 10 != 0 && to % 10 != 0 && from != to && drawn.Add((from, to, Types[random.Next(Types.Length)])))
            {
                ends.Add(to);
            }
        }

        return new NetworkSnapshot(1, all, drawn.Select(tie => Tie(all[tie.Item1].Id, all[tie.Item2].Id, tie.Item3)));
    }

    static Business Draw(int number, int count, Random random)
    {
        var town = random.Next(Math.Max(1, count / 200));
        var (code, title) = Trades[random.Next(Trades.Length)];
        var facts = new BusinessFacts
        {
            Name = $"Business {number}",
            Kind = random.Next(60) switch
            {
                0 => BusinessKind.Finance,
                1 => BusinessKind.PublicBody,
                2 => BusinessKind.Media,
                _ => BusinessKind.Business,
            },
            Industry = new Industry(code, "UK SIC", title),
            Place = new Place
            {
                Locality = $"Town {town}",
                Latitude = 51 + (town % 10 * 0.2) + (random.NextDouble() * 0.05),
                Longitude = -2 + (town / 10 * 0.2) + (random.NextDouble() * 0.05),
            },
            Ownership = (Ownership)random.Next(5),
            Employees = 1 + (int)Math.Exp(random.NextDouble() * 5),
            Founded = 1950 + random.Next(75),
            Offers = [Words(random), Words(random)],
            Needs = [Words(random), Words(random)],
            Tags = [$"tag {random.Next(12)}"],
            Networks = [$"network {town / 3}"],
        };
        return new Business(new BusinessId($"b{number:00000}"), facts);
    }

    // A few thousand different phrases of a few hundred words.
    static string Words(Random random) => $"{Word(random.Next(150))} {Word(random.Next(40))}";

    static string Word(int number)
    {
        string[] parts = ["ba", "ko", "ri", "ten", "sal", "mu", "dor", "fen", "gil", "hap", "jun", "lor"];
        return parts[number % 12] + parts[(number / 12) % 12] + parts[(number * 7 + 3) % 12];
    }

    static Relationship Tie(BusinessId from, BusinessId to, RelationshipType type)
    {
        var facts = new RelationshipFacts { Type = type };
        return new Relationship(RelationshipKey.Of(from, to, facts), facts);
    }
}
