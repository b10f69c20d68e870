using BizGraph.Analysis.Communities;
using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>A network with some ties shown and others hidden: its graphs, communities, and what its ties tell of trades.</summary>
/// <remarks>All of it is made of the shown ties, so that evidence for a hidden tie never rests on the tie itself.</remarks>
sealed class TieContext
{
    readonly Lazy<TypedContext>[] _ofType;

    public const int MostCommunities = 255;
    const int LeastMembers = 3;

    public TieContext(Traits traits, TieTable ties)
    {
        (Traits, Ties) = (traits, ties);
        Network = CsrGraph.FromPairs(ties.NodeCount, RelationshipTypes.All.SelectMany(type => Pairs(ties.Of(type).ToArray())));
        Communities = Leiden.Compute(Network);
        CommunityGroup = Grouped(Communities);
        Marks = new TieMarks(ties);
        DegreeLogs = TypedContext.Logs(Network);
        SaidTrade = TradesWithTies();
        Trade = NamedTrades.Guess(Traits.Names, SaidTrade);
        _ofType = [.. RelationshipTypes.All.Select(type => new Lazy<TypedContext>(() => new TypedContext(this, type)))];
    }

    public Traits Traits { get; }

    public TieTable Ties { get; }

    /// <summary>All types, undirected.</summary>
    public CsrGraph Network { get; }

    public Partition Communities { get; }

    /// <summary>Each node's community among the largest; the small ones, of a few businesses, are one group together.</summary>
    public int[] CommunityGroup { get; }

    /// <summary>Whom each node is tied to, by which types.</summary>
    public TieMarks Marks { get; }

    /// <summary>ln(1 + neighbors) of each node.</summary>
    public double[] DegreeLogs { get; }

    /// <summary>Each node's trade; of one that says none, the commonest of what it supplies.</summary>
    public Trade[] SaidTrade { get; }

    /// <summary>The same; of one without even that, what its name makes likely. Evidence may rest on it, what people are told may not.</summary>
    public Trade[] Trade { get; }

    public TypedContext Of(RelationshipType type) => _ofType[(int)type].Value;

    static int[] Grouped(Partition communities)
    {
        var large = Enumerable
            .Range(0, communities.Count)
            .Where(community => communities.SizeOf(community) >= LeastMembers)
            .OrderByDescending(communities.SizeOf)
            .ThenBy(community => community)
            .Take(MostCommunities)
            .Select((community, group) => (community, group))
            .ToDictionary(pair => pair.community, pair => pair.group);
        return [.. communities.Groups.ToArray().Select(community => large.GetValueOrDefault(community, MostCommunities))];
    }

    static IEnumerable<(int, int)> Pairs(TypedTie[] ties) => ties.Select(tie => (tie.From, tie.To));

    Trade[] TradesWithTies()
    {
        var trade = (Trade[])Traits.Trade.Clone();
        var supplied = new Dictionary<int, List<Industry>>();
        foreach (var tie in Ties.Of(RelationshipType.Supplies))
        {
            if (!trade[tie.From].IsKnown && Ties.Supplied.TryGetValue(tie, out var industry))
            {
                (supplied.TryGetValue(tie.From, out var list) ? list : supplied[tie.From] = []).Add(industry);
            }
        }

        foreach (var (node, industries) in supplied)
        {
            trade[node] = industries
                .Select(Traits.Trades.Of)
                .GroupBy(t => t)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key.Class)
                .First()
                .Key;
        }

        return trade;
    }
}

/// <summary>The ties of one type in a context, along their direction, and which groups they tie.</summary>
sealed class TypedContext
{
    readonly BoughtTrades _bought;

    public TypedContext(TieContext context, RelationshipType type)
    {
        Type = type;
        IsDirected = context.Ties.IsDirected[(int)type];
        var ties = context.Ties.Of(type).ToArray();
        (int From, int To)[] arcs =
        [
            .. ties.Select(tie => (tie.From, tie.To)),
            .. IsDirected ? [] : ties.Select(tie => (tie.To, tie.From)),
        ];
        Graph = CsrGraph.FromPairs(context.Ties.NodeCount, arcs, directed: true);
        (OutLogs, InLogs) = (Logs(Graph), Logs(Graph.Reversed()));
        Communities = Affinity.Of(context.CommunityGroup, TieContext.MostCommunities + 1, arcs);
        Divisions = Affinity.Of([.. context.Trade.Select(t => t.Division)], context.Traits.Trades.Divisions, arcs);
        Trades = Affinity.Of([.. context.Trade.Select(t => t.Class)], context.Traits.Trades.Classes, arcs, Divisions.Between);
        Columns = [.. context.Traits.Columns.Select(column => Affinity.Of(column.Group, column.Groups, arcs))];
        Names = new NameTies(context.Traits.Names, context.Ties.NodeCount, arcs);
        _bought = new BoughtTrades(context.Ties.NodeCount, arcs, context.Trade);
    }

    public RelationshipType Type { get; }

    public bool IsDirected { get; }

    /// <summary>Arcs from → to; each way where the type has no direction.</summary>
    public CsrGraph Graph { get; }

    public Affinity Communities { get; }

    /// <summary>Between divisions of trades.</summary>
    public Affinity Divisions { get; }

    /// <summary>Between trades, smoothed by their divisions.</summary>
    public Affinity Trades { get; }

    public IReadOnlyList<Affinity> Columns { get; }

    public NameTies Names { get; }

    /// <summary>ln(1 + arcs that start at a node).</summary>
    public double[] OutLogs { get; }

    /// <summary>ln(1 + arcs that end at a node).</summary>
    public double[] InLogs { get; }

    /// <summary>How many ties of the type end at a node that start in a division.</summary>
    public int Bought(int node, int division) => _bought.Count(node, division);

    internal static double[] Logs(CsrGraph graph) =>
        [.. Enumerable.Range(0, graph.NodeCount).Select(node => Math.Log(1 + graph.OutDegree(node)))];
}
