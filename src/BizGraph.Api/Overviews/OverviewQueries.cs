using BizGraph.Analysis;
using BizGraph.Api.Gaps;
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
    public static Overview GetOverview(Shown shown) => new(shown);
}

/// <summary>The whole network in a few numbers.</summary>
[ObjectType]
sealed class Overview(Shown shown)
{
    readonly NetworkOverview _overview = shown.Snapshot.Overview;

    /// <summary>The network version: it grows by one with each change.</summary>
    public long Version => shown.Snapshot.Version;

    /// <summary>Whether this is the sample town, shown because one's own network is empty.</summary>
    public bool IsSample => shown.IsSample;

    /// <summary>Open businesses.</summary>
    public int Businesses => _overview.Businesses;

    /// <summary>Councils, banks, charities, schools, papers and others that are open.</summary>
    public int OtherOrganizations => _overview.OtherOrganizations;

    /// <summary>Ties in force by type; types without any are left out.</summary>
    [ListSize(AssumedSize = 9)]
    public IReadOnlyList<RelationshipCount> RelationshipsByType => _overview.RelationshipsByType;

    /// <summary>Businesses without a tie.</summary>
    public int Isolated => _overview.Isolated;

    /// <summary>Groups of two or more that are closely tied among themselves.</summary>
    public int Communities => _overview.Communities;

    /// <summary>The three businesses with ties to the most others, the best first.</summary>
    [ListSize(AssumedSize = 3)]
    public IReadOnlyList<ConnectedBusiness> BestConnected => _overview.BestConnected;

    /// <summary>The most pressing thing that is missing and was not put aside, if anything is.</summary>
    public async Task<GapInWords?> GetFirstGapAsync(
        CancellationToken cancellation,
        [GraphQLDescription("The language of its sentences.")] Language language = Language.En
    )
    {
        var (gaps, decisions) = (await shown.GapsAsync(cancellation), await shown.DecisionsAsync(cancellation));
        return gaps.FirstOrDefault(decisions.IsOpen) is { } gap
            ? new GapInWords(gap, language, decisions.Of(gap.Identity))
            : null;
    }
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
