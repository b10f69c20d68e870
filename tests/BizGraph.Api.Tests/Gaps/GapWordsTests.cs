using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Api.Reasons;
using BizGraph.Model;

namespace BizGraph.Api.Tests.Gaps;

/// <summary>Sentences of the kinds that the sample town has none of, and words that depend on numbers.</summary>
public sealed class GapWordsTests
{
    [Fact]
    public void Islands_and_banks_that_no_way_leads_to()
    {
        var town = Town("a-b b-c x-y", Named("bank", BusinessKind.Finance), "bank-a");

        Says(
            town.Find("island:x")!,
            "X and Y are tied only among themselves, cut off from 4 others in the network.",
            "X und Y sind nur untereinander verbunden und von 4 Organisationen im Netzwerk abgeschnitten."
        );
        Says(
            town.Find("no-finance:x")!,
            "X has no bank or other finance in reach: no way leads to one.",
            "X hat keine Bank oder andere Geldgeber in Reichweite: kein Weg führt hin."
        );
        Says(
            town.Find("no-press:")!,
            "The network has no press or other media.",
            "Das Netzwerk hat keine Presse oder andere Medien."
        );
    }

    [Fact]
    public void Steps_from_the_core_with_the_decimal_sign_of_the_language() =>
        // The core is a, b, c, d; the mean of 0, 0, 0, 0, 1, 2, 3, 4, 5 is 1.67.
        Says(
            Town("a-b a-c a-d b-c b-d c-d d-e e-f f-g g-h h-i").Find("far-from-core:h")!,
            "H is 4 steps from the core of the network; the average is 1.7.",
            "H ist 4 Schritte vom Kern des Netzwerks entfernt; der Durchschnitt ist 1,7."
        );

    [Fact]
    public void What_is_bought_outside()
    {
        var printing = new Industry(Title: "Printing");
        Business[] businesses = [In("City", "far", printing), In("Ham", "press", printing), In("Ham", "shop", null)];
        var town = new NetworkSnapshot(1, businesses, [Tie("far", "shop", RelationshipType.Supplies)]);

        var gap = GapFinder.Find(town, new GapOptions { Area = ["Ham"] }).Single(gap => gap.Kind == GapKind.BoughtOutside);

        Says(
            gap,
            "1 business buys “Printing” from outside the area, though Press offers it here.",
            "1 Betrieb kauft „Printing“ auswärts, obwohl Press es hier anbietet."
        );
        Assert.Equal("Tell Shop that Press offers “Printing” here.", GapWords.NextAction(gap, Language.En));
        Assert.Equal("Shop sagen, dass Press „Printing“ hier anbietet.", GapWords.NextAction(gap, Language.De));
    }

    [Fact]
    public void Who_went_quiet_or_left_by_days_and_by_an_earlier_state()
    {
        var still = Tie("still", "a", RelationshipType.Knows, f => f with { Until = new DateOnly(2025, 3, 1) });
        var town = new NetworkSnapshot(
            1,
            [Named("a"), Named("b"), Named("still")],
            [still, Tie("a", "b", RelationshipType.Knows)]
        );
        var options = new GapOptions
        {
            AsOf = new DateOnly(2026, 6, 1),
            Earlier = new EarlierNetwork(new DateOnly(2025, 1, 1), new Dictionary<string, int> { ["gone"] = 1, ["b"] = 1_200 }),
        };

        var gaps = GapFinder.Find(town, options);

        Says(
            gaps.Find("quiet:still")!,
            "Still went quiet: nothing is recorded after 1 March 2025.",
            "Still ist still geworden: nach dem 1. März 2025 ist nichts mehr verzeichnet."
        );
        Says(
            gaps.Find("quiet:b")!,
            "B was tied to 1,200 others on 1 January 2025, and to 1 now.",
            "B war am 1. Januar 2025 mit 1.200 anderen verbunden, jetzt mit 1."
        );
        Says(
            gaps.Find("left:gone")!,
            "gone was tied to 1 other on 1 January 2025 and is listed no more.",
            "gone war am 1. Januar 2025 mit 1 anderen verbunden und steht nicht mehr in den Listen."
        );
    }

    [Fact]
    public void Every_kind_has_a_heading_of_its_own_in_each_language()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var headings = Enum.GetValues<GapKind>().Select(kind => GapWords.Heading(kind, language)).ToList();
            Assert.Equal(headings.Count, headings.Distinct().Count());
        }
    }

    static void Says(Gap gap, string english, string german)
    {
        Assert.Equal(english, GapWords.Sentence(gap, Language.En));
        Assert.Equal(german, GapWords.Sentence(gap, Language.De));
    }

    static GapList Town(string ties, Business? other = null, string more = "")
    {
        var pairs = $"{ties} {more}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('-')).ToList();
        var businesses = pairs.SelectMany(ends => ends).Distinct().Select(id => id == other?.Id.Value ? other : Named(id));
        return new NetworkSnapshot(1, businesses, pairs.Select(ends => Tie(ends[0], ends[1], RelationshipType.Knows))).Gaps;
    }

    static Business Named(string id, BusinessKind kind = BusinessKind.Business) =>
        new(new BusinessId(id), new BusinessFacts { Name = char.ToUpperInvariant(id[0]) + id[1..], Kind = kind });

    static Business In(string locality, string id, Industry? industry)
    {
        var business = Named(id);
        return business with
        {
            Facts = business.Facts with
            {
                Place = new Place { Locality = locality },
                Industry = industry,
            },
        };
    }

    static Relationship Tie(
        string from,
        string to,
        RelationshipType type,
        Func<RelationshipFacts, RelationshipFacts>? with = null
    )
    {
        var facts = (with ?? (f => f))(new RelationshipFacts { Type = type });
        return new Relationship(RelationshipKey.Of(new BusinessId(from), new BusinessId(to), facts), facts);
    }
}
