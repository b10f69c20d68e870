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

    /// <summary>By hand: 3 tokens and about 11 characters a field, a token counting 20 more, so a document weighs about 71,000 of 1,000,000.</summary>
    [Fact]
    public async Task Large_documents_weigh_what_is_made_of_them()
    {
        var executor = new ServiceCollection()
            .AddTown(options => options with { MaxCachedCharacters = 1_000_000 })
            .BuildServiceProvider()
            .GetRequiredService<GraphQLExecutor>();
        for (var i = 0; i < 40; i++)
        {
            var fields = Enumerable.Range(0, 1_000).Select(field => $"a{i}x{field}:greet ");
            await executor.ExecuteAsync($"{{{string.Concat(fields)}}}", cancellation: TestContext.Current.CancellationToken);
        }
        Assert.InRange(executor.CachedDocuments, 10, 14);
    }
}
