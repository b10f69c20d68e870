namespace BizGraph.Analysis.Structure;

/// <summary>A division into a core, whose members are all tied, and a periphery, none of whose members are.</summary>
/// <param name="Core">Nodes of the core, by id.</param>
/// <param name="Errors">Ties missing in the core plus ties within the periphery.</param>
/// <param name="Fit">Correlation of ties with the pattern over the pairs that count, −1 to 1; null where either does not vary.</param>
public sealed record CoreDivision(IReadOnlyList<int> Core, long Errors, double? Fit);

/// <summary>
/// The discrete core/periphery model (Borgatti and Everett, 2000) with core-to-periphery pairs left out, solved exactly (Lip, 2011).
/// </summary>
/// <remarks>
/// A core of k nodes makes m + k(k − 1)/2 − Σ degrees errors, so the k of highest degree are best, and one more pays while its
/// degree is at least k. Between equally good cores: the largest, then the smallest ids. Time O(m + n log n), space O(n).
/// Direction and weights are ignored.
/// </remarks>
public static class CorePeriphery
{
    /// <summary>The core with the fewest errors.</summary>
    public static CoreDivision Find(CsrGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = graph.WithoutWeights().ToUndirected();
        var byDegree = Enumerable.Range(0, graph.NodeCount).OrderByDescending(graph.OutDegree).ThenBy(node => node).ToArray();
        var size = byDegree.TakeWhile((node, place) => graph.OutDegree(node) >= place).Count();
        var isCore = new bool[graph.NodeCount];
        foreach (var node in byDegree.AsSpan(0, size))
        {
            isCore[node] = true;
        }
        var (coreTies, peripheryTies) = (0L, 0L);
        foreach (var edge in graph.Edges())
        {
            coreTies += isCore[edge.From] && isCore[edge.To] ? 1 : 0;
            peripheryTies += isCore[edge.From] || isCore[edge.To] ? 0 : 1;
        }
        var missing = Pairs(size) - coreTies;
        var fit = Correlation(coreTies, missing, peripheryTies, Pairs(graph.NodeCount - size) - peripheryTies);
        return new CoreDivision([.. byDegree.Take(size).Order()], missing + peripheryTies, fit);
    }

    static long Pairs(long nodes) => nodes * (nodes - 1) / 2;

    // Of two yes/no variables, from the four counts of their table.
    static double? Correlation(double coreTies, double coreGaps, double peripheryTies, double peripheryGaps)
    {
        var spread =
            (coreTies + coreGaps) * (peripheryTies + peripheryGaps) * (coreTies + peripheryTies) * (coreGaps + peripheryGaps);
        return spread == 0 ? null : (coreTies * peripheryGaps - coreGaps * peripheryTies) / Math.Sqrt(spread);
    }
}
