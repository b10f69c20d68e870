using BizGraph.Ingest.Matching;
using static BizGraph.Ingest.Matching.EvidenceKind;
using static BizGraph.Model.MatchVerdict;

namespace BizGraph.Ingest.Tests.Matching;

/// <summary>Pairs that a person would judge at sight, in a list of two. The verdicts are those of a person, not of the program.</summary>
public sealed class PairTests
{
    public static TheoryData<string, string, string, Model.MatchVerdict> Pairs =>
        new()
        {
            // The same name written differently.
            { "Letter case says nothing", "Marlow Lane Bakery", "MARLOW LANE BAKERY", Same },
            { "Accents say nothing", "Café Zürich Höfle", "Cafe Zurich Hofle", Same },
            { "Combining accents are accents", "Brasserie Lumie\u0301re", "Brasserie Lumière", Same },
            { "Full-width letters are letters", "ＴＡＮＡＫＡ Motors", "Tanaka Motors", Same },
            { "Ltd is Limited", "Fernsby Brookes Ltd", "Fernsby Brookes Limited", Same },
            { "A legal form may be left out", "Fernsby Brookes Ltd.", "Fernsby Brookes", Same },
            { "GmbH may be left out", "Hoffmann Metallbau GmbH", "Hoffmann Metallbau", Same },
            { "GmbH & Co. KG may be left out", "Hoffmann Metallbau GmbH & Co. KG", "Hoffmann Metallbau", Same },
            { "e.K. is a legal form", "Obermeier Spedition e.K.", "Obermeier Spedition", Same },
            { "SARL may be left out", "Dubois Charpente SARL", "Dubois Charpente", Same },
            { "B.V. with and without stops", "Verhoeven Bloemen B.V.", "Verhoeven Bloemen BV", Same },
            { "Oy may be left out", "Virtanen Sahat Oy", "Virtanen Sahat", Same },
            { "A form glued to the last word is cut off", "Stallworth Pumping SERVICESLLC", "Stallworth Pumping Services", Same },
            { "The may be left out", "The Flying Saucer Emporium", "Flying Saucer Emporium", Same },
            { "& is and", "Beever & Struthers", "Beever and Struthers", Same },
            { "& is und", "Schmidt & Bachmann", "Schmidt und Bachmann", Same },
            { "Bros is Brothers", "Haverstock Bros", "Haverstock Brothers", Same },
            { "Mfg is Manufacturing", "Pellington Mfg Co", "Pellington Manufacturing Company", Same },
            { "St is Saint", "St Aldhelm Pottery", "Saint Aldhelm Pottery", Same },
            { "St is Street", "Quarrington St Pharmacy", "Quarrington Street Pharmacy", Same },
            { "Vowels may be left out", "Wetherspoke Management", "Wetherspoke Mgmt", Same },
            { "One slip in a long word", "Playdale Playgrounds Ltd", "Paydale Playgrounds Ltd", Same },
            { "Two letters swapped", "Quartzelec Engineering", "Quartzelce Engineering", Same },
            { "Words swapped", "Kirkby Lonsdale Brewery", "Lonsdale Kirkby Brewery", Same },
            { "Words joined", "Home Start Rossendale", "Homestart Rossendale", Same },
            { "Stops in initials", "J.P. Thistlewood", "JP Thistlewood", Same },
            { "Initials apart", "J P Thistlewood", "JP Thistlewood", Same },
            { "An apostrophe says nothing", "Mike's Fermentery", "Mikes Fermentery", Same },
            { "A trading name is a name", "Obadiah Holdings Ltd t/a Zephyr Kites", "Zephyr Kites", Same },
            { "Trading as, in words", "Obadiah Ltd trading as Zephyr Kites", "Zephyr Kites Ltd", Same },
            { "Doing business as", "Obadiah LLC dba Zephyr Kites", "Zephyr Kites", Same },
            // Where and how they are reached.
            {
                "Telephone numbers in two forms",
                "Art's Delicatessen; phone=310/246-1501",
                "Arts Deli; phone=(310) 246-1501",
                Same
            },
            { "A country code more", "Loom & Weft; phone=+44 (0)20 7946 0018", "Loom and Weft; phone=020 7946 0018", Same },
            {
                "Abbreviated streets",
                "Gilly's; address=435 S. La Cienega Blvd.",
                "Gillys; address=435 South La Cienega Boulevard",
                Same
            },
            { "A German street", "Bäckerei Huber; address=Hauptstraße 12", "Backerei Huber; address=Hauptstr. 12", Same },
            {
                "Web addresses in two forms",
                "Sanders Signs; web=https://www.sanderssigns.com/home",
                "Sanders Sign Co; web=sanderssigns.com",
                Same
            },
            {
                "Another name at one address and number",
                "Obadiah Taxis; address=9 Mill Rd; phone=01282 555 019",
                "Zephyr Cabs; address=9 Mill Road; phone=01282 555019",
                Unsure
            },
            // What must stay apart.
            {
                "Branches of a chain",
                "Great Clips; address=19301 Cantrell Rd",
                "Great Clips; address=10300 Rodney Parham Rd",
                Apart
            },
            {
                "Branches of a chain in two towns",
                "Hansom Homeware; town=York; code=YO1 7LF",
                "Hansom Homeware; town=Leeds; code=LS1 4DY",
                Apart
            },
            { "Branches far apart on the map", "Hansom Homeware; at=53.96 -1.08", "Hansom Homeware; at=53.80 -1.55", Apart },
            { "Father and sons", "H Clarke; town=Burnley", "H Clarke & Sons; town=Burnley", Apart },
            { "Junior and senior", "Ezra Whitcombe Jr Roofing", "Ezra Whitcombe Sr Roofing", Apart },
            { "Numbered companies", "Pendle Properties No 2 Ltd", "Pendle Properties No 3 Ltd", Apart },
            { "Numbered companies in Roman and Arabic", "Pendle Properties II", "Pendle Properties 3", Apart },
            { "Numbered units", "Mill Workshops Unit 3", "Mill Workshops Unit 13", Apart },
            { "Numbered branches", "Pizza Hut #4229", "Pizza Hut #4311", Apart },
            { "The same generic word", "Town Bakery", "Town Butchers", Apart },
            { "The same trade", "Hackney Lawn Care", "Weed Whackers Lawn Care", Apart },
            { "The same surname, another trade", "Seddon Construction Limited", "Seddon Solicitors LLP", Apart },
            { "Two councils", "Durham County Council", "Suffolk County Council", Apart },
            {
                "North and south",
                "Calder Valley North Pharmacy; town=Halifax",
                "Calder Valley South Pharmacy; town=Halifax",
                Apart
            },
            {
                "Neighbors in one building",
                "Brent Baber Attorney; address=210 State St",
                "William Luppen Attorney; address=210 State St",
                Apart
            },
            {
                "A list of firms is none of them",
                "Brake Foods Ltd, Livesey Produce Ltd",
                "Livesey Produce Ltd, Dunster Farms Ltd",
                Apart
            },
            { "Brackets tell branches apart", "Redbox Rentals (Kroger)", "Redbox Rentals (Big Red)", Unsure },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Is_judged_as_a_person_would(string sentence, string first, string second, Model.MatchVerdict expected)
    {
        var pair = Listing.Compare(first, second);

        Assert.True(
            expected == pair.Verdict || (expected == Apart && pair.Verdict != Same && pair.Score < 0.1),
            $"{sentence}: expected {expected}, got {pair.Verdict} at {pair.Score:F3}. {pair.Explain()}\n{string.Join('\n', pair.Evidence)}"
        );
    }

    [Theory]
    [InlineData("Great Clips; address=19301 Cantrell Rd", "Great Clips; address=10300 Rodney Parham Rd", Address, false)]
    [InlineData("Pizza Hut #4229", "Pizza Hut #4311", NameNumber, false)]
    [InlineData("H Clarke", "H Clarke & Sons", NameDistinction, false)]
    [InlineData("Fernsby Brookes Ltd", "Fernsby Brookes GmbH", LegalForm, false)]
    [InlineData("Fernsby Brookes Ltd", "Fernsby Brookes Limited", LegalForm, true)]
    [InlineData("Art's Deli; phone=310/246-1501", "Art's; phone=(310) 246-1501", Phone, true)]
    [InlineData("Art's Deli; phone=310/246-1501", "Art's Deli; phone=(310) 246-9999", Phone, false)]
    [InlineData("Loom & Weft; web=loom.example", "Loom & Weft; web=http://www.loom.example/", Website, true)]
    [InlineData("Loom & Weft; email=a@loom.example", "Loom & Weft; email=A@loom.example", Email, true)]
    [InlineData("Loom & Weft; code=SM4 5DX", "Loom & Weft; code=sm45dx", PostalCode, true)]
    [InlineData("Loom & Weft; town=York", "Loom & Weft; town=Leeds", Locality, false)]
    [InlineData("Loom & Weft; at=53.96 -1.08", "Loom & Weft; at=53.9601 -1.0801", Distance, true)]
    [InlineData("Loom & Weft; trade=Textiles", "Loom & Weft; trade=Taxis", Industry, false)]
    [InlineData("Town Bakery", "Town Butchers", Name, false)]
    public void Says_what_counted_and_which_way(string first, string second, EvidenceKind kind, bool speaksForOne)
    {
        var evidence = Listing.Compare(first, second).Evidence;

        var item = Assert.Single(evidence, item => item.Kind == kind);
        Assert.True(item.Weight > 0 == speaksForOne, string.Join('\n', evidence));
    }

    [Fact]
    public void Weights_sum_to_the_logit_of_the_score()
    {
        var pair = Listing.Compare(
            "Loom & Weft; phone=01282 555019; code=SM4 5DX",
            "Loom and Weave; phone=01282 555019; code=SM4 5DY"
        );

        Assert.Equal(Math.Log(pair.Score / (1 - pair.Score)), pair.Evidence.Sum(item => item.Weight), 1e-9);
        Assert.Equal(pair.Evidence.OrderByDescending(item => Math.Abs(item.Weight)), pair.Evidence);
    }

    [Fact]
    public void Is_explained_in_one_sentence_that_quotes_nothing_private()
    {
        var merged = Listing.Compare(
            "Loom & Weft; phone=01282 555019; email=me@loom.example",
            "Loom and Weft Ltd; phone=01282 555019; email=me@loom.example"
        );
        var branches = Listing.Compare("Great Clips; address=19301 Cantrell Rd", "Great Clips; address=10300 Rodney Parham Rd");

        Assert.Equal(
            "One business: \"Loom & Weft\" and \"Loom and Weft Ltd\"; for it: the names are alike, the e-mail addresses agree, the telephone numbers are the same or nearly so.",
            merged.Explain()
        );
        Assert.Equal(
            "Two businesses: \"Great Clips\" and \"Great Clips\"; for it: the names are alike; against it: the addresses differ (\"19301 Cantrell Rd\", \"10300 Rodney Parham Rd\").",
            branches.Explain()
        );
    }
}
