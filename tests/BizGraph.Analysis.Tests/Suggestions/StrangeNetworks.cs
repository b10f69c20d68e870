using System.Globalization;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Suggestions.DrawnTown;

namespace BizGraph.Analysis.Tests.Suggestions;

/// <summary>Networks that nobody had in mind, drawn by name and seed.</summary>
static class StrangeNetworks
{
    static readonly string[] Texts =
    [
        "Φούρνος Αθηνών|ψωμί|αλεύρι",
        "İstanbul Fırın|ekmek ve çörek|un ve şeker",
        "مخبز بغداد|خبز|طحين",
        "北京面包店|面包|面粉",
        "Ł\u0301ódź & Ko. 🥐|🥐🥐|\u202Eabc\u202C",
        "---|,;/|()",
    ];

    static readonly double[] Extremes =
    [
        0,
        -1,
        1e300,
        -1e300,
        double.MaxValue,
        double.Epsilon,
        double.NaN,
        double.PositiveInfinity,
    ];

    public static IReadOnlyDictionary<string, Func<Random, NetworkSnapshot>> All { get; } =
        new Dictionary<string, Func<Random, NetworkSnapshot>>
        {
            ["one business"] = random => Drawn(random, 1, 0),
            ["two without a tie"] = random => Drawn(random, 2, 0),
            ["two, tied"] = random => Drawn(random, 2, 3),
            ["three"] = random => Drawn(random, 3, 2),
            ["no ties"] = random => Drawn(random, 40, 0),
            ["one type only"] = random => Drawn(random, 40, 80, types: [(RelationshipType)random.Next(9)]),
            ["everyone tied to everyone"] = _ => Town(Plain(15), Pairs(15, (_, _) => true)),
            ["a star"] = _ => Town(Plain(80), Pairs(80, (a, _) => a == 0)),
            ["a star in"] = _ => Town(Plain(80), Pairs(80, (_, b) => b == 0)),
            ["two stars without direction"] = _ =>
                Town(Plain(60), Pairs(60, (a, b) => a < 2 && b > a, RelationshipType.Partners)),
            ["one place"] = random => Drawn(random, 60, 120, (facts, _) => facts.At(51, -2, "Ham")),
            ["no attributes"] = random => Town(Plain(60), Ties(random, 60, 120, RelationshipTypes.All)),
            ["equal names"] = random => Drawn(random, 60, 120, (facts, _) => facts with { Name = "The Shop" }),
            ["huge texts"] = random => Drawn(random, 30, 70, HugeTexts),
            ["other scripts"] = random => Drawn(random, 40, 90, Scripts),
            ["extreme numbers"] = random => Drawn(random, 40, 90, ExtremeNumbers),
            ["exactly fifty"] = random => Drawn(random, 25, 50, types: [RelationshipType.Supplies]),
            ["fifty from one"] = _ => Town(Plain(51), Pairs(51, (a, _) => a == 0)),
            ["everything repeated"] = random =>
                Drawn(random, 30, 90, (facts, _) => facts.Of("10710", "Bakery") with { Offers = ["bread"], Needs = ["bread"] }),
            ["who wants nothing"] = random =>
                Drawn(
                    random,
                    30,
                    60,
                    (facts, _) => facts with { NotWith = [.. RelationshipTypes.All.Select(type => type.ToString())] }
                ),
        };

    /// <summary>Businesses with a bit of everything, some closed and some who rule others out.</summary>
    static NetworkSnapshot Drawn(
        Random random,
        int count,
        int ties,
        Func<BusinessFacts, Random, BusinessFacts>? with = null,
        IReadOnlyList<RelationshipType>? types = null
    )
    {
        string[] trades = ["Bakery", "Printer", "Restaurant", "Farm"];
        string[] words = ["bread", "printing", "restaurants to supply", "customers for honey", "flour", "Buchhaltung", ""];
        var all = Enumerable
            .Range(0, count)
            .Select(of =>
                Shop(
                    $"b{of:0000}",
                    facts =>
                    {
                        facts = facts with
                        {
                            Name = $"{trades[random.Next(4)]} {random.Next(9)}",
                            Industry = random.Next(3) == 0 ? null : new Industry(Title: trades[random.Next(4)]),
                            Kind = (BusinessKind)random.Next(4),
                            Offers = [words[random.Next(7)]],
                            Needs = [words[random.Next(7)]],
                            NotWith = random.Next(5) == 0 ? [$"b{random.Next(count):0000}", "mentors", "Farm"] : [],
                            OpenTo = random.Next(5) == 0 ? ["supplies", $"b{random.Next(count):0000}"] : [],
                            Status = random.Next(12) == 0 && count > 3 ? BusinessStatus.Closed : null,
                            Attributes = new Dictionary<string, string> { ["group"] = $"{random.Next(3)}" },
                        };
                        return with?.Invoke(facts, random) ?? facts;
                    }
                )
            );
        return Town([.. all], Ties(random, count, ties, types ?? RelationshipTypes.All));
    }

    static IEnumerable<Business> Plain(int count) => Enumerable.Range(0, count).Select(of => Shop($"b{of:0000}"));

    static IEnumerable<Relationship> Pairs(
        int count,
        Func<int, int, bool> isTied,
        RelationshipType type = RelationshipType.Supplies
    ) =>
        Enumerable
            .Range(0, count)
            .SelectMany(from =>
                Enumerable
                    .Range(0, count)
                    .Where(to => to != from && isTied(from, to))
                    .Select(to => Tie($"b{from:0000}", $"b{to:0000}", type))
            );

    static IEnumerable<Relationship> Ties(Random random, int count, int ties, IReadOnlyList<RelationshipType> types)
    {
        var seen = new HashSet<(int, int, RelationshipType)>();
        for (var tries = 0; seen.Count < ties && tries < 20 * ties; tries++)
        {
            var (from, to, type) = (random.Next(count), random.Next(count), types[random.Next(types.Count)]);
            if (seen.Add((from, to, type)))
            {
                yield return Tie($"b{from:0000}", $"b{to:0000}", type, random.Next(4) == 0 ? random.NextDouble() : null);
            }
        }
    }

    static BusinessFacts HugeTexts(BusinessFacts facts, Random random) =>
        facts with
        {
            Offers =
            [
                new string(' ', 20_000) + "x",
                string.Join(' ', Enumerable.Repeat("bread for", 5_000)),
                new string('x', 299) + "😀😀",
            ],
            Needs = [string.Concat(Enumerable.Repeat("a b ", 10_000)) + "buyers", new string('q', 50_000)],
            Industry = new Industry(Title: string.Concat(Enumerable.Repeat("baker and ", 3_000))),
            Attributes = new Dictionary<string, string> { ["notes"] = new string((char)('a' + random.Next(26)), 50_000) },
        };

    static BusinessFacts Scripts(BusinessFacts facts, Random random)
    {
        var text = Texts[random.Next(Texts.Length)].Split('|');
        return facts with
        {
            Name = text[0],
            Offers = [text[1]],
            Needs = [text[2], text[1]],
            Industry = new Industry(Title: text[0]),
            Place = new Place { Locality = text[0], PostalCode = text[2] },
            Tags = [text[1]],
            Networks = [text[2]],
        };
    }

    static BusinessFacts ExtremeNumbers(BusinessFacts facts, Random random)
    {
        double Any() => Extremes[random.Next(Extremes.Length)];
        return facts with
        {
            Employees = random.Next(2) == 0 ? int.MaxValue : -5,
            Turnover = random.Next(2) == 0 ? decimal.MaxValue : decimal.MinValue,
            Founded = random.Next(2) == 0 ? int.MinValue : int.MaxValue,
            Place = new Place { Latitude = random.Next(2) == 0 ? 90 : -90, Longitude = random.Next(2) == 0 ? 180 : -180 },
            Attributes = new Dictionary<string, string>
            {
                ["extreme"] = Any().ToString("R", CultureInfo.InvariantCulture),
                ["large"] = (1e308 * (random.NextDouble() - 0.5)).ToString("R", CultureInfo.InvariantCulture),
            },
        };
    }
}
