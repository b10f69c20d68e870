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
    /// <summary>Exact betweenness of every node, 0 or more; 0 for a node that no shortest path passes through.</summary>
    public static NodeScores Compute(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new RunOptions();
        options.ValidateRun();
        var scores = graph.IsWeighted
            ? Weighted(graph, All(graph), options, cancellation)
            : ByComponent(graph, options, cancellation);
        if (!graph.IsDirected)
        {
            HalveEach(scores); // each pair was counted from both ends
        }
        return new NodeScores(scores);
    }

    /// <summary>
    /// Betweenness as it looks from some sources: what depends on each node for shortest paths from them, scaled to all (Brandes and Pich,
    /// 2007). It has no bound on its error: it serves for ranking only. All nodes as sources give the exact values.
    /// </summary>
    /// <param name="graph">Directed or not; weights count where it has them.</param>
    /// <param name="sources">Distinct nodes, one at least, best drawn at random.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static NodeScores FromSources(
        CsrGraph graph,
        IReadOnlyCollection<int> sources,
        RunOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sources);
        options ??= new RunOptions();
        options.ValidateRun();
        var chosen = Chosen(graph, sources);
        var scores = graph.IsWeighted
            ? Weighted(graph, [.. sources], options, cancellation)
            : ByPlace(graph, chosen, options, cancellation);
        var scale = (double)graph.NodeCount / sources.Count / (graph.IsDirected ? 1 : 2);
        return new NodeScores(Array.ConvertAll(scores, score => scale * score));
    }

    static bool[] Chosen(CsrGraph graph, IReadOnlyCollection<int> sources)
    {
        Require.That(sources.Count > 0, nameof(sources), "none", "one source at least");
        Require.Nodes(graph, sources, nameof(sources));
        var chosen = new bool[graph.NodeCount];
        foreach (var source in sources)
        {
            Require.That(!chosen[source], nameof(sources), $"node {source} twice", "distinct nodes");
            chosen[source] = true;
        }
        return chosen;
    }

    // As below, for sources that are few: nothing is folded. Neighboring sources share a vector and most of what it reaches.
    static double[] ByPlace(CsrGraph graph, bool[] chosen, RunOptions options, CancellationToken cancellation)
    {
        var nodes = new List<int>(graph.NodeCount);
        var components = WeakComponents.Find(graph, cancellation);
        var order = new VisitOrder(graph.ToUndirected());
        for (var component = 0; component < components.Count; component++)
        {
            nodes.AddRange(order.FromHub(components.MembersOf(component)));
        }
        int[] places = [.. Enumerable.Range(0, nodes.Count).Where(place => chosen[nodes[place]])];
        var byPlace = ByLanes(graph.Induced([.. nodes]), places, Ones(nodes.Count), options, cancellation);
        var scores = new double[graph.NodeCount];
        for (var place = 0; place < byPlace.Length; place++)
        {
            scores[nodes[place]] = byPlace[place];
        }
        return scores;
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
            return ByLanes(graph, All(graph), Ones(graph.NodeCount), options, cancellation);
        }
        var folding = new LeafFolding(graph);
        var core = folding.Core;
        var inner = graph.Induced(core);
        var ofCore = ByLanes(inner, All(inner), [.. core.Select(node => folding.Weight[node])], options, cancellation);
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

    static double[] ByLanes(
        CsrGraph graph,
        int[] sources,
        double[] weights,
        RunOptions options,
        CancellationToken cancellation
    ) =>
        SourceParts.Sum(
            graph.NodeCount,
            sources.Length,
            BrandesLanes.Lanes,
            () => new BrandesLanes(graph, weights),
            (lanes, first, count, sums) => lanes.Run(sources.AsSpan(first, count), sums),
            options,
            cancellation
        );

    static double[] Weighted(CsrGraph graph, int[] sources, RunOptions options, CancellationToken cancellation) =>
        SourceParts.Sum(
            graph.NodeCount,
            sources.Length,
            1,
            () => new BrandesPaths(graph),
            (paths, source, _, sums) => paths.Run(sources[source], sums),
            options,
            cancellation
        );

    static int[] All(CsrGraph graph) => [.. Enumerable.Range(0, graph.NodeCount)];

    static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }

    static void HalveEach(double[] scores)
    {
        for (var node = 0; node < scores.Length; node++)
        {
            scores[node] /= 2;
        }
    }
}
