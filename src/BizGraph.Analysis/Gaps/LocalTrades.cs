namespace BizGraph.Analysis.Gaps;

/// <summary>Trades that members buy outside the area though a local business offers them, and trades that nobody local offers.</summary>
/// <remarks>
/// A trade is what a supply tie says is supplied, else the supplier's industry, to four digits. Members are the organizations in the area; where a place is not
/// known, nobody is called outside. The trades with the most who buy or look for them come first.
/// </remarks>
static class LocalTrades
{
    public static IEnumerable<Gap> Find(GapGround ground) =>
        Bought(ground).Concat(LookedFor(ground)).Order().Select(ranked => ranked.Gap);

    static IEnumerable<RankedGap> Bought(GapGround ground) =>
        ground
            .Trades.Sales.Where(sale =>
                sale.Trade is not null && ground.Area.IsLocal(sale.Seller) == false && ground.Area.IsLocal(sale.Buyer) == true
            )
            .GroupBy(sale => sale.Trade!)
            .Select(trade => OfTrade(ground, trade.Key, [.. trade]))
            .OfType<RankedGap>();

    static RankedGap? OfTrade(GapGround ground, string trade, List<Sale> sales)
    {
        var buyers = sales.Select(sale => sale.Buyer).Distinct().Order().ToList();
        var local = ground
            .Trades.SellersOf(trade)
            .Where(seller => ground.Area.IsLocal(seller) == true)
            .OrderByDescending(ground.Contacts)
            .ToList();
        var (name, evidence) = (ground.Trades.NameOf(trade), EvidenceOf(ground, trade, buyers, sales));
        // Who deals with a local seller already has its reasons; the one to tell may not know of it.
        var told = buyers.Cast<int?>().FirstOrDefault(buyer => SellerFor(ground, buyer!.Value, local) is not null);
        if (told is { } uninformed)
        {
            var seller = SellerFor(ground, uninformed, local)!.Value;
            evidence.Add(GapEvidence.Of(EvidenceKind.Alternatives, ground.All(local)));
            var offer = new GapAction(GapActionKind.OfferLocally, ground.All(uninformed, seller), name, ground[uninformed]);
            return Ranked(GapIdentity.OfName(GapKind.BoughtOutside, trade), ground, [seller], evidence, offer, buyers.Count);
        }

        return local.Count > 0 || buyers.Count < ground.Options.LeastSeekers
            ? null
            : Ranked(GapIdentity.OfName(GapKind.MissingTrade, "trade", trade), ground, [], evidence, Find(name), buyers.Count);
    }

    static int? SellerFor(GapGround ground, int buyer, List<int> local) =>
        local
            .Where(seller => seller != buyer && !ground.Graph.HasEdge(buyer, seller) && ground.Matchmaking.MayMeet(buyer, seller))
            .Cast<int?>()
            .FirstOrDefault();

    static List<GapEvidence> EvidenceOf(GapGround ground, string trade, List<int> buyers, List<Sale> sales)
    {
        var evidence = new List<GapEvidence>
        {
            GapEvidence.Word(EvidenceKind.Trade, ground.Trades.NameOf(trade)),
            GapEvidence.Of(EvidenceKind.Buyers, ground.All(buyers)),
            GapEvidence.Of(EvidenceKind.OutsideSellers, ground.All(sales.Select(sale => sale.Seller).Distinct().Order())),
        };
        var paid = sales.SelectMany(sale => Trades.PerYear(sale.Tie)).GroupBy(p => p.Currency, p => p.Amount).ToList();
        if (paid.Count == 1)
        {
            evidence.Add(new GapEvidence(EvidenceKind.SpendPerYear, EvidenceUnit.MoneyPerYear, paid[0].Sum(), paid[0].Key));
        }

        return evidence;
    }

    // What is looked for in words: missing where no offer and no trade in the area is about it.
    static IEnumerable<RankedGap> LookedFor(GapGround ground)
    {
        foreach (var need in ground.Wants.Needs)
        {
            var seekers = need.Nodes.Where(node => ground.Area.IsLocal(node) != false).ToList();
            if (
                seekers.Count >= ground.Options.LeastSeekers
                && !ground.Wants.OffersFor(need).SelectMany(offer => offer.Nodes).Any(node => ground.Area.IsLocal(node) != false)
            )
            {
                GapEvidence[] evidence =
                [
                    GapEvidence.Word(EvidenceKind.Trade, need.Text),
                    GapEvidence.Of(EvidenceKind.Seekers, ground.All(seekers)),
                ];
                yield return Ranked(
                    GapIdentity.OfName(GapKind.MissingTrade, "need", need.Key),
                    ground,
                    [],
                    evidence,
                    Find(need.Text),
                    seekers.Count
                );
            }
        }
    }

    static GapAction Find(string trade) => new(GapActionKind.FindSeller, [], trade);

    static RankedGap Ranked(
        GapIdentity identity,
        GapGround ground,
        int[] about,
        IReadOnlyList<GapEvidence> evidence,
        GapAction action,
        int count
    ) => new(new Gap(identity, ground.All(about), evidence, action), [count], about.Length > 0 ? about[0] : 0);
}
