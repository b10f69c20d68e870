using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Binding;

/// <summary>Expected identifiers are base64 by hand: "Cat:1" is Q2F0OjE=, "Dog:x" is RG9nOng=.</summary>
public sealed class NodeTests
{
    [Theory]
    [InlineData(
        """{ node(id: "Q2F0OjE=") { __typename id ... on Cat { name } } }""",
        """{"data":{"node":{"__typename":"Cat","id":"Q2F0OjE=","name":"cat 1"}}}"""
    )]
    [InlineData(
        """{ nodes(ids: ["RG9nOng=", "Q2F0OjI="]) { id } }""",
        """{"data":{"nodes":[{"id":"RG9nOng="},{"id":"Q2F0OjI="}]}}"""
    )]
    [InlineData("""{ node(id: "Q293OjE=") { id } }""", """{"data":{"node":null}}""")]
    [InlineData("""{ age(cat: "Q2F0OjE=") }""", """{"data":{"age":1}}""")]
    public async Task A_node_is_found_by_its_id(string query, string expected) =>
        Assert.Equal(expected, await Executor().ExecuteAsync(query, cancellation: TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("""{ node(id: "1") { id } }""", "is no identifier of a node")]
    [InlineData("""{ age(cat: "RG9nOng=") }""", "the identifier of a Dog, expected one of a Cat")]
    public async Task An_id_of_nothing_or_of_another_type_is_refused(string query, string expected) =>
        Assert.Contains(
            expected,
            await Executor().ExecuteAsync(query, cancellation: TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

    static GraphQLExecutor Executor()
    {
        var services = new ServiceCollection();
        services.AddGraphQL().AddType(typeof(Questions)).AddType(typeof(CatNode)).AddType(typeof(DogNode));
        return services.BuildServiceProvider().GetRequiredService<GraphQLExecutor>();
    }

    public sealed record Cat(int Id);

    public sealed record Dog(string Id);

    [QueryType]
    public static class Questions
    {
        public static int Age([ID<Cat>] int cat) => cat;
    }

    [Node]
    [ObjectType<Cat>]
    public static class CatNode
    {
        public static int Id([Parent] Cat cat) => cat.Id;

        public static string Name([Parent] Cat cat) => $"cat {cat.Id}";

        [NodeResolver]
        public static async Task<Cat?> GetAsync(int id)
        {
            await Task.Yield();
            return new Cat(id);
        }
    }

    [Node]
    [ObjectType<Dog>]
    public static class DogNode
    {
        [ID]
        public static string Id([Parent] Dog dog) => dog.Id;

        [NodeResolver]
        public static Dog? Get([ID] string id) => new(id);
    }
}
