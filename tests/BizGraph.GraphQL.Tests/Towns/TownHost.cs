using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Towns;

static class TownHost
{
    public static IServiceCollection AddTown(this IServiceCollection services)
    {
        services.AddSingleton<Town>();
        services.AddGraphQL().AddTypes().BindId<ShopId>(id => id.Value, text => new ShopId(text));
        return services;
    }

    public static GraphQLExecutor Executor() =>
        new ServiceCollection().AddTown().BuildServiceProvider().GetRequiredService<GraphQLExecutor>();
}
