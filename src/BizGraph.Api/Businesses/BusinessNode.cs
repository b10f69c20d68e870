using BizGraph.Analysis;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Businesses;

/// <summary>A business or another organization of the network.</summary>
/// <remarks>Bound field by field: e-mail, phone, notes and unknown columns are private and not among them.</remarks>
[ObjectType<Business>]
[GraphQLName("Business")]
static class BusinessNode
{
    const int LargestPage = 1_000;

    /// <summary>Its stable id: the one its source gave, else one made of its name and locality.</summary>
    public static BusinessId Id([Parent] Business business) => business.Id;

    /// <summary>Other ids that mean it, because matching or a person said that they are the same business.</summary>
    public static IEnumerable<BusinessId> OtherIds([Parent] Business business) => business.OtherIds;

    /// <summary>Its name.</summary>
    public static string Name([Parent] Business business) => business.Name;

    /// <summary>What kind of organization it is.</summary>
    public static BusinessKind Kind([Parent] Business business) => business.Kind;

    /// <summary>Its line of trade.</summary>
    public static Industry? Industry([Parent] Business business) => business.Facts.Industry;

    /// <summary>Where it is.</summary>
    public static Place? Place([Parent] Business business) => business.Facts.Place;

    /// <summary>Where its decisions are made.</summary>
    public static Ownership Ownership([Parent] Business business) => business.Ownership;

    /// <summary>How far its customers are.</summary>
    public static ServedArea? Serves([Parent] Business business) => business.Facts.Serves;

    /// <summary>Number of people employed.</summary>
    public static int? Employees([Parent] Business business) => business.Facts.Employees;

    /// <summary>Yearly turnover in the business's currency. Not told to a member.</summary>
    public static decimal? Turnover([Parent] Business business) => WhereAllIsTold(business).Facts.Turnover;

    /// <summary>Yearly spend in the business's currency. Not told to a member.</summary>
    public static decimal? Spend([Parent] Business business) => WhereAllIsTold(business).Facts.Spend;

    /// <summary>Currency of turnover and spend: an ISO 4217 code.</summary>
    public static string? Currency([Parent] Business business) => business.Facts.Currency;

    /// <summary>Year of founding.</summary>
    public static int? Founded([Parent] Business business) => business.Facts.Founded;

    /// <summary>Web address.</summary>
    public static string? Website([Parent] Business business) => business.Facts.Website;

    /// <summary>What it offers, in short texts.</summary>
    public static IReadOnlyList<string> Offers([Parent] Business business) => business.Facts.Offers;

    /// <summary>What it looks for, in short texts.</summary>
    public static IReadOnlyList<string> Needs([Parent] Business business) => business.Facts.Needs;

    /// <summary>Certifications and values, such as "living wage".</summary>
    public static IReadOnlyList<string> Tags([Parent] Business business) => business.Facts.Tags;

    /// <summary>Names of the networks that it belongs to.</summary>
    public static IReadOnlyList<string> Networks([Parent] Business business) => business.Facts.Networks;

    /// <summary>Whether it trades; a closed business is kept, but out of every count.</summary>
    public static BusinessStatus Status([Parent] Business business) => business.Status;

    /// <summary>False where it is named only as an end of a tie, and no row of its own lists it.</summary>
    public static bool IsListed([Parent] Business business) => business.IsListed;

    /// <summary>To how many others it has a tie. Not told to a member.</summary>
    public static int Connections([Parent] Business business, NetworkSnapshot snapshot) =>
        snapshot.NodeOf(WhereAllIsTold(business).Id) is { } node ? snapshot.Degrees[node] : 0;

    /// <summary>The rows that speak of it in its own name, the newest first, each with what is shown as it says. Not told to a member.</summary>
    [ListSize(AssumedSize = 5)]
    [Cost(5)]
    public static Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(
        [Parent] Business business,
        Shown shown,
        CancellationToken cancellation
    ) => shown.Store.OriginsAsync(WhereAllIsTold(business).Id, cancellation);

    /// <summary>Its ties, ended ones too, in the order of their keys. Not told to a member.</summary>
    [UsePaging(IncludeTotalCount = true, MaxPageSize = LargestPage)]
    public static Connection<Relationship> GetRelationships(
        [Parent] Business business,
        NetworkSnapshot snapshot,
        PagingArguments page,
        [GraphQLDescription("Only ties of these types; all of them unless given.")] IReadOnlyList<RelationshipType>? types = null
    ) =>
        page.Slice([
            .. snapshot.RelationshipsOf(WhereAllIsTold(business).Id).Where(tie => types is null || types.Contains(tie.Type)),
        ]);

    static Business WhereAllIsTold(Business business) =>
        business.IsProfileOnly
            ? throw new GraphQLException("This is not told to a member; a member reads the public profile of others.")
            : business;
}
