using BizGraph.Analysis;
using BizGraph.Api.Hosting;
using BizGraph.Api.Rankings;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Graphs;

/// <summary>The whole graph as parallel arrays: entry i of each node array is node i, entry j of each edge array is edge j.</summary>
/// <param name="Version">The network version.</param>
/// <param name="Ids">The business id of each node, in ordinal order.</param>
/// <param name="Names">The name of each node.</param>
/// <param name="From">The node that each edge starts at.</param>
/// <param name="To">The node that each edge ends at.</param>
/// <param name="Weight">The strength of each edge: the weights of its ties added up.</param>
/// <param name="Metrics">The measures asked for.</param>
[ObjectType]
sealed record GraphArrays(
    long Version,
    string[] Ids,
    string[] Names,
    int[] From,
    int[] To,
    double[] Weight,
    IReadOnlyList<MetricArray> Metrics
);

/// <summary>A measure of every node.</summary>
/// <param name="Measure">Which one.</param>
/// <param name="Values">The score of each node, in the measure's own unit; null where it is undefined.</param>
[ObjectType]
sealed record MetricArray(RankingMeasure Measure, double?[] Values);

/// <summary>The graph for tools of one's own.</summary>
[QueryType]
static class GraphQueries
{
    // A larger answer is no page any more: such a network is exported.
    const int MostNodesAndEdges = 2_000_000;

    /// <summary>The whole graph as parallel arrays. Closed businesses, ended ties and ties to oneself are left out; parallel ties are one edge.</summary>
    /// <remarks>One answer may be tens of megabytes, so its cost lets a request ask for two of them, not for hundreds under other names.</remarks>
    [Cost(BizGraphSchema.MostCost / 2)]
    public static async Task<GraphArrays> GetGraphAsync(
        Shown shown,
        CancellationToken cancellation,
        [GraphQLDescription("Only ties of these types; all of them unless given.")] IReadOnlyList<RelationshipType>? types = null,
        [GraphQLDescription("Whether edges keep their direction; a tie without one is an edge each way.")] bool directed = false,
        [GraphQLDescription("Measures to add, each computed on the whole network with its own defaults.")]
            IReadOnlyList<RankingMeasure>? metrics = null
    )
    {
        var view = new GraphView(types is null ? null : RelationshipTypeSet.Of(types), directed, IsWeighted: true);
        var graph = shown.Snapshot.Graph(view);
        if (graph.NodeCount + (long)graph.EdgeCount > MostNodesAndEdges)
        {
            throw new GraphQLException(
                $"The graph has {graph.NodeCount:N0} nodes and {graph.EdgeCount:N0} edges; one answer holds {MostNodesAndEdges:N0} in all. Ask for fewer 'types'."
            );
        }

        var edges = graph.Edges().ToList();
        var nodes = Enumerable.Range(0, graph.NodeCount).Select(shown.Snapshot.BusinessOf).ToList();
        return new GraphArrays(
            shown.Snapshot.Version,
            [.. nodes.Select(b => b.Id.Value)],
            [.. nodes.Select(b => b.Name)],
            [.. edges.Select(e => e.From)],
            [.. edges.Select(e => e.To)],
            [.. edges.Select(e => e.Weight)],
            await MetricsAsync(shown, metrics ?? [], cancellation)
        );
    }

    static async Task<List<MetricArray>> MetricsAsync(
        Shown shown,
        IReadOnlyList<RankingMeasure> metrics,
        CancellationToken cancellation
    )
    {
        var arrays = new List<MetricArray>();
        foreach (var measure in metrics.Distinct())
        {
            arrays.Add(new MetricArray(measure, await Scores.OfAsync(shown, measure, cancellation)));
        }

        return arrays;
    }
}
