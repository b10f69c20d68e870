namespace BizGraph.Analysis.Paths;

/// <summary>Weighted distances between all pairs by Dijkstra's algorithm from each node; each thread writes its own sources.</summary>
/// <remarks>Time O(n · (n + m) log n), space O(threads · n).</remarks>
static class WeightedDistanceSums
{
    public static DistanceSums Compute(CsrGraph graph, RunOptions options, CancellationToken cancellation)
    {
        var sums = DistanceSums.Zero(graph.NodeCount);
        using var team = ThreadTeam.Take(options.Threads);
        var searches = new DijkstraSearch?[team.Size];
        var progress = new Progress(options.Progress, graph.NodeCount);
        team.For(
            graph.NodeCount,
            16,
            (thread, start, end) =>
            {
                var search = searches[thread] ??= new DijkstraSearch(graph);
                for (var source = start; source < end; source++)
                {
                    search.From(source, cancellation: cancellation);
                    Tally(search, source, sums);
                }
                progress.Add(thread, end - start);
            }
        );
        return sums;
    }

    static void Tally(DijkstraSearch search, int source, DistanceSums sums)
    {
        var (sum, inverse) = (0.0, 0.0);
        foreach (var node in search.Settled[1..])
        {
            sum += search.Distance[node];
            inverse += 1 / search.Distance[node];
        }
        (sums.Reached[source], sums.Sum[source], sums.InverseSum[source]) = (search.Settled.Length - 1, sum, inverse);
        sums.Farthest[source] = search.Distance[search.Settled[^1]];
    }
}
