using BizGraph.Model;
using static BizGraph.Analysis.Suggestions.SuggestionKind;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Whom to look at for a business: in a large network not everyone, but who is near it in some respect.</summary>
/// <remarks>
/// In networks of up to 400 everyone. Else who shares most partners, who is three ties away, whose offers and needs meet its own, who is of
/// a trade that its trade deals with (in its town, and the best connected), who is near, who is much sought, and the banks, public bodies and
/// press nearby. Time O(touched by the scan).
/// </remarks>
sealed class Candidates
{
    const int Everyone = 400;
    const int MostShared = 10;
    const int MostThreeSteps = 4;
    const int MostMatched = 6;
    const int MostOfTrade = 2;
    const int MostTrades = 2;
    const int MostNear = 6;
    const int MostSought = 4;
    const int MostSoughtByStrangers = 40; // who has no tie has little else to be found by

    // What each way of finding says something for.
    static readonly uint Dealing = CandidateSet.Bits(Supplier, Customer, ReferralPartner, ComplementaryOffer);
    static readonly uint Matching = CandidateSet.Bits(Supplier, Customer, Barter, ComplementaryOffer, SharedPremises, Mentor);
    static readonly uint Near = CandidateSet.Bits(
        SharedPremises,
        ReferralPartner,
        Barter,
        ComplementaryOffer,
        JointOffer,
        Mentor
    );
    static readonly uint Sought = CandidateSet.Bits(Supplier, Customer, ReferralPartner, Mentor);
    static readonly uint[] Contacts =
    [
        CandidateSet.Bits(FinanceContact),
        CandidateSet.Bits(OfficialContact),
        CandidateSet.Bits(PressContact),
    ];

    readonly TieContext _context;
    readonly TradeIndex _trades;
    readonly int[] _alongMap; // nodes by place, along a curve that keeps neighbors together
    readonly int[] _placeOnMap;
    readonly int[] _sought;
    readonly int[][] _contacts; // finance, public bodies, media

    public Candidates(TieContext context)
    {
        _context = context;
        var count = context.Ties.NodeCount;
        int[] nodes = [.. Enumerable.Range(0, count)];
        _trades = new TradeIndex(context, MostTrades);
        _alongMap =
        [
            .. nodes.OrderBy(node => MapOrder.Of(context.Traits.PlaceOf(node))).ThenBy(node => context.Traits.Locality[node]),
        ];
        _placeOnMap = new int[count];
        for (var place = 0; place < count; place++)
        {
            _placeOnMap[_alongMap[place]] = place;
        }

        _sought = [.. nodes.OrderByDescending(context.Network.OutDegree).Take(MostSoughtByStrangers)];
        BusinessKind[] kinds = [BusinessKind.Finance, BusinessKind.PublicBody, BusinessKind.Media];
        _contacts = [.. kinds.Select(kind => nodes.Where(node => context.Traits.Kind[node] == kind).ToArray())];
    }

    /// <summary>Distinct nodes in the order of their ids, without the scanned one.</summary>
    /// <param name="scan">What lies around it.</param>
    /// <param name="found">An empty set to work in, which is left empty.</param>
    public Candidate[] Of(PairScan scan, CandidateSet found)
    {
        var (node, count) = (scan.Node, _context.Ties.NodeCount);
        if (count <= Everyone)
        {
            return
            [
                .. Enumerable
                    .Range(0, count)
                    .Where(other => other != node)
                    .Select(other => new Candidate(other, CandidateSet.AllKinds)),
            ];
        }

        AddBest(node, scan.Network.Touched, scan.Network.Allocation, MostShared, CandidateSet.AllKinds, found);
        AddBehind(scan, found);
        AddBest(node, scan.Offers.Touched, other => scan.Offers[other], MostMatched, Matching, found);
        AddBest(node, scan.Needs.Touched, other => scan.Needs[other], MostMatched, Matching, found);
        _trades.AddOf(node, MostOfTrade, found);
        var place = _placeOnMap[node];
        for (var near = Math.Max(0, place - (MostNear / 2)); near <= Math.Min(count - 1, place + (MostNear / 2)); near++)
        {
            found.Add(_alongMap[near], Near);
        }

        foreach (var other in _sought.Take(_context.Network.OutDegree(node) == 0 ? MostSoughtByStrangers : MostSought))
        {
            found.Add(other, Sought);
        }

        for (var kind = 0; kind < _contacts.Length; kind++)
        {
            AddNearest(node, _contacts[kind], Contacts[kind], found);
        }

        return found.TakeWithout(node);
    }

    // Of equal scores the nearer on the map: many businesses need the same.
    void AddBest(int node, List<int> others, Func<int, double> score, int most, uint kinds, CandidateSet found)
    {
        var best = new PriorityQueue<int, (double, int)>();
        foreach (var other in others)
        {
            var key = (score(other), -Math.Abs(_placeOnMap[other] - _placeOnMap[node]));
            if (best.Count < most)
            {
                best.Enqueue(other, key);
            }
            else
            {
                best.EnqueueDequeue(other, key);
            }
        }

        while (best.TryDequeue(out var other, out _))
        {
            found.Add(other, kinds);
        }
    }

    // Three ties away: behind those two ties away whom most ties lead to.
    void AddBehind(PairScan scan, CandidateSet found)
    {
        var (network, added) = (_context.Network, 0);
        foreach (
            var last in scan
                .Network.Touched.OrderByDescending(scan.Network.HalfOfThree)
                .ThenBy(other => other)
                .Take(MostThreeSteps)
        )
        {
            foreach (var other in network.OutNeighbors(last))
            {
                if (
                    added < 2 * MostThreeSteps
                    && scan.Network.Common(other) == 0
                    && !network.HasEdge(scan.Node, other)
                    && !found.Has(other)
                )
                {
                    found.Add(other, Dealing);
                    added++;
                }
            }
        }
    }

    void AddNearest(int node, int[] contacts, uint kinds, CandidateSet found)
    {
        const int Most = 3;
        const int MostLookedAt = 40;
        var start = contacts.Length <= MostLookedAt ? 0 : (int)((uint)node % (uint)contacts.Length);
        var nearest = Enumerable
            .Range(0, Math.Min(MostLookedAt, contacts.Length))
            .Select(step => contacts[(start + step) % contacts.Length])
            .OrderBy(other => _context.Traits.Kilometers(node, other) is var far && double.IsNaN(far) ? double.MaxValue : far)
            .ThenBy(other => other);
        foreach (var other in nearest.Take(Most))
        {
            found.Add(other, kinds);
        }
    }
}
