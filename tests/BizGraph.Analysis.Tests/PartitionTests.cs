namespace BizGraph.Analysis.Tests;

public sealed class PartitionTests
{
    [Fact]
    public void Groups_are_numbered_by_size_and_then_by_their_smallest_node()
    {
        var partition = Partition.FromLabels([7, -3, 7, -3, 100, 7, 5]);

        Assert.Equal([0, 1, 0, 1, 2, 0, 3], partition.Groups.ToArray());
        Assert.Equal((4, 7), (partition.Count, partition.NodeCount));
        Assert.Equal([0, 2, 5], partition.MembersOf(0).ToArray());
        Assert.Equal([1, 3], partition.MembersOf(1).ToArray());
        Assert.Equal(1, partition.SizeOf(3));
    }

    [Fact]
    public void No_nodes_make_no_groups() => Assert.Equal(0, Partition.FromLabels([]).Count);
}
