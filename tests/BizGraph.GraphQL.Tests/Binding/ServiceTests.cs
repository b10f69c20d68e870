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
    public async Task A_class_that_takes_a_scoped_service_and_a_batch_have_a_scope_too()
    {
        var services = new ServiceCollection().AddSingleton<Counter>().AddScoped<Visit>();
        services.AddGraphQL().AddType<Hall>().AddType(typeof(RoomNode));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var executor = provider.GetRequiredService<GraphQLExecutor>();
        var answer = await executor.ExecuteAsync(
            "{ a: visit b: visit rooms { visit } }",
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.Equal("""{"data":{"a":1,"b":2,"rooms":[{"visit":3},{"visit":3}]}}""", answer);
        Assert.Equal((3, 3), (provider.GetRequiredService<Counter>().Opened, provider.GetRequiredService<Counter>().Closed));
    }

    [Fact]
    public async Task A_stream_has_its_own_scope_and_ends_it_with_the_subscription()
    {
        var services = new ServiceCollection().AddSingleton<Counter>().AddScoped<Visit>();
        services.AddGraphQL().AddType(typeof(Doors)).AddType(typeof(Bells));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var counter = provider.GetRequiredService<Counter>();
        var seen = new List<string>();
        await foreach (
            var answer in provider
                .GetRequiredService<GraphQLExecutor>()
                .SubscribeAsync("subscription { rings }", cancellation: TestContext.Current.CancellationToken)
        )
            seen.Add($"{answer} {counter.Closed}");
        Assert.Equal(["""{"data":{"rings":1}} 0""", """{"data":{"rings":1}} 0"""], seen);
        Assert.Equal((1, 1), (counter.Opened, counter.Closed));
    }

    [Fact]
    public async Task A_stream_that_does_not_heed_its_token_does_not_hold_its_client()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Counter>().AddScoped<Visit>();
        services.AddGraphQL().AddType(typeof(Doors)).AddType(typeof(Deaf));
        await using var provider = services.BuildServiceProvider();
        using var leave = new CancellationTokenSource();
        await using var answers = provider
            .GetRequiredService<GraphQLExecutor>()
            .SubscribeAsync("subscription { once }", cancellation: leave.Token)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await answers.MoveNextAsync());
        Assert.Equal("""{"data":{"once":1}}""", answers.Current);
        var next = answers.MoveNextAsync().AsTask();
        await leave.CancelAsync();
        Assert.False(await next.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [SubscriptionType]
    public static class Deaf
    {
        public static async IAsyncEnumerable<int> Once()
        {
            yield return 1;
            await new TaskCompletionSource().Task;
        }
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
    public sealed class Hall(Visit visit)
    {
        public int GetVisit() => visit.Number;

        public static Room[] GetRooms() => [new(), new()];
    }

    public sealed class Room;

    [ObjectType<Room>]
    public static class RoomNode
    {
        [BatchResolver]
        public static IReadOnlyList<int> GetVisit([Parent] IReadOnlyList<Room> rooms, Visit visit) =>
            [.. rooms.Select(_ => visit.Number)];
    }

    [SubscriptionType]
    public static class Bells
    {
        public static async IAsyncEnumerable<int> Rings(Visit visit)
        {
            yield return visit.Number;
            await Task.Yield();
            yield return visit.Number;
        }
    }

    [QueryType]
    public static class Mistakes
    {
        public static Counter Unbound() => new();

        public static void Nothing() { }
    }
}
