using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Towns;

static class TownHost
{
    public static IServiceCollection AddTown(
        this IServiceCollection services,
        Func<GraphQLOptions, GraphQLOptions>? change = null,
        params Type[] more
    )
    {
        services.AddSingleton<Town>();
        var graphQL = services.AddGraphQL();
        foreach (var type in more)
            graphQL.AddType(type);
        graphQL
            .AddType(typeof(ShopQueries))
            .AddType(typeof(ShopMutations))
            .AddType(typeof(ShopSubscriptions))
            .AddType(typeof(ShopNode))
            .AddType<Summary>()
            .BindId<ShopId>(id => id.Value, text => new ShopId(text))
            .OnConnect((_, payload) => ValueTask.FromResult(payload.ValueKind == JsonValueKind.Undefined))
            .WithOptions(options =>
                options with
                {
                    ConnectionInitTimeout = TimeSpan.FromMilliseconds(300),
                    KeepAlive = TimeSpan.FromMilliseconds(100),
                }
            )
            .WithOptions(change ?? (options => options));
        return services;
    }

    public static GraphQLExecutor Executor() =>
        new ServiceCollection().AddTown().BuildServiceProvider().GetRequiredService<GraphQLExecutor>();
}
