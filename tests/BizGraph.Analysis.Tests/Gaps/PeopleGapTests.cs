using BizGraph.Analysis.Gaps;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Gaps.DrawnTown;

namespace BizGraph.Analysis.Tests.Gaps;

/// <summary>Mentors, one-sided relations, contacts to institutions, and who left.</summary>
public sealed class PeopleGapTests
{
    static readonly GapOptions Now = new() { AsOf = new DateOnly(2026, 6, 1) };

    // A young bakery, an old one and an old printer in one town. All know the inn.
    static DrawnTown Bakers() =>
        new DrawnTown()
            .Ties("young-inn old-inn printer-inn")
            .With(
                "young",
                f =>
                    f with
                    {
                        Founded = 2023,
                        Employees = 2,
                        Industry = new Industry("10710", "NACE"),
                        Place = new Place { Locality = "Ham" },
                    }
            )
            .With("old", f => f with { Founded = 1990, Employees = 9, Industry = new Industry("10720", "NACE") })
            .With(
                "printer",
                f =>
                    f with
                    {
                        Founded = 1980,
                        Employees = 5,
                        Place = new Place { Locality = "Ham" },
                    }
            );

    [Fact]
    public void A_young_business_without_a_mentor_and_the_experienced_ones_near_it()
    {
        var young = Bakers().Gaps(GapKind.NoMentor, Now).Single();

        // One division (10) is nearer than one locality.
        Assert.Equal(
            ("young", "old,printer", 3d, 2d),
            (
                Ids(young.Businesses),
                Ids(young, EvidenceKind.PossibleMentors),
                young.Number(EvidenceKind.Age),
                young.Number(EvidenceKind.Employees)
            )
        );
        Assert.Equal((GapActionKind.AskToMentor, "young,old"), Next(young));
        Assert.Equal(
            [("old", "young"), ("printer", "young")],
            Bakers().Gaps(GapKind.NoMentee, Now).Select(g => (Ids(g.Businesses), Ids(g, EvidenceKind.PossibleMentees)))
        );
    }

    [Fact]
    public void Whom_it_deals_with_already_is_asked_for_advice() =>
        Assert.Equal(
            (GapActionKind.AskForAdvice, "young,printer"),
            Next(Bakers().Ties("printer-young", RelationshipType.Supplies).Gaps(GapKind.NoMentor, Now).Single())
        );

    [Theory]
    [InlineData(RelationshipType.Mentors, null)] // formal
    [InlineData(RelationshipType.Knows, "gets advice now and then")] // informal, by its word
    public void Formal_or_informal_mentoring_fills_the_gap(RelationshipType type, string? kind)
    {
        var town = Bakers().Ties("old-young", type, f => f with { Kind = kind });

        Assert.Empty(town.Gaps(GapKind.NoMentor, Now));
        Assert.Empty(town.Gaps(GapKind.NoMentee, Now));
    }

    [Fact]
    public void Who_wants_no_mentoring_or_nothing_with_the_other_is_left_in_peace()
    {
        Assert.Empty(Bakers().With("young", f => f with { NotWith = ["mentors"] }).Gaps(GapKind.NoMentor, Now));
        var gap = Bakers()
            .With("young", f => f with { NotWith = ["old"] })
            .With("printer", f => f with { NotWith = ["Mentors"] })
            .Gaps(GapKind.NoMentor, Now)
            .Single();
        Assert.Equal(("", (GapActionKind.Invite, "young")), (Ids(gap, EvidenceKind.PossibleMentors), Next(gap)));
    }

    [Fact]
    public void Years_and_people_make_experience()
    {
        Assert.Empty(Bakers().Gaps(GapKind.NoMentor, new GapOptions { AsOf = new DateOnly(2029, 1, 1) })); // six years old
        Assert.Equal(
            "old",
            Ids(
                Bakers().With("printer", f => f with { Employees = 1 }).Gaps(GapKind.NoMentor, Now).Single(),
                EvidenceKind.PossibleMentors
            )
        );
        Assert.Equal(
            "printer",
            Ids(
                Bakers().With("old", f => f with { Founded = 2014 }).Gaps(GapKind.NoMentor, Now).Single(),
                EvidenceKind.PossibleMentors
            )
        );
        Assert.Empty(Bakers().Gaps(GapKind.NoMentor)); // no tie is dated, so nobody knows what year it is
    }

    [Fact]
    public void Referrals_that_never_come_back_are_one_sided()
    {
        // a sends clients to b and c, b and c to d; b and c both give and get.
        var gaps = new DrawnTown().Ties("a-b a-c b-d c-d", RelationshipType.Refers).Ties("c-x").Gaps(GapKind.OneSided);

        Assert.Equal(["one-sided:a+Refers%20given", "one-sided:d+Refers%20got"], gaps.Select(gap => gap.Identity.ToString()));
        Assert.Equal(("b,c", "b,c"), (Ids(gaps[0], EvidenceKind.GivesTo), Ids(gaps[1], EvidenceKind.GetsFrom)));
        // c knows x as well, so it is asked first.
        Assert.Equal(((GapActionKind.AskReturn, "a,c"), (GapActionKind.AskReturn, "c,d")), (Next(gaps[0]), Next(gaps[1])));
    }

    [Fact]
    public void Supply_is_one_sided_only_where_somebody_fits_the_way_back()
    {
        var town = new DrawnTown().Ties("mill-a mill-b", RelationshipType.Supplies);

        Assert.Empty(town.Gaps(GapKind.OneSided));
        var gap = town.With("mill", f => f with { Needs = ["sacks"] })
            .With("weaver", f => f with { Offers = ["sacks"] })
            .Gaps(GapKind.OneSided)
            .Single();
        Assert.Equal(("mill", "a,b"), (Ids(gap.Businesses), Ids(gap, EvidenceKind.GivesTo)));
        Assert.Equal((GapActionKind.Introduce, "mill,weaver"), Next(gap));
    }

    [Fact]
    public void A_bank_is_in_reach_within_three_steps()
    {
        // bank - a - b - c - d, e - f on an island, g alone.
        var town = new DrawnTown()
            .Ties("bank-a a-b b-c c-d e-f")
            .With("g")
            .With("bank", f => f with { Kind = BusinessKind.Finance });

        var gaps = town.Gaps(GapKind.NoFinance);

        Assert.Equal(
            [("e", null), ("f", null), ("d", 4d)],
            gaps.Select(gap => (Ids(gap.Businesses), gap.Find(EvidenceKind.Nearest)!.Value))
        );
        Assert.Equal((GapActionKind.Introduce, "d,bank"), Next(gaps[2]));
        // There is no paper at all, which is a gap of the whole network; where only businesses are recorded it says nothing.
        Assert.Equal("no-press:", town.Gaps(GapKind.NoPress).Single().Identity.ToString());
        Assert.Empty(new DrawnTown().Ties("a-b").Gaps(GapKind.NoPress));
    }

    [Fact]
    public void A_business_that_closed_leaves_partners_behind_for_three_years()
    {
        var town = new DrawnTown()
            .Ties("shut-a b-shut", facts: Ended(2025))
            .Ties("long-a", facts: Ended(2020))
            .WithAll("shut long", f => f with { Status = BusinessStatus.Closed });

        var left = town.Gaps(GapKind.Left, Now).Single();

        Assert.Equal(
            ("shut", "a,b", "2025-03-01"),
            (Ids(left.Businesses), Ids(left, EvidenceKind.FormerPartners), left.Find(EvidenceKind.LastDay)!.Text)
        );
        Assert.Equal((GapActionKind.Replace, "a,shut"), Next(left));
    }

    [Fact]
    public void A_member_whose_books_end_a_year_ago_went_quiet()
    {
        var town = new DrawnTown()
            .Ties("still-a", facts: f => f with { Until = new DateOnly(2025, 3, 1) })
            .Ties("busy-a", facts: f => f with { Until = new DateOnly(2026, 3, 1) })
            .Ties("open-b") // no last day: it goes on
            .Ties("busy-b");

        Assert.Equal("still", Ids(town.Gaps(GapKind.Quiet, Now).Single().Businesses));
        Assert.Empty(town.Gaps(GapKind.Quiet, Now with { QuietMonths = 24 }));
    }

    [Fact]
    public void Against_an_earlier_state_half_of_the_contacts_gone_is_quiet_and_an_unlisted_one_left()
    {
        var before = EarlierNetwork.Of(new DrawnTown().Ties("a-b a-c a-d b-c b-d gone-a").Snapshot(), new DateOnly(2025, 1, 1));
        var now = new DrawnTown().Ties("a-b a-c a-d b-c").With("gone2");

        var gaps = GapFinder.Find(now.Snapshot(), Now with { Earlier = before });

        // Contacts then and now: a 4 and 3, b 3 and 2, c 2 and 2, d 2 and 1, gone 1 and not listed.
        Assert.Equal(
            ["left:gone", "quiet:d"],
            gaps.Where(gap => gap.Kind is GapKind.Left or GapKind.Quiet).Select(gap => gap.Identity.ToString())
        );
        var quiet = gaps.Single(gap => gap.Kind == GapKind.Quiet);
        Assert.Equal(
            (2d, 1d, "2025-01-01"),
            (
                quiet.Number(EvidenceKind.EarlierContacts),
                quiet.Number(EvidenceKind.Contacts),
                quiet.Find(EvidenceKind.EarlierDay)!.Text
            )
        );
    }

    static Func<RelationshipFacts, RelationshipFacts> Ended(int year) =>
        f => f with { Ended = true, Until = new DateOnly(year, 3, 1) };
}
