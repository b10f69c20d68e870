using BizGraph.Analysis;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Communities;

/// <summary>A group of businesses more closely tied among themselves than to others.</summary>
/// <param name="Number">Its number in this version of the network, from 1, the largest first.</param>
/// <param name="Size">How many belong to it, 2 or more.</param>
/// <param name="Members">Who belongs to it.</param>
sealed record Community(int Number, int Size, IReadOnlyList<Business> Members);

/// <summary>A group of businesses more closely tied among themselves than to others.</summary>
[ObjectType<Community>]
[GraphQLName("Community")]
static class CommunityNode
{
    const int LargestPage = 1_000;

    /// <summary>Its number in this version of the network, from 1, the largest first.</summary>
    public static int Number([Parent] Community community) => community.Number;

    /// <summary>How many belong to it, 2 or more.</summary>
    public static int Size([Parent] Community community) => community.Size;

    /// <summary>Who belongs to it, in the order of their ids.</summary>
    [UsePaging(IncludeTotalCount = true, MaxPageSize = LargestPage)]
    public static Connection<Business> GetMembers([Parent] Community community, PagingArguments page) =>
        page.Slice(community.Members, b => b.Id.Value);
}

/// <summary>The communities of the network.</summary>
[QueryType]
static class CommunityQueries
{
    /// <summary>Communities of two or more by the Leiden method (modularity, on all ties, undirected and unweighted), the largest first.</summary>
    [ListSize(AssumedSize = 20)]
    public static async Task<IEnumerable<Community>> GetCommunitiesAsync(Shown shown, CancellationToken cancellation)
    {
        var partition = await shown.OnceAsync(s => s.Communities, cancellation);
        return Enumerable
            .Range(0, partition.Count)
            .Where(group => partition.SizeOf(group) > 1)
            .Select(group => new Community(group + 1, partition.SizeOf(group), MembersOf(shown.Snapshot, partition, group)));
    }

    static Business[] MembersOf(NetworkSnapshot snapshot, Partition partition, int group) =>
        [.. partition.MembersOf(group).ToArray().Select(snapshot.BusinessOf)];
}
