using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Binding;

/// <summary>Expected values are read off the classes below.</summary>
public sealed class MutationErrorTests
{
    const string Query =
        "mutation ($name: String!) { rename(name: $name) { result errors { __typename ... on Error { message } ... on NameTakenError { by } ... on TooLong { most } } } }";

    [Theory]
    [InlineData("Ada", """{"data":{"rename":{"result":"Ada","errors":null}}}""")]
    [InlineData(
        "taken",
        """{"data":{"rename":{"result":null,"errors":[{"__typename":"NameTakenError","message":"Bo has that name.","by":"Bo"}]}}}"""
    )]
    [InlineData(
        "long",
        """{"data":{"rename":{"result":null,"errors":[{"__typename":"TooLong","message":"At most 20 letters.","most":20}]}}}"""
    )]
    [InlineData(
        "other",
        """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":29}],"path":["rename"]}],"data":null}"""
    )]
    public async Task An_error_that_is_declared_is_part_of_the_payload(string name, string expected) =>
        Assert.Equal(expected, await Executor().ExecuteAsync(Query, new { name }, TestContext.Current.CancellationToken));

    [Fact]
    public void The_schema_has_a_payload_and_a_union_of_errors()
    {
        var sdl = Executor().PrintSchema();
        Assert.Contains("rename(name: String!): RenamePayload!", sdl, StringComparison.Ordinal);
        Assert.Contains("union RenameError = NameTakenError | TooLong\n", sdl, StringComparison.Ordinal);
        Assert.Contains("type NameTakenError implements Error {", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("stackTrace", sdl, StringComparison.OrdinalIgnoreCase);
    }

    static GraphQLExecutor Executor()
    {
        var services = new ServiceCollection();
        services.AddGraphQL().AddType(typeof(Questions)).AddType(typeof(Changes));
        return services.BuildServiceProvider().GetRequiredService<GraphQLExecutor>();
    }

    public sealed class NameTakenException(string by) : Exception($"{by} has that name.")
    {
        public string By => by;
    }

    public sealed class TooLong(ArgumentException exception)
    {
        public string Message => $"At most {Most} letters.";

        public int Most => exception.Message.Length > 0 ? 20 : 0;
    }

    [QueryType]
    public static class Questions
    {
        public static int One() => 1;
    }

    [MutationType]
    public static class Changes
    {
        [Error<NameTakenException>]
        [Error<TooLong>]
        public static async Task<string> RenameAsync(string name)
        {
            await Task.Yield();
            return name switch
            {
                "taken" => throw new NameTakenException("Bo"),
                "long" => throw new ArgumentException("long"),
                "other" => throw new InvalidOperationException("secret"),
                _ => name,
            };
        }
    }
}
