using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>What businesses buy from one supplier only.</summary>
/// <remarks>
/// For a buyer with at least three recorded suppliers: a known trade of which exactly one of them is. One gap for each supplier and trade. Where others in
/// the network could supply, it counts from a tenth of a buyer's spend on. First those that nobody could replace, then by the share of spend.
/// </remarks>
static class SoleSources
{
    sealed record Dependence(int Seller, int Buyer, string Trade, double? Share);

    public static IEnumerable<Gap> Find(GapGround ground) =>
        ground
            .Trades.Sales.GroupBy(sale => sale.Buyer)
            .Where(purchases => purchases.Select(sale => sale.Seller).Distinct().Count() >= ground.Options.LeastSuppliers)
            .SelectMany(purchases => Of(ground, purchases))
            .GroupBy(dependence => (dependence.Seller, dependence.Trade))
            .Select(dependents => Ranked(ground, dependents.Key.Seller, dependents.Key.Trade, [.. dependents]))
            .OfType<RankedGap>()
            .Order()
            .Select(ranked => ranked.Gap);

    static IEnumerable<Dependence> Of(GapGround ground, IGrouping<int, Sale> purchases) =>
        purchases
            .Where(sale => sale.Trade is not null)
            .GroupBy(sale => sale.Trade!)
            .Where(trade => trade.Select(sale => sale.Seller).Distinct().Count() == 1)
            .Select(trade => new Dependence(
                trade.First().Seller,
                purchases.Key,
                trade.Key,
                ShareOf(ground[purchases.Key], [.. trade], [.. purchases])
            ));

    // Of the yearly spend that the buyer says, else of its recorded purchases; in one currency only.
    static double? ShareOf(Business buyer, List<Sale> bought, List<Sale> all)
    {
        var paid = bought.SelectMany(sale => Trades.PerYear(sale.Tie)).GroupBy(p => p.Currency, p => p.Amount).ToList();
        if (paid.Count != 1)
        {
            return null;
        }

        var recorded = all.SelectMany(sale => Trades.PerYear(sale.Tie)).Where(p => p.Currency == paid[0].Key).Sum(p => p.Amount);
        var spend = buyer.Facts.Currency == paid[0].Key ? (double?)buyer.Facts.Spend : null;
        return paid[0].Sum() / Math.Max(spend ?? recorded, recorded);
    }

    static RankedGap? Ranked(GapGround ground, int seller, string trade, List<Dependence> dependents)
    {
        var buyers = dependents.Select(d => d.Buyer).Order().ToList();
        var alternatives = ground
            .Trades.SellersOf(trade)
            .Where(other => other != seller && !buyers.Contains(other))
            .OrderByDescending(other => (ground.Area.IsLocal(other) == true, ground.Contacts(other)))
            .ToList();
        var share = dependents.Max(d => d.Share);
        if (alternatives.Count > 0 && (share ?? 0) < ground.Options.LeastSpendShare)
        {
            return null;
        }

        var name = ground.Trades.NameOf(trade);
        var most = dependents.OrderByDescending(d => d.Share ?? 0).ThenBy(d => d.Buyer).First().Buyer;
        var evidence = new List<GapEvidence>
        {
            GapEvidence.Word(EvidenceKind.Trade, name),
            GapEvidence.Of(EvidenceKind.Buyers, ground.All(buyers)),
            GapEvidence.Of(EvidenceKind.Alternatives, ground.All(alternatives)),
        };
        if (share is { } known)
        {
            evidence.Add(GapEvidence.Count(EvidenceKind.SpendShare, known, EvidenceUnit.Share));
        }

        var action = alternatives.Where(other => ground.Matchmaking.MayMeet(most, other)).Cast<int?>().FirstOrDefault()
            is { } second
            ? new GapAction(GapActionKind.SecondSource, ground.All(most, second), name, ground[most])
            : new GapAction(GapActionKind.FindSeller, [], name);
        var gap = new Gap(GapIdentity.Of(GapKind.SoleSource, ground[seller], trade), ground.All(seller), evidence, action);
        return new RankedGap(gap, [alternatives.Count == 0 ? 1 : 0, share ?? 0, buyers.Count], seller);
    }
}
