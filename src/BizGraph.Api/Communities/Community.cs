using BizGraph.Analysis;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Communities;

/// <summary>A group of businesses more closely tied among themselves than to others.</summary>
/// <param name="Number">Its number in this version of the network, from 1, the largest first.</param>
/// <param name="Size">How many belong to it, 2 or more.</param>
/// <param name="Members">Who belongs to it, in the order of their ids.</param>
[ObjectType]
sealed record Community(int Number, int Size, [property: ListSize(AssumedSize = 50)] IReadOnlyList<Business> Members);

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
