using BizGraph.Analysis.Paths;
using BizGraph.Analysis.Structure;

namespace BizGraph.Analysis.Centrality;

/// <summary>Betweenness of nodes by dependency accumulation (Brandes, 2001).</summary>
/// <remarks>
/// Time O(n·m), weighted O(n·m + n² log n); space O(n + m), and 260 bytes a node for each thread. Raw values: for every pair of other
/// nodes, the share of their shortest paths that pass through the node; unordered pairs when undirected, ordered when directed. A weight is
/// a strength: an edge is 1/weight long, and lengths within 1e-10 of each other, relatively, are equal (igraph's rule).
/// </remarks>
public static class Betweenness
{
    // Sources are split into this many parts at most, each with sums of its own that are added in order: the same bits at any number of
    // threads, and work for many of them.
    const int MaxParts = 32;

    /// <summary>Exact betweenness of every node, 0 or more; 0 for a node that no shortest path passes through.</summary>
    public static NodeScores Compute(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new RunOptions();
        options.ValidateRun();
        var scores = graph.IsWeighted ? Weighted(graph, options, cancellation) : ByComponent(graph, options, cancellation);
        if (!graph.IsDirected)
        {
            HalveEach(scores); // each pair was counted from both ends
        }
        return new NodeScores(scores);
    }

    // Nodes of a component are numbered by breadth first search from its best-connected one: neighbors then lie close in memory.
    static double[] ByComponent(CsrGraph graph, RunOptions options, CancellationToken cancellation)
    {
        var scores = new double[graph.NodeCount];
        var undirected = graph.ToUndirected();
        var components = WeakComponents.Find(graph, cancellation);
        var (place, order) = (new int[graph.NodeCount], new VisitOrder(undirected));
        for (var component = 0; component < components.Count && components.SizeOf(component) > 2; component++)
        {
            var nodes = order.FromHub(components.MembersOf(component));
            var ofNodes = Connected(graph.Induced(nodes, place), options, cancellation);
            for (var i = 0; i < nodes.Length; i++)
            {
                scores[nodes[i]] = ofNodes[i];
            }
        }
        return scores;
    }

    static double[] Connected(CsrGraph graph, RunOptions options, CancellationToken cancellation)
    {
        if (graph.IsDirected)
        {
            var ones = new double[graph.NodeCount];
            Array.Fill(ones, 1);
            return ByLanes(graph, ones, options, cancellation);
        }
        var folding = new LeafFolding(graph);
        var core = folding.Core;
        var ofCore = ByLanes(graph.Induced(core), [.. core.Select(node => folding.Weight[node])], options, cancellation);
        var scores = new double[graph.NodeCount];
        for (var node = 0; node < scores.Length; node++)
        {
            scores[node] = folding.PairsThrough(node);
        }
        for (var i = 0; i < core.Length; i++)
        {
            scores[core[i]] += ofCore[i];
        }
        return scores;
    }

    static double[] ByLanes(CsrGraph graph, double[] weights, RunOptions options, CancellationToken cancellation) =>
        InParts(
            graph,
            BrandesLanes.Lanes,
            () => new BrandesLanes(graph, weights),
            (lanes, first, count, sums) => lanes.Run(first, count, sums),
            options,
            cancellation
        );

    static double[] Weighted(CsrGraph graph, RunOptions options, CancellationToken cancellation) =>
        InParts(
            graph,
            1,
            () => new BrandesPaths(graph),
            (paths, source, _, sums) => paths.Run(source, sums),
            options,
            cancellation
        );

    static double[] InParts<TScratch>(
        CsrGraph graph,
        int batch,
        Func<TScratch> scratchOfThread,
        Action<TScratch, int, int, double[]> run,
        RunOptions options,
        CancellationToken cancellation
    )
        where TScratch : class
    {
        var batches = (graph.NodeCount + batch - 1) / batch;
        var parts = Math.Min(MaxParts, batches);
        var sums = new double[parts][];
        using var team = ThreadTeam.Take(graph.NodeCount < 100 ? 1 : options.Threads);
        var scratches = new TScratch?[team.Size];
        var progress = new Progress(options.Progress, batches);
        team.For(
            parts,
            1,
            (thread, part, _) =>
            {
                var scratch = scratches[thread] ??= scratchOfThread();
                sums[part] = new double[graph.NodeCount];
                for (var i = (int)((long)batches * part / parts); i < (long)batches * (part + 1) / parts; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    run(scratch, i * batch, Math.Min(batch, graph.NodeCount - i * batch), sums[part]);
                    progress.Add(thread, 1);
                }
            }
        );
        return AddInOrder(sums, graph.NodeCount);
    }

    static double[] AddInOrder(double[][] parts, int length)
    {
        var sums = new double[length];
        foreach (var part in parts)
        {
            for (var node = 0; node < length; node++)
            {
                sums[node] += part[node];
            }
        }
        return sums;
    }

    static void HalveEach(double[] scores)
    {
        for (var node = 0; node < scores.Length; node++)
        {
            scores[node] /= 2;
        }
    }
}
