using BizGraph.Model;

namespace BizGraph.Analysis;

/// <summary>The whole network in a few numbers.</summary>
/// <param name="Businesses">Open businesses.</param>
/// <param name="OtherOrganizations">Councils, banks, charities, schools, papers and others that are open.</param>
/// <param name="RelationshipsByType">Ties in force between open organizations, by type; types without any are left out.</param>
/// <param name="Isolated">Businesses without a tie.</param>
/// <param name="Communities">Groups of two or more that are closely tied among themselves.</param>
/// <param name="BestConnected">The three businesses with ties to the most others, the best first.</param>
public sealed record NetworkOverview(
    int Businesses,
    int OtherOrganizations,
    IReadOnlyList<RelationshipCount> RelationshipsByType,
    int Isolated,
    int Communities,
    IReadOnlyList<ConnectedBusiness> BestConnected
)
{
    const int BestConnectedShown = 3;

    /// <summary>Counts and picks from a snapshot.</summary>
    public static NetworkOverview Of(NetworkSnapshot snapshot)
    {
        var open = Enumerable.Range(0, snapshot.NodeCount).Select(snapshot.BusinessOf).ToList();
        var businesses = open.Count(b => b.Kind == BusinessKind.Business);
        return new NetworkOverview(
            businesses,
            open.Count - businesses,
            CountByType(snapshot),
            snapshot.Isolated().Count,
            Enumerable.Range(0, snapshot.Communities.Count).Count(c => snapshot.Communities.SizeOf(c) > 1),
            BestOf(snapshot)
        );
    }

    static List<RelationshipCount> CountByType(NetworkSnapshot snapshot) =>
        [
            .. snapshot
                .Relationships.Where(r =>
                    r.Facts.Ended != true
                    && r.From != r.To
                    && snapshot.NodeOf(r.From) is not null
                    && snapshot.NodeOf(r.To) is not null
                )
                .CountBy(r => r.Type)
                .OrderBy(count => count.Key)
                .Select(count => new RelationshipCount(count.Key, count.Value)),
        ];

    static List<ConnectedBusiness> BestOf(NetworkSnapshot snapshot) =>
        [
            .. snapshot
                .Degrees.Top(snapshot.NodeCount)
                .Where(top => top.Value > 0 && snapshot.BusinessOf(top.Node).Kind == BusinessKind.Business)
                .Take(BestConnectedShown)
                .Select(top => new ConnectedBusiness(snapshot.BusinessOf(top.Node), top.Value)),
        ];
}

/// <summary>How many ties of one type there are.</summary>
/// <param name="Type">The type.</param>
/// <param name="Count">Ties in force.</param>
public sealed record RelationshipCount(RelationshipType Type, int Count);

/// <summary>A business and to how many others it has ties.</summary>
/// <param name="Business">The business.</param>
/// <param name="Connections">Businesses and other organizations that it has any tie to.</param>
public sealed record ConnectedBusiness(Business Business, int Connections);
