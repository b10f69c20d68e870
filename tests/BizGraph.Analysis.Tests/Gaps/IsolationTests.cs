using BizGraph.Analysis.Gaps;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Gaps.DrawnTown;

namespace BizGraph.Analysis.Tests.Gaps;

public sealed class IsolationTests
{
    [Fact]
    public void Of_the_isolated_those_whom_most_others_suit_come_first()
    {
        // c - d - e; a has no tie and offers what c and d look for, b has no tie and nothing that anyone wants.
        var gaps = new DrawnTown()
            .With("b")
            .With("a", f => f with { Offers = ["Bookkeeping"] })
            .Ties("c-d d-e")
            .WithAll("c d", f => f with { Needs = ["bookkeeping for shops"] })
            .Gaps(GapKind.Isolated);

        Assert.Equal(["a", "b"], gaps.Select(gap => Ids(gap.Businesses)));
        Assert.Equal(("c,d", 4d), (Ids(gaps[0], EvidenceKind.Fitting), gaps[0].Number(EvidenceKind.Unreached)));
        // d has two contacts, c one; through d come d, c and e within two steps.
        Assert.Equal((GapActionKind.Introduce, "a,d"), Next(gaps[0]));
        Assert.Equal(("bookkeeping for shops", "d"), (gaps[0].NextAction.Wanted, gaps[0].NextAction.WantedBy!.Id.Value));
        Assert.Equal(3d, gaps[0].Number(EvidenceKind.ReachGained));
        Assert.Equal((GapActionKind.Introduce, "b,d"), Next(gaps[1]));
        Assert.Null(gaps[1].NextAction.Wanted);
    }

    [Fact]
    public void Competitors_and_those_ruled_out_are_not_introduced()
    {
        var bakery = new Industry("10710", "UK SIC", "Bakery");
        var gap = new DrawnTown()
            .With("a", f => f with { Industry = bakery, Needs = ["flour", "bread"], NotWith = ["Mill of Ham"] })
            .With("baker", f => f with { Industry = bakery with { Code = "1071" }, Offers = ["bread"] })
            .With("mill", f => f with { Name = "Mill of Ham", Offers = ["flour"] })
            .Ties("baker-mill mill-c")
            .Gaps(GapKind.Isolated)
            .Single();

        Assert.Equal(0d, gap.Number(EvidenceKind.Fitting));
        Assert.Equal((GapActionKind.Introduce, "a,c"), Next(gap));
    }

    [Fact]
    public void With_nobody_to_meet_the_next_action_is_an_invitation() =>
        Assert.Equal((GapActionKind.Invite, "a"), Next(new DrawnTown().With("a").Gaps(GapKind.Isolated).Single()));

    [Fact]
    public void A_business_hangs_by_one_tie_where_it_has_one_to_the_mainland()
    {
        // a - b - c - a, d hangs by c; x - y is an island of its own; the library hangs by a, and is no business.
        var town = new DrawnTown()
            .Ties("a-b b-c c-a c-d x-y a-library")
            .With("library", f => f with { Kind = BusinessKind.PublicBody });

        var gap = town.Gaps(GapKind.OneTie).Single();

        Assert.Equal(("d", "c"), (Ids(gap.Businesses), Ids(gap, EvidenceKind.Contacts)));
        // One step away: c; two: a and b. A tie to a brings the library within two steps, and nothing else.
        Assert.Equal(((GapActionKind.Introduce, "d,a"), 1d), (Next(gap), gap.Number(EvidenceKind.ReachGained)));
        Assert.Equal(
            ("x,y", 5d),
            (Ids(town.Gaps(GapKind.Island).Single().Businesses), town.Gaps(GapKind.Island)[0].Number(EvidenceKind.Unreached))
        );
    }

    [Fact]
    public void Few_ties_that_all_run_one_way_are_named_with_their_direction()
    {
        // m sells to a and b, and gets nothing; e buys from a and b, and gives nothing; a and b know each other.
        var town = new DrawnTown().Ties("m-a m-b a-e b-e", RelationshipType.Supplies).Ties("a-b");

        var gaps = town.Gaps(GapKind.OneWay);

        Assert.Equal(["e", "m"], gaps.Select(gap => Ids(gap.Businesses)).Order());
        Assert.Equal("a,b", Ids(gaps.Single(gap => Ids(gap.Businesses) == "m"), EvidenceKind.GivesTo));
        Assert.Equal("a,b", Ids(gaps.Single(gap => Ids(gap.Businesses) == "e"), EvidenceKind.GetsFrom));
        Assert.Empty(town.Ties("m-e e-m").Gaps(GapKind.OneWay));
    }

    [Fact]
    public void Far_from_the_core_is_four_steps_and_half_as_far_again_as_the_mean()
    {
        // The core a, b, c, d, all tied; from d a tail e - f - g - h - i. Degrees 4 3 3 3 2 2 2 2 1: by Lip the first four are the core.
        var town = new DrawnTown().Clique("a", "b", "c", "d").Ties("d-e e-f f-g g-h h-i");

        var gap = town.Gaps(GapKind.FarFromCore).Single();

        // i is five steps away, but hangs by one tie, and is named as such. Mean: (1 + 2 + 3 + 4 + 5) / 9.
        Assert.Equal("h", Ids(gap.Businesses));
        Assert.Equal(4d, gap.Number(EvidenceKind.StepsToCore));
        Assert.Equal(15d / 9, gap.Number(EvidenceKind.MeanStepsToCore), 12);
        Assert.Equal("i", Ids(town.Gaps(GapKind.OneTie).Single().Businesses));
        Assert.Equal(
            ["h", "g"],
            town.Gaps(GapKind.FarFromCore, new GapOptions { FarSteps = 3 }).Select(g => Ids(g.Businesses)).OrderDescending()
        );
    }
}
