using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Analysis.Tests.Suggestions;

/// <summary>Which offers meet which needs: what a reader of both would say.</summary>
public sealed class PhraseIndexTests
{
    [Theory]
    [InlineData("bookkeeping", "bookkeeping")]
    [InlineData("Bookkeeper", "bookkeeping")]
    [InlineData("bookkeeping", "Buchhaltung")]
    [InlineData("bookkeeping for small shops", "Hilfe bei der Buchführung")]
    [InlineData("Steuerberater", "accounting")]
    [InlineData("Webdesign", "a new website")]
    [InlineData("Tischlerei", "joinery")]
    [InlineData("web site", "website for a shop")]
    [InlineData("vegetables, seasonal", "seasonal vegetables")]
    [InlineData("Vegetable grower", "vegetables for lunches")]
    [InlineData("cut flowers", "funeral flowers")]
    [InlineData("sourdough bread", "wir suchen Brot")]
    [InlineData("Plumber and heating engineer", "plumber wanted")]
    [InlineData("plants|compost", "Kompost")]
    [InlineData("labels", "label printing")]
    [InlineData("Gebäudereinigung", "Reinigungskraft gesucht")]
    [InlineData("Übersetzungen", "translator")]
    [InlineData("Büroräume", "office space")]
    [InlineData("Apfelsaft", "apple juice")]
    [InlineData("roof repairs", "someone to mend our roof")]
    public void What_means_the_same_meets(string offer, string need) => Assert.NotNull(Match(offer, need));

    [Theory]
    [InlineData("van repairs", "piano tuning")]
    [InlineData("chair repairs", "van repairs")]
    [InlineData("bread", "signs")]
    [InlineData("honey jars", "honey")]
    [InlineData("meat boxes", "egg boxes")]
    [InlineData("local cheese", "cheese-room staff")]
    [InlineData("savings for staff", "seasonal staff")]
    [InlineData("pest advice", "mentor")]
    [InlineData("leather repairs", "leather")]
    [InlineData("Newspaper", "paper")]
    [InlineData("Games studio", "studio space")]
    [InlineData("Energy supplier", "local suppliers")]
    [InlineData("spent grain", "milling wheat")]
    [InlineData("stone repairs", "stone")]
    [InlineData("riverside garden", "gardener")]
    [InlineData("plants", "floor plans")]
    [InlineData("restoration", "restaurant food")]
    [InlineData("stables", "tables")]
    [InlineData("work experience", "apprentices")]
    public void What_does_not_mean_the_same_does_not_meet(string offer, string need) => Assert.Null(Match(offer, need));

    [Fact]
    public void A_text_that_is_too_long_is_cut_between_its_letters()
    {
        // Of 300 characters that count the last would be half of the sign, which is two.
        var offer = "bread " + new string('-', 293) + "😀";

        Assert.NotNull(Match(offer, "bread"));
    }

    [Theory]
    [InlineData("customers for honey", "honey")]
    [InlineData("Abnehmer für Käse", "cheese")]
    [InlineData("wir suchen Kunden für unser Brot", "bread")]
    [InlineData("lamb buyers", "lamb")]
    [InlineData("log buyers", "logs")]
    [InlineData("shops to sell our candles", "candles")]
    [InlineData("Läden, die unsere Kerzen verkaufen", "Kerzen")]
    public void Who_looks_for_customers_for_a_thing_offers_it(string asked, string need)
    {
        var town = Town(("seeker", [], [asked], null), ("other", [], [need], null), ("third", [need], [], null));
        var index = new PhraseIndex(town, Synonyms.Default);

        Assert.NotNull(index.BestMatch(Node(town, "seeker"), Node(town, "other")));
        // Who offers it too is no answer: two sellers.
        Assert.Null(index.BestMatch(Node(town, "third"), Node(town, "seeker")));
    }

    [Theory]
    [InlineData("restaurants to supply", "Restaurant")]
    [InlineData("Restaurants als Kunden", "Restaurant")]
    [InlineData("bakeries to supply", "Bakery")]
    [InlineData("hotels and cafés as customers", "Café")]
    [InlineData("Bäckereien zum Beliefern", "Bäckerei")]
    public void Who_looks_for_a_trade_to_supply_meets_it_as_its_supplier(string asked, string trade)
    {
        var town = Town(("farm", ["straw"], [asked], "Arable farm"), ("kitchen", ["lunch"], ["candles"], trade));
        var (index, farm, kitchen) = (new PhraseIndex(town, Synonyms.Default), Node(town, "farm"), Node(town, "kitchen"));
        var (ahead, back) = (new SparseSums(2), new SparseSums(2));
        index.OffersMeet(farm, ahead);
        index.NeedsMetBy(farm, back);

        Assert.Equal((asked, trade), index.BestTrade(farm, kitchen));
        Assert.True(ahead[kitchen] > 0);
        Assert.Equal(0, back[kitchen]); // the restaurant is not what the farm buys
        Assert.Null(index.BestMatch(kitchen, farm));
    }

    [Theory]
    [InlineData("new clients", true)]
    [InlineData("Neukunden", true)]
    [InlineData("borrowers", true)]
    [InlineData("bookkeeping", false)]
    [InlineData("customer service training", false)]
    [InlineData("website to sell online", false)]
    public void Customers_of_any_kind_are_no_thing(string need, bool isCustomers) =>
        Assert.Equal(isCustomers ? NeedKind.Customers : NeedKind.Thing, NeedText.Read(need).Kind);

    [Fact]
    public void People_may_bring_their_own_synonyms()
    {
        var own = Synonyms.Read(new StringReader("# ours\nbaps, barm cakes, Brötchen\n"));

        Assert.Null(Match("baps", "barm cakes", Synonyms.None));
        Assert.Equal(("baps", "barm cakes"), Match("baps", "barm cakes", own));
        Assert.Equal(("Brotchen", "baps"), Match("Brotchen", "baps", own));
        Assert.Contains(
            "Line 1",
            Assert.Throws<FormatException>(() => Synonyms.Read(new StringReader("alone"))).Message,
            StringComparison.Ordinal
        );
    }

    static (string, string)? Match(string offer, string need, Synonyms? synonyms = null)
    {
        var town = Town(
            ("a", offer.Split('|'), [], null),
            ("b", [], [need], null),
            ("c", ["gas fitting", "coffee"], ["stone walls", "rent"], null)
        );
        return new PhraseIndex(town, synonyms ?? Synonyms.Default).BestMatch(0, 1);
    }

    static NetworkSnapshot Town(params (string Id, string[] Offers, string[] Needs, string? Trade)[] all) =>
        DrawnTown.Town(
            all.Select(of =>
                DrawnTown.Shop(
                    of.Id,
                    facts =>
                        facts with
                        {
                            Offers = of.Offers,
                            Needs = of.Needs,
                            Industry = of.Trade is null ? null : new Industry(Title: of.Trade),
                        }
                )
            )
        );

    static int Node(NetworkSnapshot town, string id) => town.NodeOf(DrawnTown.Id(id))!.Value;
}
