namespace BizGraph.Analysis.Paths;

/// <summary>All shortest chains of acquaintance between two nodes.</summary>
/// <param name="Steps">Number of ties in each; 0 from a node to itself.</param>
/// <param name="Count">Number of such chains, also those not listed.</param>
/// <param name="Chains">Chains as nodes from the first to the last, in the order of their ids; at most as many as asked for.</param>
public sealed record IntroductionChains(int Steps, double Count, IReadOnlyList<IReadOnlyList<int>> Chains);

/// <summary>Who can introduce one node to another: every shortest path by number of ties, along outgoing ties.</summary>
/// <remarks>Time O(n + m + steps · chains listed · degree), space O(n). Weights are ignored.</remarks>
public static class Introductions
{
    /// <summary>The chains between two nodes; null where there is none.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="from">Who asks.</param>
    /// <param name="to">Whom to meet.</param>
    /// <param name="limit">Chains to list at most, 1 or more.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IntroductionChains? Between(
        CsrGraph graph,
        int from,
        int to,
        int limit = 100,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        Require.That((uint)from < (uint)graph.NodeCount, nameof(from), from, $"a node from 0 to {graph.NodeCount - 1}");
        Require.That(limit >= 1, nameof(limit), limit, "1 or more");
        // Distances to the goal: from any node the chains go on through the neighbors that are one nearer.
        var toGoal = BreadthFirst.From(graph.Reversed(), to, cancellation: cancellation);
        if (toGoal.DistanceTo(from) is not { } steps)
        {
            return null;
        }
        return new IntroductionChains((int)steps, Count(graph, toGoal, from), List(graph, toGoal, from, limit));
    }

    // Depth first, nearer neighbors in the order of their ids; `choices` has those still to try at each place of the chain.
    static List<IReadOnlyList<int>> List(CsrGraph graph, PathTree toGoal, int from, int limit)
    {
        var chains = new List<IReadOnlyList<int>>();
        var chain = new List<int> { from };
        var choices = new Stack<Queue<int>>([Nearer(graph, toGoal, from)]);
        while (choices.TryPeek(out var next) && chains.Count < limit)
        {
            if (chain[^1] == toGoal.Source)
            {
                chains.Add([.. chain]);
            }
            if (next.TryDequeue(out var node))
            {
                chain.Add(node);
                choices.Push(Nearer(graph, toGoal, node));
            }
            else
            {
                chain.RemoveAt(chain.Count - 1);
                choices.Pop();
            }
        }
        return chains;
    }

    // Level by level towards the goal; a double, since numbers of paths outgrow 64 bits.
    static double Count(CsrGraph graph, PathTree toGoal, int from)
    {
        var counts = new Dictionary<int, double> { [from] = 1 };
        while (!counts.ContainsKey(toGoal.Source))
        {
            var nearer = new Dictionary<int, double>();
            foreach (var (node, count) in counts)
            {
                foreach (var next in Nearer(graph, toGoal, node))
                {
                    nearer[next] = nearer.GetValueOrDefault(next) + count;
                }
            }
            counts = nearer;
        }
        return counts[toGoal.Source];
    }

    static Queue<int> Nearer(CsrGraph graph, PathTree toGoal, int node)
    {
        var steps = toGoal.DistanceTo(node) - 1;
        return new Queue<int>(graph.OutNeighbors(node).ToArray().Where(next => toGoal.DistanceTo(next) == steps));
    }
}
