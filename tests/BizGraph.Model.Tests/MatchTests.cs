namespace BizGraph.Model.Tests;

/// <summary>Which ids mean one business, on claims drawn by hand.</summary>
public sealed class MatchTests
{
    [Fact]
    public void What_is_the_same_as_the_same_is_one_group() =>
        Assert.Equal(["a b c", "d e"], Groups(Same("b", "c"), Same("a", "b"), Same("e", "d"), Unsure("c", "d")));

    [Fact]
    public void A_person_stands_above_matching_whichever_came_later() =>
        Assert.Empty(Groups(Apart("a", "b", order: 1, byHand: true), Same("b", "a", order: 2)));

    [Fact]
    public void Of_two_decisions_of_people_the_later_counts()
    {
        Assert.Equal(["a b"], Groups(Apart("a", "b", order: 1, byHand: true), Same("a", "b", order: 2, byHand: true)));
        Assert.Empty(Groups(Same("a", "b", order: 1, byHand: true), Apart("a", "b", order: 2, byHand: true)));
    }

    // a = b by a person, b = c by matching, and a person keeps a and c apart: c stays out.
    [Fact]
    public void What_a_person_keeps_apart_is_not_joined_through_a_third() =>
        Assert.Equal(
            ["a b"],
            Groups(Same("b", "c", order: 1), Same("a", "b", order: 2, byHand: true), Apart("a", "c", order: 3, byHand: true))
        );

    [Fact]
    public void Merged_businesses_have_the_id_that_was_given_first_and_say_what_all_of_them_say()
    {
        var merged = Consolidation.Merged([
            Member("z", (1, new BusinessFacts { Name = "Mill", Employees = 3 })),
            Member("a", (2, new BusinessFacts { Name = "The Mill", Phone = "1" })),
            new MergedMember(new BusinessId("~mill"), [], InTies(3), "mill"),
        ]);

        Assert.Equal(("z", true), (merged.Id.Value, merged.IsListed));
        Assert.Equal(new[] { new BusinessId("a"), new BusinessId("~mill") }, merged.OtherIds);
        Assert.Equal(("The Mill", 3, "1"), (merged.Name, merged.Facts.Employees!.Value, merged.Facts.Phone));
    }

    [Fact]
    public void Of_ids_that_ties_alone_name_the_one_given_first_stands_then_the_first_in_order()
    {
        var merged = Consolidation.Merged([
            new MergedMember(new BusinessId("~z"), [], InTies(1), "Z"),
            new MergedMember(new BusinessId("~y"), [], InTies(1), "Y"),
            new MergedMember(new BusinessId("~x"), [], InTies(2), "X"),
        ]);

        Assert.Equal(("~y", "Y", false), (merged.Id.Value, merged.Name, merged.IsListed));
    }

    [Fact]
    public void The_id_that_was_given_first_stays_when_nothing_that_counts_names_it()
    {
        var merged = Consolidation.Merged([
            new MergedMember(new BusinessId("never"), [], Given: null),
            Member("b", (2, new BusinessFacts { Name = "Mill" })),
            new MergedMember(new BusinessId("c"), [], InTies(2), "mill"),
            new MergedMember(new BusinessId("z"), [], new GivenPlace(1, InTies: false, new ClaimPosition(0, 2))),
        ]);

        Assert.Equal(("z", "Mill", true), (merged.Id.Value, merged.Name, merged.IsListed));
        Assert.Equal(["b", "c"], merged.OtherIds.Select(id => id.Value));
    }

    static GivenPlace InTies(long order) => new(order, InTies: true, ClaimPosition.Start);

    [Fact]
    public void A_question_is_open_until_someone_decides_or_the_two_are_one_or_gone()
    {
        CountingClaim<MatchClaim>[] claims =
        [
            Unsure("a", "b", score: 0.7),
            Unsure("c", "d", score: 0.9),
            Unsure("e", "f"),
            Apart("f", "e", order: 2, byHand: true),
            Unsure("g", "h"),
            Unsure("i", "gone"),
        ];

        var open = Consolidation.Questions(
            claims,
            id =>
                id.Value switch
                {
                    "h" => new("g"),
                    "gone" => null,
                    _ => id,
                }
        );

        Assert.Equal([("c", "d"), ("a", "b")], open.Select(q => (q.One.Value, q.Other.Value)));
    }

    static IEnumerable<string> Groups(params CountingClaim<MatchClaim>[] claims) =>
        Consolidation.Groups(claims).Select(group => string.Join(' ', group));

    static CountingClaim<MatchClaim> Same(string one, string other, int order = 1, bool byHand = false) =>
        Claim(one, other, MatchVerdict.Same, order, byHand);

    static CountingClaim<MatchClaim> Apart(string one, string other, int order = 1, bool byHand = false) =>
        Claim(one, other, MatchVerdict.Apart, order, byHand);

    static CountingClaim<MatchClaim> Unsure(string one, string other, double score = 0.5) =>
        Claim(one, other, MatchVerdict.Unsure, order: 1, byHand: false, score);

    static CountingClaim<MatchClaim> Claim(
        string one,
        string other,
        MatchVerdict verdict,
        int order,
        bool byHand,
        double? score = null
    ) =>
        new(
            new MatchClaim(new ClaimPosition(0, 2), new BusinessId(one), new BusinessId(other), verdict, byHand, score),
            new ClaimStanding(order, "default", order, "", AllNew: false)
        );

    static MergedMember Member(string id, params (int Order, BusinessFacts Facts)[] claims) =>
        new(
            new BusinessId(id),
            [
                .. claims.Select(c => new CountingClaim<BusinessClaim>(
                    new BusinessClaim(new ClaimPosition(0, 2), new BusinessId(id), c.Facts),
                    new ClaimStanding(c.Order, "default", c.Order, "", AllNew: false)
                )),
            ],
            new GivenPlace(claims.Min(c => c.Order), InTies: false, new ClaimPosition(0, 2))
        );
}
