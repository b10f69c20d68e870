using System.Globalization;
using BizGraph.Analysis;
using BizGraph.Api.Measures;
using BizGraph.Model;

namespace BizGraph.Api.Exports;

/// <summary>The measures that an export was asked for, computed for every business that is in the graph.</summary>
sealed class NetworkMetrics
{
    readonly NetworkSnapshot _snapshot;
    readonly IReadOnlyList<(string Name, double?[] Scores)> _columns;

    NetworkMetrics(NetworkSnapshot snapshot, IReadOnlyList<(string Name, double?[] Scores)> columns)
    {
        _snapshot = snapshot;
        _columns = columns;
    }

    /// <summary>The names of the measures.</summary>
    public IEnumerable<string> Names => _columns.Select(column => column.Name);

    /// <summary>Computes them, each once.</summary>
    public static NetworkMetrics Of(
        NetworkSnapshot snapshot,
        IEnumerable<NodeMeasure> measures,
        CancellationToken cancellation
    ) =>
        new(
            snapshot,
            [.. measures.Distinct().Select(m => (m.Name, m.Compute(snapshot.Graph(m.View), new RunOptions(), cancellation)))]
        );

    /// <summary>The scores of a business, in the order of the names; null for one that is not in the graph, and where undefined.</summary>
    public IEnumerable<double?> ScoresOf(Business business)
    {
        var node = _snapshot.NodeOf(business.Id);
        return _columns.Select(column => node is { } n ? column.Scores[n] : null);
    }

    /// <summary>The scores of a business as text; empty where there is none.</summary>
    public IEnumerable<string> Of(Business business) =>
        ScoresOf(business).Select(score => score?.ToString("R", CultureInfo.InvariantCulture) ?? "");
}
