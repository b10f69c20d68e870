using BizGraph.Analysis.Centrality;

namespace BizGraph.Analysis.Tests;

public sealed class ThreadTeamTests
{
    static readonly CsrGraph Graph = Drawn.Communities(seed: 2, groups: 40, size: 25);

    [Fact]
    public void Analyses_at_the_same_time_give_the_same_as_one_alone()
    {
        var alone = Harmonic.Compute(Graph, new RunOptions { Threads = 1 }).ToArray();

        Parallel.For(0, 24, _ => Assert.Equal(alone, Harmonic.Compute(Graph, new RunOptions { Threads = 4 }).ToArray()));
    }

    [Fact]
    public void A_cancelled_analysis_says_so_and_the_next_one_runs()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => Harmonic.Compute(Graph, new RunOptions { Threads = 2 }, cancelled));
        Assert.Equal(1000, Harmonic.Compute(Graph, new RunOptions { Threads = 2 }).Count);
    }

    [Fact]
    public void No_threads_are_too_few() =>
        Assert.Throws<ArgumentException>(() => Harmonic.Compute(Graph, new RunOptions { Threads = 0 }));
}
