using BizGraph.Model;

namespace BizGraph.Analysis;

/// <summary>The border between businesses and nodes: the one place where relationships become edges.</summary>
static class GraphBuilder
{
    /// <summary>The graph of a view. Node i is the i-th of <paramref name="nodeOf"/>'s businesses in the order of their ids.</summary>
    /// <remarks>Parallel ties add up, ties to oneself and ended ties stay out, as do those of businesses that are no nodes. Time O(n + m log d).</remarks>
    public static CsrGraph Build(
        IReadOnlyDictionary<BusinessId, int> nodeOf,
        IEnumerable<Relationship> relationships,
        GraphView view
    )
    {
        var builder = new CsrGraphBuilder(nodeOf.Count, view.IsDirected, view.IsWeighted);
        foreach (var tie in relationships)
        {
            if (IsEdge(tie, view) && nodeOf.TryGetValue(tie.From, out var from) && nodeOf.TryGetValue(tie.To, out var to))
            {
                builder.Add(from, to, tie.Weight);
                if (view.IsDirected && !tie.Key.IsDirected)
                {
                    builder.Add(to, from, tie.Weight);
                }
            }
        }

        return builder.Build();
    }

    static bool IsEdge(Relationship tie, GraphView view) => tie.Facts.Ended != true && (view.Types?.Contains(tie.Type) ?? true);
}
