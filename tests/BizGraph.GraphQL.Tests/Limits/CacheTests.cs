using BizGraph.GraphQL.Tests.Towns;

namespace BizGraph.GraphQL.Tests.Limits;

public sealed class CacheTests
{
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
