using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Execution;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_filter_that_fails_masks_the_error_and_leaves_the_rest()
    {
        var services = new ServiceCollection();
        services.AddGraphQL().AddType(typeof(Trouble)).AddErrorFilter<BrokenFilter>();
        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["known"]}],"data":{"known":null,"fine":1}}""",
            await Answer(services, "{ known fine }")
        );
    }

    [Fact]
    public async Task An_extension_that_json_cannot_hold_is_told_by_its_text()
    {
        var services = new ServiceCollection();
        services.AddGraphQL().AddType(typeof(Trouble));
        var answer = await Answer(services, "{ odd fine }");
        Assert.Contains("""{"half":"NaN","type":"System.Int32"}""", answer, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"odd\":null,\"fine\":1}}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_without_errors_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new GraphQLException((IReadOnlyList<IError>)[]));

    [Theory]
    [InlineData("2026-11-25T17:00:00Z", true)]
    [InlineData("2026-11-25T17:00:00.1234567+01:00", true)]
    [InlineData("2026-11-25", false)]
    [InlineData("2026-11-25T17:00:00", false)]
    [InlineData("11/25/2026 5:00 PM", false)]
    [InlineData("17:00", false)]
    public async Task A_time_is_taken_in_the_form_of_RFC_3339_only(string text, bool isTaken)
    {
        var services = new ServiceCollection();
        services.AddGraphQL().AddType(typeof(Trouble));
        var answer = await Answer(services, $"{{ echo(time: \"{text}\") }}");
        Assert.Equal(isTaken, answer.StartsWith("{\"data\":{\"echo\":\"2026-11-25T1", StringComparison.Ordinal));
    }

    static async Task<string> Answer(IServiceCollection services, string query)
    {
        await using var provider = services.BuildServiceProvider();
        var executor = provider.GetRequiredService<GraphQLExecutor>();
        return await executor.ExecuteAsync(query, cancellation: TestContext.Current.CancellationToken);
    }

    [QueryType]
    public static class Trouble
    {
        public static int Fine() => 1;

        public static int? Known() => throw new GraphQLException("Told.");

        public static int? Odd() =>
            throw new GraphQLException(
                ErrorBuilder.New().SetMessage("x").SetExtension("half", double.NaN).SetExtension("type", typeof(int)).Build()
            );

        public static DateTimeOffset? Echo(DateTimeOffset time) => time.ToUniversalTime();
    }

    public sealed class BrokenFilter : IErrorFilter
    {
        public IError OnError(IError error) => throw new InvalidOperationException("secret");
    }
}
