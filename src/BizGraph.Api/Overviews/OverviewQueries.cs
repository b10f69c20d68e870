using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Api.Reasons;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Overviews;

/// <summary>The whole network in a few numbers.</summary>
[QueryType]
static class OverviewQueries
{
    /// <summary>The whole network in a few numbers.</summary>
    public static Overview GetOverview(Shown shown) => new(shown.Snapshot.Version, shown.IsSample, shown.Snapshot.Overview);
}

/// <summary>The whole network in a few numbers.</summary>
[ObjectType]
sealed class Overview(long version, bool isSample, NetworkOverview overview)
{
    /// <summary>The network version: it grows by one with each change.</summary>
    public long Version => version;

    /// <summary>Whether this is the sample town, shown because one's own network is empty.</summary>
    public bool IsSample => isSample;

    /// <summary>Open businesses.</summary>
    public int Businesses => overview.Businesses;

    /// <summary>Councils, banks, charities, schools, papers and others that are open.</summary>
    public int OtherOrganizations => overview.OtherOrganizations;

    /// <summary>Ties in force by type; types without any are left out.</summary>
    [ListSize(AssumedSize = 9)]
    public IReadOnlyList<RelationshipCount> RelationshipsByType => overview.RelationshipsByType;

    /// <summary>Businesses without a tie.</summary>
    public int Isolated => overview.Isolated;

    /// <summary>Groups of two or more that are closely tied among themselves.</summary>
    public int Communities => overview.Communities;

    /// <summary>The three businesses with ties to the most others, the best first.</summary>
    [ListSize(AssumedSize = 3)]
    public IReadOnlyList<ConnectedBusiness> BestConnected => overview.BestConnected;

    /// <summary>The most pressing thing that is missing, if anything is.</summary>
    public Gap? FirstGap => overview.FirstGap;
}

/// <summary>How many ties of one type there are.</summary>
[ObjectType<RelationshipCount>]
[GraphQLName("RelationshipCount")]
static class RelationshipCountNode
{
    /// <summary>The type.</summary>
    public static RelationshipType Type([Parent] RelationshipCount count) => count.Type;

    /// <summary>Ties in force.</summary>
    public static int Count([Parent] RelationshipCount count) => count.Count;
}

/// <summary>A business and to how many others it has ties.</summary>
[ObjectType<ConnectedBusiness>]
[GraphQLName("ConnectedBusiness")]
static class ConnectedBusinessNode
{
    /// <summary>The business.</summary>
    public static Business Business([Parent] ConnectedBusiness connected) => connected.Business;

    /// <summary>To how many others it has a tie.</summary>
    public static int Connections([Parent] ConnectedBusiness connected) => connected.Connections;
}

/// <summary>Something that is missing in the network.</summary>
[ObjectType<Gap>]
[GraphQLName("Gap")]
static class GapNode
{
    /// <summary>What sort of gap it is.</summary>
    public static GapKind Kind([Parent] Gap gap) => gap.Kind;

    /// <summary>Whom it concerns.</summary>
    [ListSize(AssumedSize = 5)]
    public static IReadOnlyList<Business> Businesses([Parent] Gap gap) => gap.Businesses;

    /// <summary>One sentence that says what is missing, with the numbers it rests on.</summary>
    public static string Sentence([Parent] Gap gap) => EnglishCatalogue.Sentence(gap);
}
