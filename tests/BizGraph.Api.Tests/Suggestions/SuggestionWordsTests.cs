using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Reasons;
using BizGraph.Model;

namespace BizGraph.Api.Tests.Suggestions;

/// <summary>Each reason is one clause in each language; the sentences are written by hand.</summary>
public sealed class SuggestionWordsTests
{
    static readonly Business Cafe = Named("cafe", "Blue Spoon");
    static readonly Business Bookkeeper = Named("penny", "Penny Column");
    static readonly Business Mill = Named("mill", "Old Mill");
    static readonly Business Printer = Named("printer", "Ink & Co");

    static readonly Suggestion Supplier = new()
    {
        For = Cafe,
        Whom = Bookkeeper,
        Kind = SuggestionKind.Supplier,
        From = Bookkeeper,
        Score = 1,
        Effect = new TieEffect(1, 4, JoinsComponents: true, []),
    };

    static readonly Dictionary<SuggestionReasonKind, SuggestionReason> Reasons = new SuggestionReason[]
    {
        new(SuggestionReasonKind.SharedPartners) { Businesses = [Mill, Printer], Count = 2 },
        new(SuggestionReasonKind.SharedSuppliers) { Businesses = [Mill], Count = 1 },
        new(SuggestionReasonKind.SharedCustomers) { Businesses = [Mill, Printer], Count = 4 },
        new(SuggestionReasonKind.LikePartners) { Businesses = [Printer], Count = 1 },
        new(SuggestionReasonKind.OffersWhatIsNeeded) { Words = ["accounting", "bookkeeping"] },
        new(SuggestionReasonKind.NeedsWhatIsOffered) { Words = ["lunches", "catering"] },
        new(SuggestionReasonKind.IsOfSoughtTrade) { Words = ["bookkeepers to supply", "Bookkeeper"] },
        new(SuggestionReasonKind.SeeksThisTrade) { Words = ["cafés as customers", "Café"] },
        new(SuggestionReasonKind.TradesBuyFromEachOther) { Words = ["Bookkeeper", "Café"], Number = 2.54 },
        new(SuggestionReasonKind.TradesTiedHere) { Words = ["Bookkeeper", "Café"], Number = 3 },
        new(SuggestionReasonKind.SameTrade) { Words = ["Café"] },
        new(SuggestionReasonKind.Near) { Number = 2.14 },
        new(SuggestionReasonKind.SameLocality) { Words = ["Ham"], Number = 0.04 },
        new(SuggestionReasonKind.SharedTags) { Words = ["zero waste", "living wage"] },
        new(SuggestionReasonKind.SharedNetworks) { Words = ["Traders"] },
        new(SuggestionReasonKind.TiedOtherwise) { Types = [RelationshipType.Refers, RelationshipType.Knows] },
        new(SuggestionReasonKind.TiedTheOtherWay) { Types = [RelationshipType.Supplies] },
        new(SuggestionReasonKind.MoreExperience) { Number = 7 },
        new(SuggestionReasonKind.Sought) { Number = 1200 },
        new(SuggestionReasonKind.OpenToIt),
        new(SuggestionReasonKind.AskedForIt),
        new(SuggestionReasonKind.Introduction) { Businesses = [Printer, Mill], Count = 2 },
        new(SuggestionReasonKind.SameAttributes) { Words = ["Guild", "North"] },
    }.ToDictionary(reason => reason.Kind);

    // csharpier-ignore - a reason is one row
    public static TheoryData<string, string, string, string> Clauses { get; } = new()
    {
        { "SharedPartners", "both are tied to Old Mill and Ink & Co", "both are tied to Old Mill and Ink & Co", "beide sind mit Old Mill und Ink & Co verbunden" },
        { "SharedSuppliers", "both buy from Old Mill", "both buy from Old Mill", "beide kaufen bei Old Mill" },
        { "SharedCustomers", "both sell to Old Mill, Ink & Co and 2 others", "both sell to Old Mill, Ink & Co and 2 others", "beide liefern an Old Mill, Ink & Co und 2 weitere" },
        { "LikePartners", "Penny Column deals with the same as Ink & Co, Blue Spoon’s supplier already", "they deal with the same as Ink & Co, your supplier already", "Penny Column hat mit denselben zu tun wie Ink & Co, mit denen Blue Spoon schon auf diese Art verbunden ist" },
        { "OffersWhatIsNeeded", "Penny Column offers “accounting”, Blue Spoon asks for “bookkeeping”", "they offer “accounting”, you asked for “bookkeeping”", "Penny Column bietet „accounting“, Blue Spoon sucht „bookkeeping“" },
        { "NeedsWhatIsOffered", "Penny Column looks for “catering”, Blue Spoon offers “lunches”", "they look for “catering”, you offer “lunches”", "Penny Column sucht „catering“, Blue Spoon bietet „lunches“" },
        { "IsOfSoughtTrade", "Penny Column is of the trade “Bookkeeper”, Blue Spoon asks for “bookkeepers to supply”", "they are of the trade “Bookkeeper”, you asked for “bookkeepers to supply”", "Penny Column ist in der Branche „Bookkeeper“, Blue Spoon sucht „bookkeepers to supply“" },
        { "SeeksThisTrade", "Penny Column looks for “cafés as customers”, Blue Spoon is of the trade “Café”", "they look for “cafés as customers”, you are of the trade “Café”", "Penny Column sucht „cafés as customers“, Blue Spoon ist in der Branche „Café“" },
        { "TradesBuyFromEachOther", "“Café” buys from “Bookkeeper” 2.5 times as much as trades do on average", "“Café” buys from “Bookkeeper” 2.5 times as much as trades do on average", "„Café“ kauft bei „Bookkeeper“ 2,5-mal so viel wie Branchen im Durchschnitt" },
        { "TradesTiedHere", "“Bookkeeper” and “Café” have such ties 3 times as often here as any two trades", "“Bookkeeper” and “Café” have such ties 3 times as often here as any two trades", "„Bookkeeper“ und „Café“ sind hier 3-mal so oft auf diese Art verbunden wie zwei beliebige Branchen" },
        { "SameTrade", "both are of the trade “Café”", "both are of the trade “Café”", "beide sind in der Branche „Café“" },
        { "Near", "2.1 km apart", "2.1 km apart", "2,1 km voneinander entfernt" },
        { "SameLocality", "both are in Ham, less than 100 m apart", "both are in Ham, less than 100 m apart", "beide sind in Ham, weniger als 100 m voneinander entfernt" },
        { "SharedTags", "both stand for “zero waste” and “living wage”", "both stand for “zero waste” and “living wage”", "beide stehen für „zero waste“ und „living wage“" },
        { "SharedNetworks", "both belong to Traders", "both belong to Traders", "beide gehören zu Traders" },
        { "TiedOtherwise", "there is a tie of referral and acquaintance between them already", "there is a tie of referral and acquaintance between you already", "sie sind schon anders verbunden: Empfehlung und Bekanntschaft" },
        { "TiedTheOtherWay", "such a tie runs the other way already", "such a tie runs the other way already", "in die andere Richtung gibt es eine solche Verbindung schon" },
        { "MoreExperience", "Penny Column is 7 years longer in business", "Penny Column is 7 years longer in business", "Penny Column ist 7 Jahre länger am Markt" },
        { "Sought", "Penny Column has 1,200 such ties already", "they have 1,200 such ties already", "Penny Column hat schon 1.200 solche Verbindungen" },
        { "OpenToIt", "Penny Column is open to it", "they are open to it", "Penny Column ist offen dafür" },
        { "AskedForIt", "Blue Spoon is open to it", "you said that you are open to it", "Blue Spoon ist offen dafür" },
        { "Introduction", "Ink & Co could introduce them, by way of Old Mill", "Ink & Co could introduce you, by way of Old Mill", "Ink & Co könnte beide über Old Mill bekannt machen" },
        { "SameAttributes", "both have Guild “North”", "both have Guild “North”", "beide haben Guild „North“" },
    };

    [Theory]
    [MemberData(nameof(Clauses))]
    public void A_reason_is_a_clause(string kind, string english, string toMember, string german)
    {
        var reason = Reasons[Enum.Parse<SuggestionReasonKind>(kind)];

        Assert.Equal(english, SuggestionWords.Reason(Supplier, reason, new(Language.En, IsAddressed: false)));
        Assert.Equal(toMember, SuggestionWords.Reason(Supplier, reason, new(Language.En, IsAddressed: true)));
        Assert.Equal(german, SuggestionWords.Reason(Supplier, reason, new(Language.De, IsAddressed: false)));
    }

    [Fact]
    public void Every_kind_of_reason_has_its_row() =>
        Assert.Equal(Enum.GetNames<SuggestionReasonKind>().Order(), Clauses.Select(row => row.Data.Item1).Order());

    [Fact]
    public void Reasons_make_one_sentence()
    {
        SuggestionReason[] reasons =
        [
            Reasons[SuggestionReasonKind.SharedSuppliers],
            Reasons[SuggestionReasonKind.OffersWhatIsNeeded],
            Reasons[SuggestionReasonKind.Near],
            new(SuggestionReasonKind.Introduction) { Businesses = [Printer], Count = 1 },
        ];

        Assert.Equal(
            "Both buy from Old Mill; they offer “accounting”, you asked for “bookkeeping”; 2.1 km apart; Ink & Co could introduce you.",
            SuggestionWords.Because(Supplier, reasons, new(Language.En, IsAddressed: true))
        );
        Assert.Equal(
            "Beide kaufen bei Old Mill; Penny Column bietet „accounting“, Sie suchen „bookkeeping“; 2,1 km voneinander entfernt; Ink & Co könnte Sie bekannt machen.",
            SuggestionWords.Because(Supplier, reasons, new(Language.De, IsAddressed: true))
        );
    }

    [Fact]
    public void What_it_changes_is_said_with_its_numbers()
    {
        Assert.Equal(
            "You would come to 4 others within two steps instead of 1; two parts of the network that have no way to each other would be joined; Old Mill would no longer be the only source.",
            SuggestionWords.WhatItChanges(Supplier, ["Old Mill"], new(Language.En, IsAddressed: true))
        );
        Assert.Equal(
            "Blue Spoon käme in zwei Schritten zu 4 anderen statt zu 1; zwei Teile des Netzwerks, zwischen denen es keinen Weg gibt, wären verbunden.",
            SuggestionWords.WhatItChanges(Supplier, [], new(Language.De, IsAddressed: false))
        );
    }

    [Fact]
    public void Every_kind_has_a_headline_of_its_own_that_names_both_in_each_language()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var headlines = SuggestionKinds
                .All.Select(kind => SuggestionWords.Headline(Supplier with { Kind = kind }, new(language, false)))
                .ToList();

            Assert.Equal(headlines.Count, headlines.Distinct().Count());
            Assert.All(headlines, headline => Assert.Contains("Blue Spoon", headline, StringComparison.Ordinal));
            Assert.All(headlines, headline => Assert.Contains("Penny Column", headline, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_letter_greets_both_and_opens_in_a_mail_program()
    {
        var letter = SuggestionWords.Introduction(Supplier, [Reasons[SuggestionReasonKind.Near]], Language.En);

        Assert.Equal("Introduction: Blue Spoon and Penny Column", letter.Subject);
        Assert.StartsWith("Dear Blue Spoon, dear Penny Column,\n\n", letter.Body, StringComparison.Ordinal);
        Assert.Contains("Penny Column could supply Blue Spoon. 2.1 km apart.", letter.Body, StringComparison.Ordinal);
        Assert.StartsWith("mailto:?subject=Introduction%3A%20Blue%20Spoon", letter.MailTo, StringComparison.Ordinal);
        Assert.Contains("%0D%0A%0D%0A", letter.MailTo, StringComparison.Ordinal);
    }

    static Business Named(string id, string name) => new(new BusinessId(id), new BusinessFacts { Name = name });
}
