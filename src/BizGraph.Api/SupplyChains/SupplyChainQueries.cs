using BizGraph.Analysis;
using BizGraph.Analysis.SupplyChain;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.SupplyChains;

/// <summary>Who supplies a business, tier by tier, or whom it supplies.</summary>
/// <param name="Of">The business it starts from.</param>
/// <param name="Direction">Which way it is followed.</param>
/// <param name="Tiers">The tiers that hold anyone, the nearest first. A business at several tiers counts at its nearest.</param>
/// <param name="Cycles">Groups that the chain runs into in which goods can come round in a circle.</param>
[ObjectType]
sealed record SupplyChain(
    Business Of,
    SupplyDirection Direction,
    [property: ListSize(AssumedSize = 5)] IReadOnlyList<SupplyTier> Tiers,
    [property: ListSize(AssumedSize = 2)] IEnumerable<SupplyCycle> Cycles
);

/// <summary>Businesses of which each is reached from each other along supply ties.</summary>
/// <param name="Businesses">In the order of their ids.</param>
[ObjectType]
sealed record SupplyCycle([property: ListSize(AssumedSize = 10)] IReadOnlyList<Business> Businesses);

/// <summary>The businesses at one distance in a supply chain.</summary>
[ObjectType<SupplyTier>]
[GraphQLName("SupplyTier")]
static class SupplyTierNode
{
    /// <summary>The distance: 1 deals with the business itself.</summary>
    public static int Number([Parent] SupplyTier tier) => tier.Number;

    /// <summary>Who is there, in the order of their ids.</summary>
    [ListSize(AssumedSize = 20)]
    public static IReadOnlyList<Business> Businesses([Parent] SupplyTier tier) => tier.Businesses;
}

/// <summary>Supply chains.</summary>
[QueryType]
static class SupplyChainQueries
{
    const int MostTiers = 20;

    /// <summary>The supply chain of a business; null where there is no such business.</summary>
    public static SupplyChain? GetSupplyChain(
        NetworkSnapshot snapshot,
        [ID] [GraphQLDescription("The business's id.")] string of,
        [GraphQLDescription("Towards suppliers or towards customers.")] SupplyDirection direction = SupplyDirection.Upstream,
        [GraphQLDescription("How many tiers at most, 1 to 20.")] int tiers = 3
    )
    {
        if (tiers is < 1 or > MostTiers)
        {
            throw new GraphQLException($"'tiers' is {tiers}; expected 1 to {MostTiers}.");
        }

        if (snapshot.Find(of) is not { } business)
        {
            return null;
        }

        var found = SupplyTiers.Find(snapshot, business.Id, direction, tiers);
        return new SupplyChain(business, direction, found.Tiers, found.Cycles.Select(cycle => new SupplyCycle(cycle)));
    }
}
