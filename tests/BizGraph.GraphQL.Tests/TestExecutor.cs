using BizGraph.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests;

/// <summary>Executors over schemas that tests make, without the limits that a test does not ask for.</summary>
static class TestExecutor
{
    public static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public static readonly GraphQLOptions Unlimited = new()
    {
        MaxTokens = 10_000_000,
        MaxFields = 1_000_000,
        MaxFragmentVisits = 1_000_000_000,
        MaxMergeComparisons = 100_000_000,
        MaxValidationErrors = 1_000,
        MaxFieldCost = double.MaxValue,
        MaxTypeCost = double.MaxValue,
    };

    public static GraphQLExecutor Of(Schema schema, GraphQLOptions? options = null) =>
        new(schema, options ?? Unlimited, NoServices);
}
