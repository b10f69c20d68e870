using System.Numerics;

namespace BizGraph.Analysis.Gaps;

/// <summary>How many members of one community could buy from another: its offers meet their needs, or their trade buys such trades here.</summary>
static class Complements
{
    /// <summary>Entry [a, b]: members of a who could buy from b. Sets of communities are bits, so that each business is looked at once.</summary>
    public static int[,] Count(GapGround ground, int communities)
    {
        var counts = new int[communities, communities];
        var offering = new Dictionary<Wants.Want, BigInteger>();
        var customary = new Dictionary<string, BigInteger>();
        var sold = SoldIn(ground, communities);
        for (var node = 0; node < ground.NodeCount; node++)
        {
            if (ground.Snapshot.Communities[node] is var community && community < communities)
            {
                var from = ground
                    .Wants.NeedsOf(node)
                    .Aggregate(
                        Customary(ground, node, sold, customary),
                        (set, need) => set | Offering(ground, need, communities, offering)
                    )
                    .ToByteArray();
                for (var other = 0; other < Math.Min(communities, 8 * from.Length); other++)
                {
                    counts[community, other] += (from[other / 8] >> (other % 8)) & 1;
                }
            }
        }

        return counts;
    }

    // Communities of those whose trades the node's trade buys here.
    static BigInteger Customary(
        GapGround ground,
        int node,
        Dictionary<string, BigInteger> sold,
        Dictionary<string, BigInteger> known
    )
    {
        if (ground.Trades.Of(node) is not { } trade)
        {
            return BigInteger.Zero;
        }

        if (!known.TryGetValue(trade, out var set))
        {
            set = ground.Trades.BoughtBy(trade).Aggregate(BigInteger.Zero, (all, bought) => all | sold.GetValueOrDefault(bought));
            known[trade] = set;
        }

        return set;
    }

    static BigInteger Offering(GapGround ground, Wants.Want need, int communities, Dictionary<Wants.Want, BigInteger> known)
    {
        if (!known.TryGetValue(need, out var bits))
        {
            bits = ground
                .Wants.OffersFor(need)
                .Aggregate(BigInteger.Zero, (set, offer) => set | Of(ground, offer, communities, known));
            known[need] = bits;
        }

        return bits;
    }

    static BigInteger Of(GapGround ground, Wants.Want offer, int communities, Dictionary<Wants.Want, BigInteger> known)
    {
        if (!known.TryGetValue(offer, out var bits))
        {
            bits = offer.Nodes.Aggregate(BigInteger.Zero, (set, node) => set | Bit(ground, node, communities));
            known[offer] = bits;
        }

        return bits;
    }

    static Dictionary<string, BigInteger> SoldIn(GapGround ground, int communities)
    {
        var sold = new Dictionary<string, BigInteger>();
        for (var node = 0; node < ground.NodeCount; node++)
        {
            if (ground.Trades.Of(node) is { } trade)
            {
                sold[trade] = sold.GetValueOrDefault(trade) | Bit(ground, node, communities);
            }
        }

        return sold;
    }

    static BigInteger Bit(GapGround ground, int node, int communities) =>
        ground.Snapshot.Communities[node] is var community && community < communities
            ? BigInteger.One << community
            : BigInteger.Zero;
}
