using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>Whom to introduce to whom: those who fit by offer and need first, then the best connected.</summary>
/// <remarks>Every look is bounded, so that one introduction takes the same time in a large network. Safe for several threads.</remarks>
sealed class Matchmaking
{
    const int MostLookedAt = 1_000; // candidates for one business
    const int MostArcs = 10_000; // neighbors of neighbors

    readonly GapGround _ground;
    readonly int[] _byContacts; // all nodes, the best connected first
    readonly ILookup<string, int> _byLocality; // each in the order of _byContacts
    readonly string?[] _locality;

    public Matchmaking(GapGround ground)
    {
        _ground = ground;
        _byContacts = [.. Enumerable.Range(0, ground.NodeCount).OrderByDescending(ground.Contacts)];
        _locality =
        [
            .. Enumerable
                .Range(0, ground.NodeCount)
                .Select(node => ground[node].Facts.Place?.Locality is { } said ? BusinessId.Normalize(said) : null),
        ];
        _byLocality = _byContacts.Where(node => _locality[node] is not null).ToLookup(node => _locality[node]!);
    }

    /// <summary>All nodes, the best connected first, equal ones by id.</summary>
    public IReadOnlyList<int> ByContacts => _byContacts;

    /// <summary>Those who fit a business by offer and need, and whom it may meet and does not deal with yet.</summary>
    public List<int> Fitting(int node) =>
        [
            .. _ground
                .Wants.Fitting(node, MostLookedAt)
                .Where(other => MayMeet(node, other) && !_ground.Graph.HasEdge(node, other)),
        ];

    /// <summary>The best for a business to meet: who fits, of these who is in its locality, of these the best connected; else the best connected there; null where there is nobody.</summary>
    public int? BestFor(int node, IReadOnlyList<int> fitting)
    {
        var locality = _locality[node];
        if (fitting.Count > 0)
        {
            return fitting.MaxBy(other =>
                (_locality[other] == locality && locality is not null, _ground.Contacts(other), -other)
            );
        }

        var near = locality is null ? [] : _byLocality[locality];
        return near.Concat(_byContacts)
            .Where(other => other != node)
            .Take(MostLookedAt)
            .Where(other => _ground.Contacts(other) > 0 && MayMeet(node, other) && !_ground.Graph.HasEdge(node, other))
            .Select(other => (int?)other)
            .FirstOrDefault();
    }

    /// <summary>How many others a tie to <paramref name="other"/> brings within two steps of a business. Of a crowd, the first 10,000 are looked at.</summary>
    public int ReachGained(int node, int other)
    {
        var within = new HashSet<int> { node };
        var left = MostArcs;
        foreach (var contact in _ground.Graph.OutNeighbors(node))
        {
            within.Add(contact);
            foreach (var next in Some(contact, ref left))
            {
                within.Add(next);
            }
        }

        left = MostArcs;
        var gained = within.Contains(other) ? 0 : 1;
        foreach (var contact in Some(other, ref left))
        {
            gained += within.Contains(contact) ? 0 : 1;
        }

        return gained;
    }

    /// <summary>The best two to introduce, one of each group: those who fit, then those whose trades do business elsewhere in the network, then the best connected.</summary>
    /// <param name="one">The first group; of many the best connected come first.</param>
    /// <param name="other">The second group.</param>
    /// <param name="most">How many of each are looked at; time grows with its square.</param>
    public (int One, int Other)? BestPair(IEnumerable<int> one, IEnumerable<int> other, int most = 60)
    {
        var others = other.Take(most).ToList();
        (int, int, int, int)? best = null; // how they fit, contacts, then the lesser numbers
        foreach (var a in one.Take(most))
        {
            foreach (var b in others)
            {
                if (a != b && !_ground.Graph.HasEdge(a, b) && MayMeet(a, b))
                {
                    var found = (Fit(a, b), _ground.Contacts(a) + _ground.Contacts(b), -a, -b);
                    best = best is null || found.CompareTo(best.Value) > 0 ? found : best;
                }
            }
        }

        return best is { } pair ? (-pair.Item3, -pair.Item4) : null;
    }

    /// <summary>The introduction of two, with what one of them looks for and the other offers.</summary>
    public GapAction Introduction(GapActionKind kind, int one, int other)
    {
        var (wanted, by) = _ground.Wants.Met(one, other) is { } need ? (need, one) : (_ground.Wants.Met(other, one), other);
        return new GapAction(kind, _ground.All(one, other), wanted, wanted is null ? null : _ground[by]);
    }

    /// <summary>Whether an introduction makes sense: they are no competitors (one trade), and neither has ruled the other out.</summary>
    public bool MayMeet(int one, int other) =>
        (_ground.Trades.Of(one) is not { } trade || trade != _ground.Trades.Of(other)) && !RuleOut(_ground[one], _ground[other]);

    /// <summary>Whether one of two has said that it wants nothing with the other.</summary>
    public static bool RuleOut(Business one, Business other) => RulesOut(one, other) || RulesOut(other, one);

    /// <summary>Whether a business has said that it wants no ties of a type.</summary>
    public static bool Refuses(Business business, RelationshipType type) =>
        business.Facts.NotWith.Any(text => string.Equals(text.Trim(), type.ToString(), StringComparison.OrdinalIgnoreCase));

    int Fit(int a, int b) =>
        _ground.Wants.Met(a, b) is not null || _ground.Wants.Met(b, a) is not null ? 2
        : _ground.Wants.IsSought(a, b) || _ground.Wants.IsSought(b, a) ? 2
        : Buys(a, b) || Buys(b, a) ? 1
        : 0;

    bool Buys(int buyer, int seller) =>
        _ground.Trades.Of(buyer) is { } trade
        && _ground.Trades.Of(seller) is { } sold
        && _ground.Trades.BoughtBy(trade).Contains(sold);

    static bool RulesOut(Business one, Business other) =>
        one.Facts.NotWith.Any(text => text == other.Id.Value || BusinessId.Normalize(text) == BusinessId.Normalize(other.Name));

    ReadOnlySpan<int> Some(int node, ref int left)
    {
        var neighbors = _ground.Graph.OutNeighbors(node);
        neighbors = neighbors[..Math.Min(neighbors.Length, left)];
        left -= neighbors.Length;
        return neighbors;
    }
}
