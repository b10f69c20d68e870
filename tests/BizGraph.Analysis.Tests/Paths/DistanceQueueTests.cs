using BizGraph.Analysis.Paths;

namespace BizGraph.Analysis.Tests.Paths;

public sealed class DistanceQueueTests
{
    [Theory]
    [InlineData(1)] // whole numbers, many of them equal
    [InlineData(1e-3)]
    [InlineData(1e12)]
    public void Distances_come_in_the_order_of_a_heap(double scale)
    {
        var random = new Random(7);
        var (queue, heap) = (new DistanceQueue(), new PriorityQueue<int, double>());
        for (var round = 0; round < 3; round++)
        {
            queue.Clear();
            heap.Clear();
            var last = 0.0;
            for (var step = 0; step < 5000; step++)
            {
                for (var offers = random.Next(4); offers > 0; offers--)
                {
                    // Never below what was taken last; some as near to it as two numbers can be.
                    var distance = random.Next(5) == 0 ? Math.BitIncrement(last) : last + Length(random, scale);
                    queue.Offer(step, distance);
                    heap.Enqueue(step, distance);
                }
                var taken = queue.TryTakeNearest(out _, out var nearest);
                Assert.Equal(heap.TryDequeue(out _, out var expected), taken);
                if (taken)
                {
                    Assert.Equal(expected, nearest);
                    last = nearest;
                }
            }
        }
    }

    static double Length(Random random, double scale) => scale == 1 ? random.Next(10) : Math.Pow(random.NextDouble(), 6) * scale;

    [Fact]
    public void Every_node_comes_as_often_as_it_was_offered()
    {
        var queue = new DistanceQueue();
        foreach (var node in (int[])[3, 1, 3, 2])
        {
            queue.Offer(node, 0.5 * node);
        }
        var taken = new List<(int, double)>();
        while (queue.TryTakeNearest(out var node, out var distance))
        {
            taken.Add((node, distance));
        }

        Assert.Equal([(1, 0.5), (2, 1.0), (3, 1.5), (3, 1.5)], taken);
    }
}
