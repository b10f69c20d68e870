using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>A supply tie and the trade that it is about.</summary>
readonly record struct Sale(int Seller, int Buyer, string? Trade, Relationship Tie);

/// <summary>Who sells what to whom, by trade: an industry to four digits of its code, or its title where it has no code.</summary>
sealed class Trades
{
    const int Digits = 4;
    const int Division = 2;
    const int Customary = 2; // supply ties between two trades from which that is no accident

    readonly string?[] _tradeOf;
    readonly Dictionary<string, string> _names = [];
    readonly Dictionary<string, List<int>> _sellers;
    readonly ILookup<string, string> _boughtBy;

    public Trades(GapGround ground)
    {
        _tradeOf = [.. Enumerable.Range(0, ground.NodeCount).Select(node => KeyOf(ground[node].Facts.Industry, Digits))];
        Sales =
        [
            .. ground
                .LiveTies.Where(live => live.Tie.Type == RelationshipType.Supplies)
                .Select(live => new Sale(
                    live.From,
                    live.To,
                    KeyOf(live.Tie.Facts.Industry, Digits) ?? _tradeOf[live.From],
                    live.Tie
                )),
        ];
        _sellers = Sales
            .Where(sale => sale.Trade is not null)
            .Select(sale => (Trade: sale.Trade!, Node: sale.Seller))
            .Concat(_tradeOf.Index().Where(t => t.Item is not null).Select(t => (Trade: t.Item!, Node: t.Index)))
            .GroupBy(pair => pair.Trade, pair => pair.Node)
            .ToDictionary(trade => trade.Key, trade => trade.Distinct().Order().ToList());
        _boughtBy = Sales
            .Where(sale => sale.Trade is not null && _tradeOf[sale.Buyer] is not null)
            .CountBy(sale => (Buyer: _tradeOf[sale.Buyer]!, Bought: sale.Trade!))
            .Where(pair => pair.Value >= Customary)
            .ToLookup(pair => pair.Key.Buyer, pair => pair.Key.Bought);
        NameTrades(ground);
    }

    /// <summary>Every supply tie in force, in the order of their ends.</summary>
    public IReadOnlyList<Sale> Sales { get; }

    /// <summary>The trade of a node; null where it is not known.</summary>
    public string? Of(int node) => _tradeOf[node];

    /// <summary>Those whose trade it is or who supply it to anyone, in order.</summary>
    public IReadOnlyList<int> SellersOf(string trade) => _sellers.GetValueOrDefault(trade, []);

    /// <summary>Trades that businesses of this trade buy here, by two supply ties or more.</summary>
    public IEnumerable<string> BoughtBy(string trade) => _boughtBy[trade];

    /// <summary>A trade in words: people's own word for what is sold, else the industry's title, else its code.</summary>
    public string NameOf(string trade) => _names[trade];

    /// <summary>The first two digits of a business's trade, or its title; null where it is not known.</summary>
    public static string? DivisionOf(Business business) => KeyOf(business.Facts.Industry, Division);

    /// <summary>What a buyer pays in a year, by currency; ties without an amount are left out.</summary>
    public static IEnumerable<(string Currency, double Amount)> PerYear(Relationship tie)
    {
        if (tie.Facts.Amount is > 0 && tie.Key.Currency is { } currency)
        {
            var days = tie.Facts is { Since: { } since, Until: { } until } ? until.DayNumber - since.DayNumber : 0;
            yield return (currency, (double)tie.Facts.Amount.Value / Math.Max(1, days / 365.25));
        }
    }

    // NACE and UK SIC are the same to four digits, so lists of either meet.
    static string? KeyOf(Industry? industry, int digits)
    {
        // A code such as "-" says nothing.
        var code = new string([.. (industry?.Code ?? "").Where(char.IsLetterOrDigit)]);
        if (code.Length == 0)
        {
            return BusinessId.Normalize(industry?.Title ?? "") is { Length: > 0 } title ? title : null;
        }

        var scheme = BusinessId.Normalize(industry!.Scheme ?? "").Replace("uk sic", "nace", StringComparison.Ordinal);
        return $"{scheme} {(code.Length > digits ? code[..digits] : code)}";
    }

    // The most frequent word wins, equal ones in ordinal order.
    void NameTrades(GapGround ground)
    {
        var words = Sales
            .Where(sale => sale.Trade is not null)
            .Select(sale => (Trade: sale.Trade!, Word: sale.Tie.Key.Kind ?? sale.Tie.Facts.Industry?.Title, Rank: 2))
            .Concat(
                _tradeOf.Index().Where(t => t.Item is not null).Select(t => (t.Item!, ground[t.Index].Facts.Industry?.Title, 1))
            )
            .Concat(_sellers.Keys.Select(trade => (trade, (string?)trade, 0)));
        foreach (
            var ((trade, word, _), _) in words
                .Where(named => !string.IsNullOrWhiteSpace(named.Item2))
                .CountBy(named => named)
                .OrderByDescending(named => named.Key.Item3)
                .ThenByDescending(named => named.Value)
                .ThenBy(named => named.Key.Item2, StringComparer.Ordinal)
        )
        {
            _names.TryAdd(trade, word!);
        }
    }
}
