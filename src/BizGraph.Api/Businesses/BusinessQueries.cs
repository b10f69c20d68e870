using BizGraph.Analysis;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Businesses;

/// <summary>Businesses by id, as a list, and those without a tie.</summary>
[QueryType]
static class BusinessQueries
{
    const int LargestPage = 1_000;

    /// <summary>One business; null where there is none of that id.</summary>
    public static Business? GetBusiness(
        NetworkSnapshot snapshot,
        [ID] [GraphQLDescription("Its id; the name, or the id in its source, serves where only one business has it.")] string id
    ) => snapshot.Find(id);

    /// <summary>Businesses and other organizations, page by page.</summary>
    [UsePaging(IncludeTotalCount = true, MaxPageSize = LargestPage)]
    public static Connection<Business> GetBusinesses(
        NetworkSnapshot snapshot,
        PagingArguments page,
        [GraphQLDescription("Which ones; all unless given.")] BusinessFilter? where = null,
        [GraphQLDescription("In which order.")] BusinessOrder orderBy = BusinessOrder.Id
    )
    {
        var found = snapshot.Businesses.Where(b => where is null || where.Holds(b, snapshot));
        return orderBy switch
        {
            BusinessOrder.Id => page.Slice([.. found], b => b.Id.Value),
            BusinessOrder.Name => page.Slice([.. found.OrderBy(NameKey, StringComparer.Ordinal)], NameKey),
            BusinessOrder.Connections => page.Slice([.. found.OrderByDescending(b => BusinessNode.Connections(b, snapshot))]),
            _ => throw new ArgumentOutOfRangeException(nameof(orderBy), orderBy, null),
        };
    }

    /// <summary>The businesses (no councils, banks and other bodies) that trade and have no tie, in the order of their ids.</summary>
    [UsePaging(IncludeTotalCount = true, MaxPageSize = LargestPage)]
    public static Connection<Business> GetIsolated(NetworkSnapshot snapshot, PagingArguments page) =>
        page.Slice(snapshot.Isolated(), b => b.Id.Value);

    static string NameKey(Business business) => $"{BusinessId.Normalize(business.Name)}\0{business.Id}";
}
