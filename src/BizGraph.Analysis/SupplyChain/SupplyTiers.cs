using BizGraph.Model;

namespace BizGraph.Analysis.SupplyChain;

/// <summary>Who supplies a business, and who supplies them: tiers by directed walks along supply ties.</summary>
public static class SupplyTiers
{
    /// <summary>Follows supply ties tier by tier. A business at several tiers counts at its nearest.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="of">The business it starts from, which is tier 0 and not listed; closed ones have no chain.</param>
    /// <param name="direction">Towards suppliers or towards customers.</param>
    /// <param name="tiers">How many tiers at most, 1 or more.</param>
    /// <returns>The tiers that hold anyone, the nearest first, and every cycle that the chain runs into. Time O(n + m).</returns>
    public static SupplyTiersResult Find(NetworkSnapshot snapshot, BusinessId of, SupplyDirection direction, int tiers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tiers, 1);
        if (snapshot.NodeOf(of) is not { } start)
        {
            return new SupplyTiersResult([], []);
        }

        var supply = snapshot.Graph(GraphView.Supply);
        var graph = direction == SupplyDirection.Upstream ? supply.Reversed() : supply;
        var seen = new HashSet<int> { start };
        var found = new List<SupplyTier>();
        var frontier = new List<int> { start };
        for (var tier = 1; tier <= tiers && frontier.Count > 0; tier++)
        {
            frontier = Next(graph, frontier, seen);
            if (frontier.Count > 0)
            {
                found.Add(new SupplyTier(tier, [.. frontier.Select(snapshot.BusinessOf)]));
            }
        }

        return new SupplyTiersResult(found, CyclesAmong(snapshot, seen));
    }

    static List<int> Next(CsrGraph graph, List<int> frontier, HashSet<int> seen)
    {
        var next = new List<int>();
        foreach (var node in frontier)
        {
            foreach (var neighbor in graph.OutNeighbors(node))
            {
                if (seen.Add(neighbor))
                {
                    next.Add(neighbor);
                }
            }
        }

        next.Sort();
        return next;
    }

    // A strong component of two or more is where goods can come round in a circle.
    static List<IReadOnlyList<Business>> CyclesAmong(NetworkSnapshot snapshot, HashSet<int> seen) =>
        [
            .. seen.Select(node => snapshot.SupplyCycles[node])
                .Distinct()
                .Where(component => snapshot.SupplyCycles.SizeOf(component) > 1)
                .Order()
                .Select(component =>
                    (IReadOnlyList<Business>)[.. snapshot.SupplyCycles.MembersOf(component).ToArray().Select(snapshot.BusinessOf)]
                ),
        ];
}

/// <summary>Which way a supply chain is followed.</summary>
public enum SupplyDirection
{
    /// <summary>Towards suppliers.</summary>
    Upstream,

    /// <summary>Towards customers.</summary>
    Downstream,
}

/// <summary>The businesses at one distance.</summary>
/// <param name="Number">The distance: 1 deals with the business itself.</param>
/// <param name="Businesses">In the order of their ids.</param>
public sealed record SupplyTier(int Number, IReadOnlyList<Business> Businesses);

/// <summary>A supply chain.</summary>
/// <param name="Tiers">The nearest first.</param>
/// <param name="Cycles">Groups of businesses, each reachable from each other along supply ties, that the chain runs into.</param>
public sealed record SupplyTiersResult(IReadOnlyList<SupplyTier> Tiers, IReadOnlyList<IReadOnlyList<Business>> Cycles);
