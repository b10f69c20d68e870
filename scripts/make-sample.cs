#:property PublishAot=false
// Makes the sample town: `dotnet run scripts/make-sample.cs [-- SEED]` writes sample/businesses.csv and sample/ties.csv.
// The cast (make-sample.cast.txt) says who is there and who deals with whom; addresses, money, dates and counts are drawn.
// Same cast and seed, same bytes. Nothing is written unless the town has everything that it is there to show.

using System.Globalization;
using System.Text;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var scripts = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
var dice = new Dice(args.Length > 0 ? args[0] : "1894");

var cast = Cast.Read(Path.Combine(scripts, "make-sample.cast.txt"));
var businesses = Businesses.Draw(cast, dice);
var ties = Ties.Draw(cast, businesses, dice);
var findings = TownCheck.Run(businesses, ties);

var sample = Directory.CreateDirectory(Path.Combine(scripts, "..", "sample")).FullName;
Csv.Write(Path.Combine(sample, "businesses.csv"), Businesses.Header, businesses.Select(Businesses.Row));
Csv.Write(Path.Combine(sample, "ties.csv"), Ties.Header, ties.Select(Ties.Row));
Console.WriteLine(findings);

/// <summary>One number for each question asked, so that a new line in the cast changes nothing for the others.</summary>
sealed class Dice(string seed)
{
    public double Share(string question)
    {
        var hash = 14695981039346656037UL; // FNV-1a, then the finalizer of SplitMix64
        foreach (var b in Encoding.UTF8.GetBytes($"{seed}/{question}"))
            hash = (hash ^ b) * 1099511628211UL;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return ((hash ^ (hash >> 31)) >> 11) / (double)(1UL << 53);
    }

    public double Between(string question, Range range) => range.Low + (range.High - range.Low) * Share(question);

    public int Whole(string question, int low, int high) => low + (int)(Share(question) * (high - low + 1));
}

readonly record struct Range(double Low, double High)
{
    public static Range Parse(string text) => new(double.Parse(text.Split('-')[0]), double.Parse(text.Split('-')[1]));
}

/// <summary>The lines of each section of the cast, cut into their cells.</summary>
sealed record Cast(Dictionary<string, List<string[]>> Sections)
{
    public static Cast Read(string path)
    {
        var sections = new Dictionary<string, List<string[]>>();
        var lines = new List<string[]>();
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && !l.StartsWith('#')))
        {
            if (line.StartsWith('['))
                sections[line.Trim('[', ']')] = lines = [];
            else
                lines.Add(line.Split(';', StringSplitOptions.TrimEntries));
        }
        return new Cast(sections);
    }
}

sealed record Trade(string Industry, string Code, Range Turnover, Range Spend, string Serves, string Kind)
{
    public static Trade Parse(string[] cells) =>
        new(
            cells[1],
            cells[2],
            Range.Parse(cells[3]),
            Range.Parse(cells[4]),
            cells[5],
            cells.ElementAtOrDefault(6) ?? "Business"
        );
}

sealed record Place(string Locality, string Outward, double Latitude, double Longitude, string[] Streets)
{
    public static Place Parse(string[] cells) =>
        new(cells[1], cells[2], double.Parse(cells[3]), double.Parse(cells[4]), cells[5].Split('|'));
}

sealed record Business(string Id, string Name, Trade Trade, Place Place, int Founded, int Employees)
{
    public required string Address { get; init; }
    public required string PostalCode { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
    public required double Turnover { get; init; }
    public required double Spend { get; init; }
    public required bool TellsMoney { get; init; }
    public required bool HasWebsite { get; init; }
    public required string Phone { get; init; }
    public required string[] Offers { get; init; }
    public required string[] Needs { get; init; }
    public required string[] Networks { get; init; }
    public required Dictionary<string, string> More { get; init; }
    public bool IsActive => !More.ContainsKey("closed");
}

static class Businesses
{
    public const string Header =
        "id,name,kind,industry,industry_code,industry_scheme,address,locality,region,country,postal_code,latitude,longitude,"
        + "ownership,serves,employees,turnover,spend,currency,founded,website,email,phone,offers,needs,open_to,not_with,tags,"
        + "networks,status";

    public static List<Business> Draw(Cast cast, Dice dice)
    {
        var trades = cast.Sections["trades"].ToDictionary(c => c[0], Trade.Parse);
        var places = cast.Sections["places"].ToDictionary(c => c[0], Place.Parse);
        var businesses = new List<Business>();
        var houseNumbers = new Dictionary<string, int>();
        var network = "";
        foreach (var cells in cast.Sections["businesses"])
        {
            if (cells[0].StartsWith("== ", StringComparison.Ordinal))
                network = cells[0][3..];
            else
                businesses.Add(Draw(cells, trades[cells[1]], places[cells[2][..1]], network));
        }
        return [.. businesses.OrderBy(b => b.Id, StringComparer.Ordinal)];

        Business Draw(string[] cells, Trade trade, Place place, string network)
        {
            var id = IdOf(cells[0]);
            var street = cells[2][2..];
            var streetIndex = Array.FindIndex(place.Streets, s => s.TrimStart('*', '~') == street);
            var more = (cells.ElementAtOrDefault(7) ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(e => e.Split('='));
            var words = more.ToDictionary(e => e[0].Trim(), e => e.ElementAtOrDefault(1) ?? "");
            var employees = int.Parse(cells[4]);
            var turnover = Math.Round(employees * dice.Between($"turnover of {id}", trade.Turnover)) * 1000;
            return new Business(id, cells[0], trade, place, int.Parse(cells[3]), employees)
            {
                Address = Address(cells[0], place.Streets[streetIndex]),
                PostalCode = PostalCode(place, streetIndex),
                Latitude = place.Latitude + Near($"latitude of {street}", 0.005) + Near($"latitude of {id}", 0.0006),
                Longitude = place.Longitude + Near($"longitude of {street}", 0.008) + Near($"longitude of {id}", 0.001),
                Turnover = turnover,
                Spend = Math.Round(turnover * dice.Between($"spend of {id}", trade.Spend) / 10_000) * 100,
                TellsMoney = dice.Share($"tells money: {id}") < 0.88,
                HasWebsite = employees > 2 || dice.Share($"website of {id}") < 0.6,
                Phone = $"01632 960{(11 + 37 * businesses.Count) % 1000:000}", // 37 and 1000 share no factor: each number once
                Offers = List(cells[5]),
                Needs = List(cells[6]),
                Networks = [.. List(network.Trim('-')), .. List(words.GetValueOrDefault("in", ""))],
                More = words,
            };
        }

        string Address(string name, string street)
        {
            if (street.StartsWith('~'))
                return $"{name}, {street[1..]}";
            var number = houseNumbers[street] = houseNumbers.GetValueOrDefault(street) + dice.Whole($"house of {name}", 1, 3);
            return street.StartsWith('*') ? $"Unit {number}, {street[1..]}" : $"{number} {street}";
        }

        string PostalCode(Place place, int street)
        {
            const string letters = "ABDEFGHJLNPQRSTUWXYZ"; // the second half of a British postal code has no C, I, K, M, O, V
            char Letter(string which) => letters[dice.Whole($"{which} letter of {place.Streets[street]}", 0, letters.Length - 1)];
            return $"{place.Outward} {1 + street % 9}{Letter("first")}{Letter("last")}";
        }

        double Near(string question, double reach) => dice.Between(question, new Range(-reach, reach));
    }

    public static object[] Row(Business b) =>
        [
            b.Id,
            b.Name,
            b.Trade.Kind,
            b.Trade.Industry,
            b.Trade.Code,
            "UK SIC",
            b.Address,
            b.Place.Locality,
            "Tambershire",
            "GB",
            b.PostalCode,
            b.Latitude.ToString("0.0000"),
            b.Longitude.ToString("0.0000"),
            b.More.GetValueOrDefault("own", "LocalIndependent"),
            b.Trade.Serves,
            b.Employees,
            b.TellsMoney ? b.Turnover : "",
            b.TellsMoney ? b.Spend : "",
            b.TellsMoney ? "GBP" : "",
            b.Founded,
            b.HasWebsite ? $"https://www.{b.Id}.example" : "",
            $"hello@{b.Id}.example",
            b.Phone,
            string.Join('|', b.Offers),
            string.Join('|', b.Needs),
            b.More.GetValueOrDefault("open", ""),
            b.More.GetValueOrDefault("not", ""),
            b.More.GetValueOrDefault("tags", ""),
            string.Join('|', b.Networks),
            b.IsActive ? "Active" : "Closed",
        ];

    static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    static string IdOf(string name)
    {
        var plain = name.ToLowerInvariant().Replace("&", "and").Replace("'", "").Replace('é', 'e');
        return plain.Replace(' ', '-');
    }
}

sealed record Tie(Business From, Business To, string Type, string Kind)
{
    public DateOnly Since { get; init; }
    public DateOnly? Until { get; init; }
    public bool Ended { get; init; }
    public int? Weight { get; init; }
    public double? Amount { get; set; }
    public string Note { get; init; } = "";
    public bool IsDirected => Type is "Supplies" or "Refers" or "Mentors" or "Sponsors" or "Finances";
    public double Years => Math.Max(1, ((Until ?? Since).DayNumber - Since.DayNumber) / 365.25);
    public double PerYear => (Amount ?? 0) / Years;
    public string Question => $"{From.Id} {Type} {To.Id} {Kind}";

    public string Key =>
        IsDirected || string.CompareOrdinal(From.Id, To.Id) < 0
            ? $"{From.Id} {To.Id} {Type} {Kind}"
            : $"{To.Id} {From.Id} {Type} {Kind}";
}

static class Ties
{
    public const string Header =
        "from,to,type,kind,industry,industry_scheme,weight,amount,currency,since,until,ended,note,confidence";
    static readonly string[] Types =
    [
        "Supplies",
        "Refers",
        "Mentors",
        "Partners",
        "Exchanges",
        "Shares",
        "Sponsors",
        "Finances",
        "Knows",
    ];
    static readonly DateOnly FirstDay = new(2022, 1, 1);
    static readonly DateOnly LastBooked = new(2026, 9, 30);

    public static List<Tie> Draw(Cast cast, List<Business> businesses, Dice dice)
    {
        var byId = businesses.ToDictionary(b => b.Id);
        var ties = new List<Tie>();
        foreach (var type in Types)
        foreach (var cells in cast.Sections[type])
        {
            // "supplier > customer, !customer : what"; a ! before either side says that it has ended
            var ends = cells[0].Split([" > ", " = ", " : "], StringSplitOptions.TrimEntries);
            foreach (var to in ends[1].Split(", "))
                ties.Add(
                    Draw(byId[ends[0].Trim('!')], byId[to.Trim('!')], type, ends[2], cells, cells[0][0] == '!' || to[0] == '!')
                );
        }
        Scale(ties, t => t.To, b => 0.8 * b.Spend);
        Scale(ties, t => t.From, b => 0.85 * b.Turnover);
        foreach (var tie in ties.Where(t => t.Amount is not null))
            tie.Amount = Math.Floor(tie.Amount!.Value / 10) * 10;
        return ties;

        Tie Draw(Business from, Business to, string type, string kind, string[] cells, bool ended)
        {
            var tie = new Tie(from, to, type, kind) { Ended = ended, Note = cells.ElementAtOrDefault(2) ?? "" };
            var hasMoney = cells.Length > 1;
            // Whoever wrote a note knows the price as well; of the others one in seven kept it to themselves.
            var money = hasMoney && (type != "Supplies" || tie.Note != "" || dice.Share($"amount known: {tie.Question}") < 0.86);
            tie = tie with
            {
                // An amount covers a year at least.
                Since = Since(
                    tie,
                    ended ? new(2023, 6, 30)
                        : hasMoney ? new(2025, 9, 30)
                        : new(2026, 8, 31)
                ),
                Until =
                    ended ? Ending(tie)
                    : money && type != "Finances" ? LastBooked
                    : null,
                Weight = type switch
                {
                    "Refers" => dice.Whole($"clients {tie.Question}", 2, 16),
                    "Knows" => dice.Whole($"met {tie.Question}", 1, 5),
                    _ => null,
                },
            };
            return money ? tie with { Amount = Yearly(tie, Range.Parse(cells[1])) * tie.Years } : tie;
        }

        DateOnly Since(Tie tie, DateOnly last)
        {
            var opened = new DateOnly(Math.Max(tie.From.Founded, tie.To.Founded), 4, 1);
            var first = opened > FirstDay ? opened : FirstDay;
            return first.AddDays(dice.Whole($"since {tie.Question}", 0, last.DayNumber - first.DayNumber));
        }

        // All ties of a business that shut ended on one day.
        DateOnly Ending(Tie tie)
        {
            var shut = new[] { tie.From, tie.To }.FirstOrDefault(b => !b.IsActive);
            return new DateOnly(2024, 7, 1).AddDays(dice.Whole($"ended {shut?.Id ?? tie.Question}", 0, 500));
        }

        // Supplies: percent of the customer's spend, but no more than a fifth of what the supplier sells. Else pounds.
        double Yearly(Tie tie, Range range)
        {
            var drawn = dice.Between($"amount {tie.Question}", range);
            if (tie.Type != "Supplies")
                return Math.Round(drawn / 50) * 50;
            return Math.Min(drawn / 100 * tie.To.Spend, 0.2 * tie.From.Turnover);
        }
    }

    // Brings what one business buys, or sells, under its limit.
    static void Scale(List<Tie> ties, Func<Tie, Business> end, Func<Business, double> limit)
    {
        foreach (var group in ties.Where(t => t.Type == "Supplies" && t.Amount is not null).GroupBy(end))
        {
            var factor = limit(group.Key) / group.Sum(t => t.PerYear);
            foreach (var tie in group.Where(_ => factor < 1))
                tie.Amount *= factor;
        }
    }

    public static object[] Row(Tie t) =>
        [
            t.From.Id,
            t.To.Id,
            t.Type,
            t.Kind,
            t.Type == "Supplies" ? t.From.Trade.Code : "",
            t.Type == "Supplies" ? "UK SIC" : "",
            t.Weight?.ToString() ?? "",
            t.Amount?.ToString("0") ?? "",
            t.Amount is null ? "" : "GBP",
            t.Since.ToString("yyyy-MM-dd"),
            t.Until?.ToString("yyyy-MM-dd") ?? "",
            t.Ended ? "true" : "",
            t.Note,
            Confidence(t),
        ];

    static string Confidence(Tie t) =>
        (t.Type, t.Amount) switch
        {
            ("Supplies", not null) or ("Finances", _) or ("Mentors", _) => "1",
            ("Refers", _) => "0.8",
            ("Knows", _) => "0.7",
            _ => "0.9",
        };
}

/// <summary>What the town is there to show. Each line of <see cref="Run"/> either holds or stops the writing.</summary>
static class TownCheck
{
    public static string Run(List<Business> businesses, List<Tie> ties)
    {
        var active = businesses.Where(b => b.IsActive).ToList();
        var live = ties.Where(t => !t.Ended).ToList();
        var supplies = live.Where(t => t.Type == "Supplies").ToList();
        var byType = ties.GroupBy(t => t.Type).ToDictionary(g => g.Key, g => g.Count());

        Must(businesses.Count is >= 145 and <= 165 && ties.Count is >= 380 and <= 430, $"size: {businesses.Count}, {ties.Count}");
        Must(byType.Count == 9 && byType.Values.Min() >= 10, "each of the nine types is there");
        Must(businesses.DistinctBy(b => b.Id).Count() == businesses.Count, "each id stands once");
        Must(businesses.DistinctBy(b => b.Phone).Count() == businesses.Count, "each phone number stands once");
        Repeated(ties.GroupBy(t => t.Key).Where(g => g.Count() > 1).Select(g => g.Key), "tie twice");
        Repeated(ties.Where(t => t.From == t.To).Select(t => t.Key), "tie to oneself");
        Repeated(live.Where(t => !t.From.IsActive || !t.To.IsActive).Select(t => t.Key), "live tie of a closed business");
        foreach (var kind in new[] { "PublicBody", "Finance", "Media", "Education", "Nonprofit" })
            Must(active.Any(b => b.Trade.Kind == kind && live.Any(t => Joins(t, b))), $"a {kind} with ties");

        var isolated = active.Where(b => !live.Any(t => Joins(t, b))).ToList();
        Must(isolated.Count is >= 5 and <= 8, $"five to eight isolated: {Names(isolated)}");

        var bridge = active.Single(b => b.Id == "lantern-house-gallery");
        var makers = active.Where(b => b != bridge && b.Networks.Contains("Nether Sallow Makers")).ToHashSet();
        var studios = active.Where(b => b != bridge && b.Networks.Contains("Signal Works")).ToHashSet();
        var withoutBridge = live.Where(t => !Joins(t, bridge)).SelectMany(t => new[] { (t.From, t.To), (t.To, t.From) }).ToList();
        Must(
            Reached(makers.First(), withoutBridge).SetEquals(makers),
            "the makers hang together, and reach no one without the bridge"
        );
        Must(studios.IsSubsetOf(Reached(studios.First(), withoutBridge)), "the studios hang together");
        Must(studios.Any(s => live.Any(t => Joins(t, s) && Joins(t, bridge))), "the bridge reaches the studios");

        var arcs = supplies.Select(t => (t.From, t.To)).ToList();
        string[] chain = ["skylark-hill-farm", "quernford-mill", "marlow-lane-bakery", "the-blue-spoon-cafe"];
        Must(chain.Zip(chain.Skip(1)).All(p => arcs.Any(a => (a.From.Id, a.To.Id) == p)), "farm, mill, bakery, café");
        var chains = arcs.Sum(first => arcs.Count(last => arcs.Contains((first.To, last.From)) && last.To != first.From));
        Must(chains >= 50, $"chains of three tiers: {chains}");
        var cycle = active.Where(b => arcs.Any(a => a.To == b && Reached(b, arcs).Contains(a.From))).ToList();
        Must(Names(cycle) == "drayscombe-maltings, skylark-hill-farm, three-herons-brewery", $"one cycle: {Names(cycle)}");

        var suppliersOf = supplies.GroupBy(t => t.To).ToDictionary(g => g.Key, g => g.Select(t => t.From).Distinct().Count());
        var sole = active.Where(IsSole).ToList();
        Must(sole.Count >= 5, $"sole sources: {Names(sole)}");

        foreach (var buyer in supplies.GroupBy(t => t.To))
            Must(buyer.Sum(t => t.PerYear) <= buyer.Key.Spend, $"{buyer.Key.Id} buys no more than it spends");
        foreach (var seller in supplies.GroupBy(t => t.From))
            Must(seller.Sum(t => t.PerYear) <= seller.Key.Turnover, $"{seller.Key.Id} sells no more than it takes");
        Must(ties.All(t => t.Amount is null or > 0), "amounts are above zero");
        Must(
            ties.All(t => t.Since.Year is >= 2022 and <= 2026 && (t.Until ?? t.Since) >= t.Since),
            "dates of four years, in order"
        );
        Must(ties.Where(t => t.Type == "Mentors").All(t => t.From.Founded < t.To.Founded), "mentors are the older ones");

        var matches = active.SelectMany(a => active.Where(b => Fits(a, b)).Select(b => $"{a.Id} for {b.Id}")).ToList();
        var ofIsolated = isolated.Where(a => active.Any(b => Fits(a, b))).ToList();
        Must(matches.Count >= 30 && ofIsolated.Count >= 4, $"offers that meet needs: {matches.Count}, {Names(ofIsolated)}");

        return $"""
            {businesses.Count} businesses ({businesses.Count - active.Count} closed), {ties.Count} ties ({ties.Count
                - live.Count} ended)
            {string.Join(", ", byType.Select(p => $"{p.Key} {p.Value}"))}
            Isolated: {Names(isolated)}
            Bridge: {bridge.Id}, between {makers.Count} makers and {studios.Count} studios
            Cycle: {Names(cycle)}
            Sole sources, of a tenth or more of what a business spends: {Names(sole)}
            Offers that meet a need of a business not yet tied: {matches.Count}; by the isolated {Names(ofIsolated)}
            """;

        bool IsSole(Business b) =>
            active.Count(o => o.Trade.Code[..4] == b.Trade.Code[..4]) == 1
            && supplies.Any(t => t.From == b && suppliersOf[t.To] >= 3 && t.PerYear >= 0.1 * t.To.Spend);

        bool Fits(Business a, Business b) =>
            a != b && a.Offers.Intersect(b.Needs).Any() && !live.Any(t => Joins(t, a) && Joins(t, b));
    }

    static bool Joins(Tie tie, Business business) => tie.From == business || tie.To == business;

    static HashSet<Business> Reached(Business start, List<(Business From, Business To)> arcs)
    {
        var reached = new HashSet<Business> { start };
        var open = new Queue<Business>(reached);
        while (open.TryDequeue(out var business))
            foreach (var (_, to) in arcs.Where(a => a.From == business && reached.Add(a.To)))
                open.Enqueue(to);
        return reached;
    }

    static string Names(IEnumerable<Business> businesses) => string.Join(", ", businesses.Select(b => b.Id));

    static void Repeated(IEnumerable<string> found, string what) => Must(!found.Any(), $"{what}: {string.Join(", ", found)}");

    static void Must(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException($"The town does not hold this: {what}");
    }
}

static class Csv
{
    public static void Write(string path, string header, IEnumerable<object[]> rows)
    {
        var lines = rows.Select(row => string.Join(',', row.Select(cell => Quoted($"{cell}"))));
        File.WriteAllText(path, string.Join('\n', [header, .. lines]) + '\n', new UTF8Encoding(false));
    }

    static string Quoted(string cell) => cell.IndexOfAny([',', '"', '\n']) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
}
