using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Binding;

public sealed class ServiceTests
{
    [Fact]
    public async Task Each_resolver_has_its_own_scope_which_ends_with_it()
    {
        var services = new ServiceCollection().AddSingleton<Counter>().AddScoped<Visit>();
        services.AddGraphQL().AddType(typeof(Doors));
        await using var provider = services.BuildServiceProvider();
        var executor = provider.GetRequiredService<GraphQLExecutor>();
        var answer = await executor.ExecuteAsync(
            "{ a: visit b: visit c: visitLater }",
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.Equal("""{"data":{"a":1,"b":2,"c":3}}""", answer);
        Assert.Equal((3, 3), (provider.GetRequiredService<Counter>().Opened, provider.GetRequiredService<Counter>().Closed));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_schema_is_told_at_once()
    {
        var services = new ServiceCollection();
        services.AddGraphQL().AddType(typeof(Mistakes));
        using var provider = services.BuildServiceProvider();
        var e = Assert.Throws<SchemaException>(provider.GetRequiredService<GraphQLExecutor>);
        Assert.Contains("Mistakes.Unbound returns", e.Message, StringComparison.Ordinal);
        Assert.Contains("Mistakes.Nothing returns nothing", e.Message, StringComparison.Ordinal);
    }

    public sealed class Counter
    {
        public int Opened { get; set; }

        public int Closed { get; set; }
    }

    public sealed class Visit(Counter counter) : IDisposable
    {
        public int Number { get; } = ++counter.Opened;

        public void Dispose() => counter.Closed++;
    }

    [QueryType]
    public static class Doors
    {
        public static int GetVisit(Visit visit) => visit.Number;

        public static async Task<int> GetVisitLaterAsync(Visit visit)
        {
            await Task.Yield();
            return visit.Number;
        }
    }

    [QueryType]
    public static class Mistakes
    {
        public static Counter Unbound() => new();

        public static void Nothing() { }
    }
}
