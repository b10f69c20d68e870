using BizGraph.Model;
using static BizGraph.Analysis.Suggestions.SuggestionKind;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Which trades deal with which, by this network's supply ties and the table, and who is of them.</summary>
sealed class TradeIndex
{
    // Within a trade, and between trades that deal with each other.
    static readonly uint Alike = CandidateSet.Bits(
        JointOffer,
        Mentor,
        Mentee,
        ReferralPartner,
        Supplier,
        Customer,
        SharedPremises
    );
    static readonly uint Dealing = CandidateSet.Bits(Supplier, Customer, ReferralPartner, ComplementaryOffer, Barter);

    readonly TieContext _context;
    readonly Dictionary<int, int[]> _members = []; // of a division, the best connected first
    readonly Dictionary<(int Division, int Locality), int[]> _inTown = [];
    readonly Dictionary<int, int[]> _partners = []; // divisions that one supplies or buys from, and itself

    public TradeIndex(TieContext context, int most)
    {
        _context = context;
        var known = Enumerable.Range(0, context.Ties.NodeCount).Where(node => context.Trade[node].IsKnown).ToArray();
        foreach (var of in known.GroupBy(node => context.Trade[node].Division))
        {
            _members[of.Key] = [.. of.OrderByDescending(context.Network.OutDegree).ThenBy(node => node)];
        }

        foreach (
            var of in known
                .Where(n => context.Traits.Locality[n] >= 0)
                .GroupBy(n => (context.Trade[n].Division, context.Traits.Locality[n]))
        )
        {
            _inTown[of.Key] = [.. of];
        }

        var supply = context.Of(RelationshipType.Supplies);
        foreach (var (division, members) in _members)
        {
            _partners[division] =
            [
                division,
                .. Best(other => Deal(supply, other, members[0]), division, most),
                .. Best(other => Deal(supply, members[0], other), division, most),
            ];
        }
    }

    /// <summary>Adds, of each trade that the node's trade deals with, some in its town and the best connected.</summary>
    public void AddOf(int node, int most, CandidateSet found)
    {
        if (!_context.Trade[node].IsKnown)
        {
            return;
        }

        var own = _context.Trade[node].Division;
        foreach (var division in _partners[own])
        {
            var kinds = division == own ? Alike : Dealing;
            foreach (var member in _members[division].Take(most))
            {
                found.Add(member, kinds);
            }

            if (_inTown.TryGetValue((division, _context.Traits.Locality[node]), out var near))
            {
                // Not the same few for everyone in town.
                for (var step = 0; step < Math.Min(most, near.Length); step++)
                {
                    found.Add(near[(int)(((uint)node + (uint)step) % (uint)near.Length)], kinds);
                }
            }
        }
    }

    int[] Best(Func<int, double> deal, int own, int most) =>
        [
            .. _members
                .Where(other => other.Key != own)
                .Select(other => (other.Key, Deal: deal(other.Value[0])))
                .OrderByDescending(other => other.Deal)
                .ThenBy(other => other.Key)
                .Take(most)
                .Select(other => other.Key),
        ];

    double Deal(TypedContext supply, int seller, int buyer)
    {
        var (from, to) = (_context.Trade[seller].Sector, _context.Trade[buyer].Sector);
        var learned = supply.Divisions.Between(seller, buyer);
        return (double.IsNaN(learned) ? 0 : learned)
            + (from < 0 || to < 0 ? 0 : 0.5 * _context.Traits.Trades.Table.LiftOf(from, to));
    }
}
