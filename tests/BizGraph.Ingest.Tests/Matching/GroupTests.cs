using BizGraph.Ingest.Matching;
using BizGraph.Model;
using static BizGraph.Ingest.Tests.Matching.Listing;

namespace BizGraph.Ingest.Tests.Matching;

/// <summary>What pairs come to: groups, sources, and what people decided.</summary>
public sealed class GroupTests
{
    const string Loom = "Loom & Weft Textiles; phone=01282 555019";
    const string LoomToo = "LOOM AND WEFT TEXTILES LTD; phone=01282 555019";

    [Fact]
    public void Three_spellings_are_one_group()
    {
        var found = BusinessMatcher.Find([
            Entry("a", Loom),
            Entry("b", LoomToo),
            Entry("c", "Loom & Weft Textlies; phone=+44 1282 555019"),
            Entry("d", "Zephyr Kites"),
        ]);

        Assert.Equal(
            [
                ["a", "b", "c"],
            ],
            Names(found)
        );
    }

    [Fact]
    public void Two_ids_of_one_source_are_put_to_a_person_however_alike()
    {
        var found = BusinessMatcher.Find([Entry("a", Loom, "register", true), Entry("b", Loom, "register", true)]);

        Assert.Empty(found.Groups);
        var pair = Assert.Single(found.Pairs);
        Assert.Equal(MatchVerdict.Unsure, pair.Verdict);
        Assert.Contains(pair.Evidence, item => item.Kind == EvidenceKind.TwoIdsInOneSource);
        Assert.Contains("their list gave them two ids", pair.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_id_without_its_like_in_the_source_may_be_merged_with_a_row_without_id()
    {
        Assert.Equal(
            [
                ["a", "b"],
            ],
            Names(BusinessMatcher.Find([Entry("a", Loom, "register", true), Entry("b", LoomToo, "register")]))
        );
    }

    // a and b are two in the register; c, of a ledger, fits both. The two never come into one group by way of c.
    [Fact]
    public void Two_ids_of_one_source_are_not_joined_by_a_third()
    {
        var found = BusinessMatcher.Find([
            Entry("a", Loom, "register", true),
            Entry("b", Loom, "register", true),
            Entry("c", LoomToo, "ledger"),
        ]);

        Assert.DoesNotContain(found.Groups, group => group.Count > 2);
        Assert.All(
            found.Groups,
            group => Assert.False(group.Contains(new BusinessId("a")) && group.Contains(new BusinessId("b")))
        );
    }

    [Fact]
    public void Of_two_that_fit_alike_neither_is_merged()
    {
        var found = BusinessMatcher.Find([
            Entry("a", Loom, "register", true),
            Entry("b", Loom, "register", true),
            Entry("c", LoomToo, "ledger", true),
        ]);

        Assert.Empty(found.Groups);
        var pairs = found.Pairs.Where(pair => pair.Second == new BusinessId("c")).ToArray();
        Assert.Equal(2, pairs.Length);
        Assert.All(pairs, pair => Assert.Equal(MatchVerdict.Unsure, pair.Verdict));
        Assert.All(pairs, pair => Assert.Contains(pair.Evidence, item => item.Kind == EvidenceKind.BetterPartner));
    }

    [Fact]
    public void Each_of_a_list_gets_the_partner_that_fits_best()
    {
        MatchEntry[] entries =
        [
            Entry("1", "Great Clips; address=19301 Cantrell Rd", "guide", true),
            Entry("2", "Great Clips; address=10300 Rodney Parham Rd", "guide", true),
            Entry("3", "GREAT CLIPS; address=10300 Rodney Parham Road", "map", true),
            Entry("4", "GREAT CLIPS; address=19301 Cantrell Road", "map", true),
        ];

        Assert.Equal(
            [
                ["1", "4"],
                ["2", "3"],
            ],
            Names(BusinessMatcher.Find(entries))
        );
    }

    // The middle entry is like both ends; the ends have nothing in common.
    [Fact]
    public void A_chain_of_likenesses_does_not_join_its_ends()
    {
        var found = BusinessMatcher.Find([
            Entry("a", "Zephyr Kites Ltd; phone=01282 555019"),
            Entry("b", "Obadiah Holdings Ltd t/a Zephyr Kites; phone=01282 555019"),
            Entry("c", "Obadiah Holdings Limited; phone=020 7946 0018"),
        ]);

        Assert.DoesNotContain(found.Groups, group => group.Count > 2);
        Assert.DoesNotContain(found.Groups, group => group.Contains(new BusinessId("a")) && group.Contains(new BusinessId("c")));
        Assert.Contains(found.Pairs, pair => pair.Verdict == MatchVerdict.Unsure);
    }

    [Fact]
    public void What_a_person_keeps_apart_stays_apart()
    {
        var found = BusinessMatcher.Find(
            [Entry("a", Loom), Entry("b", LoomToo)],
            new MatchOptions { KeptApart = [(new("b"), new("a"))] }
        );

        Assert.Empty(found.Groups);
        var pair = Assert.Single(found.Pairs);
        Assert.Equal(MatchVerdict.Apart, pair.Verdict);
        Assert.Contains("a person keeps them apart", pair.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_keeps_apart_is_not_joined_by_a_third()
    {
        var found = BusinessMatcher.Find(
            [Entry("a", Loom), Entry("b", LoomToo), Entry("c", Loom)],
            new MatchOptions { KeptApart = [(new("a"), new("b"))] }
        );

        Assert.Single(found.Groups);
        Assert.Equal(2, found.Groups[0].Count);
        Assert.DoesNotContain(
            found.Pairs,
            pair => pair is { First.Value: "a", Second.Value: "b", Verdict: not MatchVerdict.Apart }
        );
    }

    [Fact]
    public void What_a_person_confirmed_is_one_however_unlike()
    {
        var found = BusinessMatcher.Find(
            [Entry("a", "Zephyr Kites"), Entry("b", "Obadiah Holdings")],
            new MatchOptions { Confirmed = [(new("b"), new("a"))] }
        );

        Assert.Equal(
            [
                ["a", "b"],
            ],
            Names(found)
        );
        Assert.Equal(MatchVerdict.Same, Assert.Single(found.Pairs).Verdict);
    }

    [Fact]
    public void An_alias_is_a_name()
    {
        var renamed = Entry("a", "Obadiah Holdings") with { Aliases = ["Zephyr Kites"] };

        Assert.Equal(
            [
                ["a", "b"],
            ],
            Names(BusinessMatcher.Find([renamed, Entry("b", "ZEPHYR KITES LTD")]))
        );
    }

    [Fact]
    public void An_id_that_stands_twice_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => BusinessMatcher.Find([Entry("a", Loom), Entry("a", LoomToo)]));

        Assert.Contains("the id 'a' stands twice; expected each id once", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, 0.6, 0.1)]
    [InlineData(1.1, 0.5, 0.1)]
    [InlineData(0.9, 0.5, 0.6)]
    [InlineData(double.NaN, 0.5, 0.1)]
    public void Thresholds_out_of_order_are_refused(double mergeAt, double askAt, double reportAt)
    {
        var options = new MatchOptions
        {
            MergeAt = mergeAt,
            AskAt = askAt,
            ReportAt = reportAt,
        };

        Assert.Throws<ArgumentException>(() => BusinessMatcher.Find([], options));
    }

    static string[][] Names(MatchResult found) => [.. found.Groups.Select(group => group.Select(id => id.Value).ToArray())];
}
