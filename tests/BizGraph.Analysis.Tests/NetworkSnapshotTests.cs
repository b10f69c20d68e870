using BizGraph.Analysis.Gaps;
using BizGraph.Analysis.SupplyChain;
using BizGraph.Model;

namespace BizGraph.Analysis.Tests;

/// <summary>The border between businesses and nodes, on towns drawn by hand.</summary>
public sealed class NetworkSnapshotTests
{
    [Fact]
    public void An_empty_network_has_an_overview_and_no_gaps()
    {
        var snapshot = new NetworkSnapshot(0, [], []);

        Assert.Equal(
            (0, 0, 0, 0),
            (snapshot.NodeCount, snapshot.Overview.Businesses, snapshot.Overview.Isolated, snapshot.Overview.Communities)
        );
        Assert.Empty(snapshot.Gaps);
        Assert.Empty(snapshot.Overview.BestConnected);
    }

    [Fact]
    public void Closed_businesses_ended_ties_and_ties_to_oneself_are_kept_but_are_not_in_the_graph()
    {
        var snapshot = new NetworkSnapshot(
            1,
            [Open("a"), Open("b"), Open("c"), Closed("d")],
            [Tie("a", "b"), Tie("a", "d"), Tie("b", "c", ended: true), Tie("c", "c")]
        );

        Assert.Equal((4, 4, 3), (snapshot.Businesses.Count, snapshot.Relationships.Count, snapshot.NodeCount));
        Assert.Equal(1, snapshot.Graph(GraphView.Default).EdgeCount);
        Assert.Equal(["c"], snapshot.Isolated().Select(b => b.Id.Value));
        Assert.Null(snapshot.NodeOf(new BusinessId("d")));
        Assert.Equal(1, snapshot.Overview.RelationshipsByType.Sum(t => t.Count));
    }

    [Fact]
    public void A_tie_without_direction_is_an_arc_each_way_and_parallel_ties_add_up()
    {
        var snapshot = new NetworkSnapshot(
            1,
            [Open("a"), Open("b")],
            [Tie("a", "b", weight: 2), Tie("a", "b", RelationshipType.Partners, weight: 3)]
        );

        var directed = snapshot.Graph(new GraphView(IsDirected: true, IsWeighted: true));

        // a to b: supply 2 and partnership 3; b to a: partnership 3. Undirected and simple: 5.
        Assert.Equal((5d, 3d), (directed.WeightOf(0, 1), directed.WeightOf(1, 0)));
        Assert.Equal(5d, snapshot.Graph(new GraphView(IsWeighted: true)).WeightOf(0, 1));
        Assert.Equal(1, snapshot.Degrees[0]);
    }

    [Fact]
    public void Views_by_type_hold_their_types_only()
    {
        var snapshot = new NetworkSnapshot(
            1,
            [Open("a"), Open("b"), Open("c")],
            [Tie("a", "b"), Tie("b", "c", RelationshipType.Refers)]
        );

        var referrals = snapshot.Graph(new GraphView(RelationshipTypeSet.Of(RelationshipType.Refers), IsDirected: true));

        Assert.Equal([(1, 2)], referrals.Edges().Select(e => (e.From, e.To)));
        Assert.Equal([(0, 1)], snapshot.Graph(GraphView.Supply).Edges().Select(e => (e.From, e.To)));
    }

    [Fact]
    public void Shuffled_rows_give_the_same_snapshot()
    {
        var random = new Random(5);
        var businesses = Enumerable.Range(0, 60).Select(i => Open($"b{i:00}")).ToArray();
        var ties = Enumerable
            .Range(0, 150)
            .Select(i =>
                Tie(
                    $"b{random.Next(60):00}",
                    $"b{random.Next(60):00}",
                    (RelationshipType)random.Next(9),
                    weight: random.Next(1, 9) / 10d
                )
            )
            .DistinctBy(t => t.Key)
            .ToArray();
        var expected = Written(new NetworkSnapshot(1, businesses, ties));

        for (var round = 0; round < 20; round++)
        {
            random.Shuffle(businesses);
            random.Shuffle(ties);
            Assert.Equal(expected, Written(new NetworkSnapshot(1, businesses, ties)));
        }
    }

    [Fact]
    public void Isolated_businesses_come_before_islands_and_other_organizations_are_no_isolated_shops()
    {
        // a - b - c, an island d - e, f alone, a bank alone.
        var snapshot = new NetworkSnapshot(
            1,
            [.. "abcdef".Select(c => Open(c.ToString())), Open("bank", BusinessKind.Finance)],
            [Tie("a", "b"), Tie("b", "c"), Tie("d", "e")]
        );

        Assert.Equal(
            [(GapKind.Isolated, "f", 6), (GapKind.Island, "d,e", 5)],
            snapshot
                .Gaps.Where(g => g.Kind <= GapKind.Island)
                .Select(g =>
                    (g.Kind, string.Join(',', g.Businesses.Select(b => b.Id.Value)), (int)g.Number(EvidenceKind.Unreached))
                )
        );
        Assert.Equal((6, 1), (snapshot.Overview.Businesses, snapshot.Overview.OtherOrganizations));
    }

    [Fact]
    public void A_business_is_found_by_id_then_by_what_only_one_has()
    {
        var snapshot = new NetworkSnapshot(
            1,
            [Open("1", name: "Mill"), Open("2", name: "Twin"), Open("3@crm", name: "Twin"), Open("mill", name: "Other")],
            []
        );

        Assert.Equal("Other", snapshot.Find("mill")!.Name);
        Assert.Equal("3@crm", snapshot.Find("3")!.Id.Value);
        Assert.Null(snapshot.Find("twin"));
        Assert.Null(snapshot.Find(" "));
    }

    [Fact]
    public void Supply_tiers_count_a_business_at_its_nearest_and_say_cycles()
    {
        // farm -> mill -> bakery -> cafe, farm -> bakery; cafe -> farm closes the circle.
        var snapshot = new NetworkSnapshot(
            1,
            [Open("bakery"), Open("cafe"), Open("farm"), Open("mill")],
            [Tie("farm", "mill"), Tie("mill", "bakery"), Tie("bakery", "cafe"), Tie("farm", "bakery"), Tie("cafe", "farm")]
        );

        var up = SupplyTiers.Find(snapshot, new BusinessId("cafe"), SupplyDirection.Upstream, tiers: 5);

        Assert.Equal(["bakery", "farm,mill"], up.Tiers.Select(t => string.Join(',', t.Businesses.Select(b => b.Id.Value))));
        Assert.Equal(["bakery,cafe,farm,mill"], up.Cycles.Select(c => string.Join(',', c.Select(b => b.Id.Value))));
        Assert.Empty(SupplyTiers.Find(snapshot, new BusinessId("nobody"), SupplyDirection.Upstream, 1).Tiers);
    }

    static string Written(NetworkSnapshot snapshot) =>
        string.Join(
            ' ',
            snapshot.Graph(new GraphView(IsDirected: true, IsWeighted: true)).Edges().Select(e => $"{e.From}>{e.To}:{e.Weight:R}")
        )
        + string.Join(' ', snapshot.PageRanks.ToArray().Select(p => $"{p:R}"))
        + string.Join(' ', snapshot.Communities.Groups.ToArray())
        + string.Join(' ', snapshot.Relationships.Select(r => r.Key));

    static Business Open(string id, BusinessKind kind = BusinessKind.Business, string? name = null) =>
        new(new BusinessId(id), new BusinessFacts { Name = name ?? id, Kind = kind });

    static Business Closed(string id) => new(new BusinessId(id), new BusinessFacts { Status = BusinessStatus.Closed });

    static Relationship Tie(
        string from,
        string to,
        RelationshipType type = RelationshipType.Supplies,
        double weight = 1,
        bool ended = false
    )
    {
        var facts = new RelationshipFacts
        {
            Type = type,
            Weight = weight,
            Ended = ended,
        };
        return new Relationship(RelationshipKey.Of(new BusinessId(from), new BusinessId(to), facts), facts);
    }
}
