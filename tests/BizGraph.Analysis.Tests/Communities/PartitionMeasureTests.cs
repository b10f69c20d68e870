using BizGraph.Analysis.Communities;

namespace BizGraph.Analysis.Tests.Communities;

public sealed class PartitionMeasureTests
{
    [Fact]
    public void Mutual_information_is_that_of_igraph_1_0_0()
    {
        // igraph.compare_communities([0,0,0,1,1,1], [0,0,1,1,2,2], method="nmi")
        var (one, other) = (Partition.FromLabels([0, 0, 0, 1, 1, 1]), Partition.FromLabels([0, 0, 1, 1, 2, 2]));

        Assert.Equal(0.5158037429793888, MutualInformation.Normalized(one, other), 1e-12);
        Assert.Equal(1, MutualInformation.Normalized(one, one), 1e-12);
    }

    [Fact]
    public void Of_trivial_partitions_one_says_all_of_the_other()
    {
        Assert.Equal(1, MutualInformation.Normalized(Partition.FromLabels([0, 0]), Partition.FromLabels([5, 5])));
        Assert.Equal(0, MutualInformation.Normalized(Partition.FromLabels([0, 0]), Partition.FromLabels([0, 1])));
        Assert.Equal(1, MutualInformation.Normalized(Partition.FromLabels([]), Partition.FromLabels([])));
    }

    [Fact]
    public void A_community_keeps_its_identity_where_most_members_stay()
    {
        // Before: 7 was {0, 1, 2}, 4 was {3, 4}; node 5 is new. Now: {0, 1, 3}, {2, 5}, {4}.
        var now = Partition.FromLabels([0, 0, 1, 0, 2, 1]);

        Assert.Equal([7, 8, 4], CommunityIdentity.Match(now, [7, 7, 7, 4, 4, -1]));
    }

    [Fact]
    public void The_first_communities_are_numbered_from_zero() =>
        Assert.Equal([0, 1], CommunityIdentity.Match(Partition.FromLabels([0, 0, 1]), [-1, -1, -1]));
}
