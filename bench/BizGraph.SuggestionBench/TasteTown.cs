using BizGraph.Analysis;
using BizGraph.Model;

namespace BizGraph.SuggestionBench;

/// <summary>A town whose taste is drawn at random: how much trades, distance, values, size and fame count for its ties is another in each.</summary>
static class TasteTown
{
    const int Businesses = 150;
    const int Ties = 300;

    static readonly string[] Trades =
    [
        .. "Bakery,Brewery,Printer,Accountant,Florist,Garage,Hotel,Joinery workshop,Farm,Butcher,Web designer,Pottery".Split(','),
    ];

    public static NetworkSnapshot Draw(int seed)
    {
        var random = new Random(seed);
        var taste = Enumerable.Range(0, 5).Select(_ => 2 * random.NextDouble()).ToArray(); // trades, distance, values, size, fame
        var deals = Trades.Select(_ => Trades.Select(_ => Normal(random)).ToArray()).ToArray();
        var (trade, size, fame) = (new int[Businesses], new double[Businesses], new double[Businesses]);
        var (north, east, value) = (new double[Businesses], new double[Businesses], new int[Businesses]);
        for (var of = 0; of < Businesses; of++)
        {
            (trade[of], size[of], fame[of]) = (random.Next(Trades.Length), Normal(random), Normal(random));
            (north[of], east[of], value[of]) = (Normal(random), Normal(random), random.Next(4));
        }

        var pairs = Enumerable
            .Range(0, Businesses)
            .SelectMany(from => Enumerable.Range(0, Businesses).Where(to => to != from).Select(to => (From: from, To: to)))
            .Select(pair => (pair, Wish: Wish(pair.From, pair.To) - Math.Log(-Math.Log(random.NextDouble()))))
            .OrderByDescending(pair => pair.Wish) // Gumbel: a draw without replacement by exp(wish)
            .Take(Ties)
            .Select(pair => Tie(pair.pair.From, pair.pair.To));
        return new NetworkSnapshot(1, Enumerable.Range(0, Businesses).Select(Business), pairs);

        double Wish(int from, int to) =>
            (taste[0] * deals[trade[from]][trade[to]])
            - (taste[1] * Math.Sqrt(Math.Pow(north[from] - north[to], 2) + Math.Pow(east[from] - east[to], 2)))
            + (taste[2] * (value[from] == value[to] ? 1 : 0))
            - (taste[3] * Math.Abs(size[from] - size[to]))
            + (taste[4] * fame[to]);

        Business Business(int of) =>
            new(
                Id(of),
                new BusinessFacts
                {
                    Name = $"{Trades[trade[of]]} no. {of}",
                    Industry = new Industry(Title: Trades[trade[of]]),
                    Place = new Place { Latitude = 51 + (0.02 * north[of]), Longitude = -2 + (0.03 * east[of]) },
                    Employees = 1 + (int)Math.Exp(2 + size[of]),
                    Tags = [$"value {value[of]}"],
                }
            );
    }

    static BusinessId Id(int of) => new($"b{of:000}");

    static Relationship Tie(int from, int to)
    {
        var facts = new RelationshipFacts { Type = RelationshipType.Supplies };
        return new Relationship(RelationshipKey.Of(Id(from), Id(to), facts), facts);
    }

    // Box and Muller.
    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
