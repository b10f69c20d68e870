using BizGraph.Analysis.Gaps;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Gaps.DrawnTown;
using Synonyms = BizGraph.Analysis.Suggestions.Synonyms;

namespace BizGraph.Analysis.Tests.Gaps;

/// <summary>Sole sources, what is bought outside, and what nobody offers.</summary>
public sealed class TradeGapTests
{
    static readonly GapOptions InHam = new() { Area = ["ham"] };

    // The bakery buys flour from the mill for 2,400 over two years, eggs and milk for 300 and 500 in a year: 1,200 of 2,000 a year is flour.
    static DrawnTown Bakery() =>
        new DrawnTown()
            .With("mill", f => f with { Industry = new Industry("10611", "UK SIC", "Flour mill") })
            .Ties("mill-bakery", RelationshipType.Supplies, t => Paid(t, 2400, 2023, 2025) with { Kind = "flour" })
            .Ties(
                "hens-bakery",
                RelationshipType.Supplies,
                t => Paid(t, 300, 2024, 2025) with { Industry = new Industry("01470", "UK SIC") }
            )
            .Ties(
                "dairy-bakery",
                RelationshipType.Supplies,
                t => Paid(t, 500, 2024, 2025) with { Industry = new Industry("01410", "UK SIC") }
            );

    [Fact]
    public void A_sole_source_is_the_one_supplier_of_a_trade_to_a_buyer_of_three()
    {
        var sole = Bakery().Gaps(GapKind.SoleSource);

        Assert.Equal(["mill", "dairy", "hens"], sole.Select(gap => Ids(gap.Businesses)));
        Assert.Equal(
            ("flour", "bakery", 0d),
            (sole[0].Find(EvidenceKind.Trade)!.Text, Ids(sole[0], EvidenceKind.Buyers), sole[0].Number(EvidenceKind.Alternatives))
        );
        Assert.Equal([0.6, 0.25, 0.15], sole.Select(gap => Math.Round(gap.Number(EvidenceKind.SpendShare), 2)));
        Assert.Equal(GapActionKind.FindSeller, sole[0].NextAction.Kind);
        Assert.Empty(Bakery().Gaps(GapKind.SoleSource, new GapOptions { LeastSuppliers = 4 }));
    }

    [Fact]
    public void Where_another_could_supply_it_counts_from_a_tenth_of_the_spend_on()
    {
        var town = Bakery()
            .With("other-mill", f => f with { Industry = new Industry("1061", "NACE", "Mill") })
            .With("bakery", f => f with { Spend = 6000, Currency = "GBP" });

        // A fifth of 6,000: named, after those that nobody could replace, with the other mill (NACE and UK SIC agree to four digits).
        var sole = town.Gaps(GapKind.SoleSource);
        Assert.Equal(["dairy", "hens", "mill"], sole.Select(gap => Ids(gap.Businesses)));
        Assert.Equal(
            (0.2, "other-mill"),
            (Math.Round(sole[2].Number(EvidenceKind.SpendShare), 2), Ids(sole[2], EvidenceKind.Alternatives))
        );
        Assert.Equal((GapActionKind.SecondSource, "bakery,other-mill"), Next(sole[2]));

        // A twentieth of 24,000: not named.
        Assert.DoesNotContain(
            "mill",
            town.With("bakery", f => f with { Spend = 24_000 }).Gaps(GapKind.SoleSource).Select(gap => Ids(gap.Businesses))
        );
    }

    [Theory]
    [InlineData("-", null)]
    [InlineData("", " ")]
    public void An_industry_that_says_nothing_is_no_trade(string code, string? title)
    {
        var town = Bakery()
            .With("salt", f => f with { Industry = new Industry(code, Title: title) })
            .Ties("salt-bakery", RelationshipType.Supplies);

        Assert.Equal(["mill", "dairy", "hens"], town.Gaps(GapKind.SoleSource).Select(gap => Ids(gap.Businesses)));
    }

    [Fact]
    public void Of_two_suppliers_of_a_trade_none_is_the_sole_source()
    {
        var town = Bakery()
            .With("mill2", f => f with { Industry = new Industry("10612", "UK SIC") })
            .Ties("mill2-bakery", RelationshipType.Supplies);

        Assert.Equal(["dairy", "hens"], town.Gaps(GapKind.SoleSource).Select(gap => Ids(gap.Businesses)));
    }

    [Fact]
    public void What_is_bought_outside_though_a_local_business_offers_it_is_told_to_the_buyer()
    {
        var town = Ham()
            .Ties(
                "cityprint-shop cityprint-inn",
                RelationshipType.Supplies,
                t => Paid(t, 100, 2024, 2025) with { Kind = "printing" }
            )
            .Ties("press-inn");

        var gap = town.Gaps(GapKind.BoughtOutside, InHam).Single();

        Assert.Equal(("press", "printing"), (Ids(gap.Businesses), gap.Find(EvidenceKind.Trade)!.Text));
        Assert.Equal(
            ("inn,shop", "cityprint", "press"),
            (Ids(gap, EvidenceKind.Buyers), Ids(gap, EvidenceKind.OutsideSellers), Ids(gap, EvidenceKind.Alternatives))
        );
        Assert.Equal((200d, "GBP"), (gap.Number(EvidenceKind.SpendPerYear), gap.Find(EvidenceKind.SpendPerYear)!.Text));
        // The inn deals with the press already.
        Assert.Equal((GapActionKind.OfferLocally, "shop,press"), Next(gap));
        Assert.Empty(town.Gaps(GapKind.MissingTrade, InHam));
    }

    [Fact]
    public void What_is_bought_outside_and_offered_by_nobody_here_is_missing()
    {
        var town = Ham()
            .With("press", f => f with { Industry = null })
            .Ties("cityprint-shop cityprint-inn", RelationshipType.Supplies);

        var gap = town.Gaps(GapKind.MissingTrade, InHam).Single();

        Assert.Equal(
            ("Printer", "inn,shop", 0),
            (gap.Find(EvidenceKind.Trade)!.Text, Ids(gap, EvidenceKind.Buyers), gap.Businesses.Count)
        );
        Assert.Empty(town.Gaps(GapKind.BoughtOutside, InHam));
    }

    [Fact]
    public void A_need_of_two_that_no_offer_and_no_trade_here_is_about_is_missing()
    {
        var town = Ham()
            .WithAll("shop inn", f => f with { Needs = ["translation", "printing", "baker", "signs"] })
            .With("inn", f => f with { Needs = [.. f.Needs, "stables"] })
            .With("press", f => f with { Offers = ["printing of books"], Industry = new Industry(Title: "Printer and baker") })
            .With("cityprint", f => f with { Offers = ["sign"] });

        // The press prints and is a baker by trade; signs are offered outside only; stables are one business's wish.
        Assert.Equal(
            ["signs", "translation"],
            town.Gaps(GapKind.MissingTrade, InHam).Select(gap => gap.NextAction.Wanted).Order()
        );
    }

    [Fact]
    public void A_need_is_met_in_other_words_and_customers_are_no_trade()
    {
        var town = Ham()
            .WithAll(
                "shop inn",
                f => f with { Needs = ["Buchhaltung", "new clients", "customers for bread", "pubs to supply", "barms"] }
            )
            .With("press", f => f with { Offers = ["bookkeeper", "baps"] });

        Assert.Equal(["barms"], town.Gaps(GapKind.MissingTrade, InHam).Select(gap => gap.NextAction.Wanted));
        // Their own synonyms in place of ours: baps are barms now, and bookkeepers do no Buchhaltung.
        var drawn = town.Snapshot();
        var own = new NetworkSnapshot(1, drawn.Businesses, drawn.Relationships)
        {
            Tables = new NetworkTables { Synonyms = Synonyms.Read(new StringReader("baps, barms")) },
        };
        Assert.Equal(
            ["Buchhaltung"],
            GapFinder.Find(own, InHam).Where(gap => gap.Kind == GapKind.MissingTrade).Select(gap => gap.NextAction.Wanted)
        );
    }

    [Fact]
    public void Without_a_named_area_it_is_what_lies_near_the_middle()
    {
        // The middle is c, at 52.02 degrees: a is 2.2 km away, b 1.1, far 25.6. Three times the median of 2.2 is less than ten, so ten it is.
        DrawnTown Town(double farNorth) =>
            new DrawnTown()
                .With(
                    "a",
                    f =>
                        f with
                        {
                            Place = new Place { Latitude = 52, Longitude = 1 },
                        }
                )
                .With(
                    "b",
                    f =>
                        f with
                        {
                            Place = new Place { Latitude = 52.01, Longitude = 1 },
                        }
                )
                .With(
                    "c",
                    f =>
                        f with
                        {
                            Place = new Place { Latitude = 52.02, Longitude = 1 },
                            Industry = new Industry(Title: "Printer"),
                        }
                )
                .With(
                    "far",
                    f =>
                        f with
                        {
                            Place = new Place { Latitude = farNorth, Longitude = 1 },
                            Industry = new Industry(Title: "Printer"),
                        }
                )
                .Ties("far-a", RelationshipType.Supplies);

        Assert.Equal("c", Ids(Town(52.25).Gaps(GapKind.BoughtOutside).Single().Businesses));
        Assert.Empty(Town(52.05).Gaps(GapKind.BoughtOutside));
    }

    static DrawnTown Ham() =>
        new DrawnTown()
            .WithAll("shop inn press", f => f with { Place = new Place { Locality = "Ham" } })
            .With("cityprint", f => f with { Place = new Place { Locality = "City" } })
            .WithAll("press cityprint", f => f with { Industry = new Industry("18129", "UK SIC", "Printer") });

    static RelationshipFacts Paid(RelationshipFacts tie, decimal amount, int from, int to) =>
        tie with
        {
            Amount = amount,
            Currency = "GBP",
            Since = new DateOnly(from, 1, 1),
            Until = new DateOnly(to, 1, 1).AddDays(-1),
        };
}
