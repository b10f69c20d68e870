using BizGraph.GraphQL.Tests.Towns;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Limits;

public sealed class CacheTests
{
    [Fact]
    public async Task A_request_that_runs_too_long_is_answered_without_data()
    {
        var services = new ServiceCollection().AddSingleton<Town>();
        services
            .AddGraphQL()
            .AddType(typeof(ShopQueries))
            .AddType(typeof(ShopNode))
            .AddType<Summary>()
            .BindId<ShopId>(id => id.Value, text => new ShopId(text))
            .WithOptions(options => options with { ExecutionTimeout = TimeSpan.FromMilliseconds(50) });
        await using var provider = services.BuildServiceProvider();
        var answer = await provider
            .GetRequiredService<GraphQLExecutor>()
            .ExecuteAsync("{ patience }", cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(
            """{"errors":[{"message":"The request ran longer than 0.05 s.","extensions":{"code":"TIMEOUT"}}]}""",
            answer
        );
    }

    [Fact]
    public async Task A_flood_of_distinct_documents_leaves_the_cache_bounded()
    {
        var executor = TownHost.Executor();
        var count = Environment.GetEnvironmentVariable("BIZGRAPH_LONG") == "1" ? 1_000_000 : 5_000;
        var before = 0L;
        for (var i = 0; i < count; i++)
        {
            await executor.ExecuteAsync($"{{ a{i}: __typename }}", cancellation: TestContext.Current.CancellationToken);
            if (i == count / 5)
                before = GC.GetTotalMemory(forceFullCollection: true);
        }
        Assert.Equal(executor.Options.MaxCachedDocuments, executor.CachedDocuments);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, before + 20_000_000);
    }
}
