using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Hosting;

/// <summary>The GraphQL schema: the nouns' classes, and limits that let an analyst read flat lists of a thousand.</summary>
static class BizGraphSchema
{
    const int LargestPage = 1_000;

    /// <summary>What one request may cost.</summary>
    public const int MostCost = 20_000;

    public static IServiceCollection AddBizGraphSchema(this IServiceCollection services)
    {
        services
            .AddGraphQL()
            .AddTypes(typeof(BizGraphSchema).Assembly)
            .AddExamples(ExampleQueries.All)
            .BindId<BusinessId>(id => id.Value, text => new BusinessId(text))
            .WithOptions(options => options with { MaxPageSize = LargestPage, MaxFieldCost = MostCost, MaxTypeCost = MostCost });
        return services;
    }
}
