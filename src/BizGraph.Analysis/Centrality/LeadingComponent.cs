using BizGraph.Analysis.Structure;

namespace BizGraph.Analysis.Centrality;

/// <summary>The strong component with the largest eigenvalue λ₁: it alone decides the graph's own.</summary>
/// <param name="Value">λ₁; 0 when the graph has no cycle (an undirected edge is one).</param>
/// <param name="Nodes">Nodes of the component.</param>
/// <param name="Vector">Its vector by place in <paramref name="Nodes"/>, largest entry 1.</param>
sealed record LeadingComponent(double Value, int[] Nodes, double[] Vector)
{
    const double EqualWithin = 1e-10;

    /// <remarks>
    /// Equal λ₁: the larger component, then the one with the smallest id; but never one that leads to another of the same λ₁,
    /// since no eigenvector starts there.
    /// </remarks>
    public static LeadingComponent Of(CsrGraph graph, ThreadTeam team, Progress progress, CancellationToken cancellation)
    {
        var components = StrongComponents.Find(graph, cancellation);
        var place = new int[graph.NodeCount];
        var all = Enumerable
            .Range(0, components.Count)
            .TakeWhile(component => components.SizeOf(component) > 1) // a single node has no self-tie, so λ₁ = 0
            .Select(component => Of(graph, components.MembersOf(component).ToArray(), place, team, progress, cancellation))
            .ToArray();
        var largest = all.Select(component => component.Value).DefaultIfEmpty(0).Max();
        var leading = all.Where(component => component.Value >= largest * (1 - EqualWithin)).ToArray();
        return leading.Length switch
        {
            0 => new LeadingComponent(0, [], []),
            1 => leading[0],
            _ => leading.First(one => !LeadsTo(graph, one, leading)),
        };
    }

    static LeadingComponent Of(
        CsrGraph graph,
        int[] nodes,
        int[] place,
        ThreadTeam team,
        Progress progress,
        CancellationToken cancellation
    )
    {
        var (value, vector) = MatrixIteration.Leading(graph.Induced(nodes, place), team, progress, cancellation);
        return new LeadingComponent(value, nodes, vector);
    }

    static bool LeadsTo(CsrGraph graph, LeadingComponent one, LeadingComponent[] others)
    {
        var reached = Downstream(graph, one.Nodes);
        return others.Any(other => other != one && reached[other.Nodes[0]]);
    }

    /// <summary>The nodes that paths from <paramref name="sources"/> reach, themselves among them.</summary>
    public static bool[] Downstream(CsrGraph graph, int[] sources)
    {
        var reached = new bool[graph.NodeCount];
        var waiting = new Stack<int>(sources);
        while (waiting.TryPop(out var node))
        {
            if (reached[node])
            {
                continue;
            }
            reached[node] = true;
            foreach (var target in graph.OutNeighbors(node))
            {
                waiting.Push(target);
            }
        }
        return reached;
    }
}
