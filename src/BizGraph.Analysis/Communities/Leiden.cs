namespace BizGraph.Analysis.Communities;

/// <summary>Communities by the Leiden algorithm (Traag, Waltman and van Eck, 2019).</summary>
/// <remarks>
/// Near-linear in practice: time O(passes · m), space O(n + m). Each community is connected. Refinement merges greedily rather than at
/// random (as in GVE-Leiden; Sahu, 2023), and on the way back each level is polished by one more local move (Rotta and Noack, 2011): for
/// a tenth more time, one iteration comes to what NetworKit's three do. A directed graph is divided by directed modularity (Leicht and
/// Newman, 2008). The same graph, options and seed give the same communities; they depend on the order of ids.
/// </remarks>
public static class Leiden
{
    const int UsualVisits = 9; // of a node in an iteration, to tell progress by
    const int SmallNetwork = 5000; // nodes, below which threads wait for each other longer than they work

    /// <summary>The communities, largest first; an isolated node is one of its own.</summary>
    public static Partition Compute(CsrGraph graph, LeidenOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new LeidenOptions();
        options.Validate();
        using var team = ThreadTeam.Take(graph.NodeCount < SmallNetwork ? 1 : options.Threads);
        var progress = new Progress(options.Progress, UsualVisits * (long)graph.NodeCount * options.Iterations);
        var run = new CommunityRun(graph.NodeCount, options.Seed, team, progress, cancellation);
        var network = LeidenLevel.Of(graph, options);
        var communities = Labels.Singles(graph.NodeCount);
        var improved = true;
        for (var iteration = 0; iteration < options.Iterations && improved; iteration++)
        {
            improved = Improve(network, communities, run);
        }
        return Partition.FromNodeLabels(ConnectedParts.Of(network, communities));
    }

    // One iteration of the paper: move, refine, aggregate, until every community is a single node; then back. Returns whether any node moved.
    static bool Improve(LeidenLevel network, int[] communities, CommunityRun run)
    {
        var (level, levelCommunities) = (network, Labels.Singles(network.NodeCount));
        communities.CopyTo(levelCommunities, 0);
        var improved = false;
        var coarser = new Stack<(LeidenLevel Level, int[] Refined)>();
        while (true)
        {
            improved |= LocalMove.Run(level, levelCommunities, run);
            var count = Labels.Compact(levelCommunities);
            if (count == level.NodeCount)
            {
                break;
            }
            var refined = Refine.Run(level, levelCommunities, count, run);
            var refinedCount = Labels.Compact(refined);
            if (refinedCount == level.NodeCount)
            {
                break;
            }
            levelCommunities = Aggregate.Communities(refined, refinedCount, levelCommunities);
            coarser.Push((level, refined));
            level = Aggregate.Run(level, refined, refinedCount, run);
        }
        Uncoarsen(coarser, levelCommunities, run).CopyTo(communities, 0);
        return improved;
    }

    // Back through the levels: what was merged whole moves on in smaller pieces.
    static int[] Uncoarsen(Stack<(LeidenLevel Level, int[] Refined)> coarser, int[] communities, CommunityRun run)
    {
        while (coarser.TryPop(out var finer))
        {
            communities = Labels.Composed(finer.Refined, communities);
            LocalMove.Run(finer.Level, communities, run);
        }
        return communities;
    }
}
