using BizGraph.Analysis.Gaps;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Gaps.DrawnTown;

namespace BizGraph.Analysis.Tests.Gaps;

/// <summary>Pairs of communities, and groups that stay among themselves.</summary>
public sealed class GroupGapTests
{
    static readonly string[] Left = ["a", "b", "c", "d", "e"];
    static readonly string[] Right = ["v", "w", "x", "y", "z"];

    // Two cliques of five; those of the left look for what z of the right offers.
    static DrawnTown Cliques(int seekers) =>
        new DrawnTown()
            .Clique(Left)
            .Clique(Right)
            .WithAll(string.Join(' ', Left.Take(seekers)), f => f with { Needs = ["packaging"] })
            .With("z", f => f with { Offers = ["packaging"] });

    [Fact]
    public void Two_communities_with_much_to_offer_and_no_tie_are_a_structural_hole()
    {
        var hole = Cliques(3).Gaps(GapKind.StructuralHole).Single();

        // Each clique has 10 ties, so 20 ends; there are 40 ends in all: 20 · 20 / 40 = 10 ties by chance.
        Assert.Equal(
            (0d, 10d, 3d),
            (hole.Number(EvidenceKind.TiesBetween), hole.Number(EvidenceKind.ExpectedTies), hole.Number(EvidenceKind.Complements))
        );
        Assert.Equal((5d, 5d), (hole.Number(EvidenceKind.OneGroup), hole.Number(EvidenceKind.OtherGroup)));
        Assert.Equal((GapActionKind.Introduce, "a,z"), Next(hole));
        Assert.Equal("structural-hole:a+v", hole.Identity.ToString());
        Assert.Empty(Cliques(2).Gaps(GapKind.StructuralHole));
    }

    [Fact]
    public void Ties_between_them_are_few_up_to_a_quarter_of_those_by_chance()
    {
        // With t ties between them: (20 + t)² / (40 + 2t) = 10 + t/2 by chance. Two of eleven are few, four of twelve are not.
        Assert.Single(Cliques(3).Ties("d-v e-w").Gaps(GapKind.StructuralHole));
        Assert.Empty(Cliques(3).Ties("d-v e-w d-x e-y").Gaps(GapKind.StructuralHole));
    }

    [Fact]
    public void Trades_that_do_business_elsewhere_complement_each_other()
    {
        // Two inns buy from two farms on the mainland: inns of the left could buy from the farm of the right.
        var town = new DrawnTown()
            .Clique(Left)
            .Clique(Right)
            .WithAll("a b c i1 i2", f => f with { Industry = new Industry(Title: "Inn") })
            .WithAll("z f1", f => f with { Industry = new Industry(Title: "Farm") })
            .Ties("f1-i1 f1-i2", RelationshipType.Supplies);

        var hole = town.Gaps(GapKind.StructuralHole).Single();

        Assert.Equal(3d, hole.Number(EvidenceKind.Complements));
        Assert.Equal((GapActionKind.Introduce, "a,z"), Next(hole));
    }

    [Fact]
    public void A_group_stays_among_itself_by_its_index_beside_the_value_of_its_size()
    {
        // Six makers in a ring, one tie to the town of eight others: 6 inside, 1 outside, so (1 - 6) / 7.
        // Pairs: 6 · 8 = 48 outside, 15 inside, so (48 - 15) / 63.
        var gap = Makers().Gaps(GapKind.AmongThemselves).Single();

        Assert.Equal(
            ("network", "The Makers", 6d),
            (gap.Find(EvidenceKind.Grouping)!.Text, gap.Find(EvidenceKind.Group)!.Text, gap.Number(EvidenceKind.Group))
        );
        Assert.Equal((6d, 1d), (gap.Number(EvidenceKind.TiesInside), gap.Number(EvidenceKind.TiesOutside)));
        Assert.Equal(-5d / 7, gap.Number(EvidenceKind.EiIndex), 12);
        Assert.Equal(33d / 63, gap.Number(EvidenceKind.ExpectedEiIndex), 12);
        // m1 is the way out already; of the others the first is introduced to the best connected outside.
        Assert.Equal((GapActionKind.Introduce, "m2,t1"), Next(gap));
    }

    [Theory]
    [InlineData("m1-t2 m2-t3")] // 6 inside, 3 outside: exactly -1/3, still closed
    public void At_two_ties_inside_for_each_outside_it_still_stays_among_itself(string more) =>
        Assert.Single(Makers().Ties(more).Gaps(GapKind.AmongThemselves));

    [Fact]
    public void Open_small_and_large_groups_are_none()
    {
        Assert.Empty(Makers().Ties("m1-t2 m2-t3 m3-t4").Gaps(GapKind.AmongThemselves)); // 6 inside, 4 outside
        Assert.Empty(Makers().Gaps(GapKind.AmongThemselves, new GapOptions { LeastGroup = 7 }));
        Assert.Empty(Makers().Gaps(GapKind.AmongThemselves, new GapOptions { MostGroupShare = 0.4 })); // 6 of 14
        Assert.Empty(Makers().Gaps(GapKind.AmongThemselves, new GapOptions { LeastGroupTies = 8 }));
        Assert.Empty(Makers().Gaps(GapKind.AmongThemselves, new GapOptions { LeastBelowExpected = 1.3 })); // 0.52 + 0.71
    }

    static DrawnTown Makers() =>
        new DrawnTown()
            .Ties("m1-m2 m2-m3 m3-m4 m4-m5 m5-m6 m6-m1 m1-t1")
            .Ties("t1-t2 t2-t3 t3-t4 t4-t5 t5-t6 t6-t7 t7-t8 t1-t3 t1-t4")
            .WithAll("m1 m2 m3 m4 m5 m6", f => f with { Networks = ["The Makers"] });
}
