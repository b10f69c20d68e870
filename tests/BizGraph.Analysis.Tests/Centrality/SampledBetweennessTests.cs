using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Centrality;

public sealed class SampledBetweennessTests
{
    [Theory]
    [InlineData("karate club")]
    [InlineData("florentine families")]
    [InlineData("random")]
    [InlineData("directed random")]
    public void Estimates_keep_the_bound_in_the_promised_share_of_seeds(string graph)
    {
        var exact = Betweenness.Compute(Expected.Graphs[graph]).ToArray();
        KeepsTheBound(Expected.Graphs[graph], exact, stopsEarly: false);
        KeepsTheBound(Expected.Graphs[graph], exact, stopsEarly: true);
    }

    [Fact]
    public void Stopping_early_draws_fewer_paths_and_keeps_the_bound()
    {
        // Everyone has a small share of the pairs: what takes the most samples, a share of a half, does not occur.
        var graph = Drawn.Communities(seed: 4, groups: 10, size: 30);
        var options = new SampledBetweennessOptions { Error = 0.005, Risk = 0.1 };

        Assert.InRange(
            SampledBetweenness.Compute(graph, options).Samples,
            1,
            SampledBetweenness.Compute(graph, options with { StopsEarly = false }).Samples * 2 / 3
        );
        KeepsTheBound(graph, Betweenness.Compute(graph).ToArray(), stopsEarly: true);
    }

    static void KeepsTheBound(CsrGraph graph, double?[] exact, bool stopsEarly)
    {
        var kept = Enumerable.Range(0, 40).Count(seed => LargestError(graph, exact, (ulong)seed, stopsEarly) <= 1);

        Assert.InRange(kept, 36, 40); // confidence 0.9
    }

    [Fact]
    public void The_number_of_samples_is_that_of_the_paper()
    {
        // A path of five: VD = 5, as the bound from node 0 is min(2·4 + 1, 5). r = ⌈0.5/0.05² · (⌊log₂ 3⌋ + 1 + ln 10)⌉ = ⌈200 · 4.302585⌉
        var options = new SampledBetweennessOptions
        {
            Error = 0.05,
            Risk = 0.1,
            StopsEarly = false,
        };

        Assert.Equal(861, SampledBetweenness.Compute(Expected.Graphs["path"], options).Samples);
    }

    [Fact]
    public void A_star_is_estimated_without_error_where_every_path_passes_its_middle()
    {
        // Only pairs of leaves pass through node 0; the estimate is their share among the pairs drawn.
        var estimate = SampledBetweenness.Compute(Expected.Graphs["star"]);

        Assert.InRange(estimate.Scores[0]!.Value, 10 - estimate.Error, 10 + estimate.Error);
        Assert.Equal([0, 0, 0, 0, 0], estimate.Scores.ToArray()[1..]);
    }

    [Fact]
    public void Without_paths_of_three_there_is_nothing_to_sample()
    {
        Assert.Equal(0, SampledBetweenness.Compute(Expected.Graphs["one edge"]).Samples);
        Assert.Equal(0, SampledBetweenness.Compute(Expected.Graphs["empty"]).Samples);
    }

    [Fact]
    public void The_same_seed_gives_the_same_scores_at_any_number_of_threads()
    {
        var graph = Drawn.Communities(seed: 4, groups: 10, size: 30);
        var one = SampledBetweenness.Compute(graph, new SampledBetweennessOptions { Error = 0.05, Threads = 1 });
        var eight = SampledBetweenness.Compute(graph, new SampledBetweennessOptions { Error = 0.05, Threads = 8 });

        Assert.Equal(one.Scores.ToArray(), eight.Scores.ToArray());
    }

    [Fact]
    public void A_weighted_graph_is_refused() =>
        Assert.Throws<ArgumentException>(() => SampledBetweenness.Compute(Expected.Graphs["weighted triangle"]));

    static double LargestError(CsrGraph graph, double?[] exact, ulong seed, bool stopsEarly)
    {
        var estimate = SampledBetweenness.Compute(
            graph,
            new SampledBetweennessOptions
            {
                Error = 0.05,
                Risk = 0.1,
                Seed = seed,
                StopsEarly = stopsEarly,
            }
        );
        return exact.Zip(estimate.Scores.ToArray(), (a, b) => Math.Abs(a!.Value - b!.Value) / estimate.Error).Max();
    }
}
