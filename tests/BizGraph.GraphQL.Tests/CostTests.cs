using System.Text.Json;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Tests.Sdl;
using BizGraph.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests;

/// <summary>Expected costs are counted by hand: an object costs 1, and what is in a list costs as often as the list is long.</summary>
public sealed class CostTests
{
    const string Sdl = """
        type Query { items(first: Int, take: Page): [Item!] one: Item pet: Pet count: Int }
        type Item { name: String items(first: Int): [Item!] }
        interface Pet { name: String }
        type Cat implements Pet { name: String items(first: Int): [Item!] }
        type Dog implements Pet { name: String }
        input Page { size: Int }
        """;

    [Theory]
    [InlineData("{ count }", 0, 0)]
    [InlineData("{ one { name } }", 1, 1)]
    [InlineData("{ items(first: 5) { name } }", 1, 5)]
    [InlineData("{ items(first: 5) { items(first: 3) { name } } }", 6, 20)]
    [InlineData("{ items { name } }", 1, 10)]
    [InlineData("{ pet { name ... on Cat { items(first: 7) { name } } } }", 2, 8)]
    [InlineData("{ one @skip(if: true) { name } }", 0, 0)]
    [InlineData("{ a: one { name } b: one { name } one { name } ...F } fragment F on Query { one { name } }", 3, 3)]
    [InlineData("{ __schema { types { name } } }", 0, 0)]
    public async Task An_operation_costs_what_it_can_return(string query, double fields, double types) =>
        Assert.Equal((fields, types), await CostOf(query, "null"));

    [Fact]
    public async Task Variables_cost_the_same_as_literals()
    {
        Assert.Equal(
            (6, 20),
            await CostOf("query ($a: Int, $b: Int = 3) { items(first: $a) { items(first: $b) { name } } }", """{"a":5}""")
        );
        Assert.Equal((1, 10), await CostOf("query ($a: Int) { items(first: $a) { name } }", "{}"));
    }

    /// <summary>By hand: a heavy item counts 3 and a light one 0.5; asking for details adds 20 to the field's own 1.</summary>
    [Theory]
    [InlineData("{ heavy { name } }", 1, 12)]
    [InlineData("{ light { name } }", 1, 2)]
    [InlineData("{ heavy(details: true) { name } light { name } }", 22, 14)]
    [InlineData("query ($d: Boolean = false) { heavy(details: $d) { name } }", 21, 12)]
    public async Task Types_and_arguments_have_weights_of_their_own(string query, double fields, double types)
    {
        var services = new ServiceCollection();
        services.AddGraphQL().AddType(typeof(WeighedQueries)).AddType<Heavy>().AddType<Light>();
        await using var provider = services.BuildServiceProvider();
        var executor = provider.GetRequiredService<GraphQLExecutor>();
        var (operation, _) = executor.Prepare(new GraphQLRequest { Query = query });
        Assert.Equal((fields, types), (operation!.Cost.Fields, operation.Cost.Types));
        Assert.Contains("type Heavy @cost(weight: \"3\") {", executor.PrintSchema(), StringComparison.Ordinal);
        Assert.Contains(
            "heavy(details: Boolean! = false @cost(weight: \"20\"))",
            executor.PrintSchema(),
            StringComparison.Ordinal
        );
    }

    [QueryType]
    public static class WeighedQueries
    {
        [ListSize(AssumedSize = 4)]
        public static Heavy[] GetHeavy([Cost(20)] bool details = false) => [new(details ? "much" : "little")];

        [ListSize(AssumedSize = 4)]
        public static Light[] GetLight() => [new("")];
    }

    [ObjectType, Cost(3)]
    public sealed record Heavy(string Name);

    [ObjectType, Cost(0.5)]
    public sealed record Light(string Name);

    [Theory]
    [InlineData("{ items(first: 1001) { name } }")]
    [InlineData(
        "{ items(first: 0) { items(first: 2147483647) { items(first: 2147483647) { name } } } b: items(first: 5000) { name } }"
    )]
    public async Task What_is_too_dear_is_refused_before_any_resolver_runs(string query)
    {
        var ran = false;
        var executor = TestExecutor.Of(Schema(() => ran = true), new GraphQLOptions());
        var answer = await executor.ExecuteAsync(query, cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("COST_EXCEEDED", answer, StringComparison.Ordinal);
        Assert.False(ran);
    }

    [Fact]
    public async Task A_list_longer_than_its_cost_said_is_refused_at_the_limit()
    {
        var executor = TestExecutor.Of(Schema(() => { }, length: 2_000), new GraphQLOptions());
        var answer = await executor.ExecuteAsync("{ items { name } }", cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("COST_EXCEEDED", answer, StringComparison.Ordinal);
    }

    /// <summary>Random queries over lists as long as they may be: the cost is never below the objects that come back.</summary>
    [Fact]
    public async Task A_cost_is_never_below_the_objects_returned()
    {
        var random = new Random(7);
        var schema = SdlSchema.Build(
            "type Query { items(first: Int!): [Item!]! item: Item } type Item { x: Int items(first: Int!): [Item!]! item: Item }",
            (_, type) =>
                (_, arguments, _) =>
                    type.Nullable is ListType
                        ? new object[random.Next((int)arguments[0]! + 1)]
                            .Select(_ => new object())
                            .ToArray()
                    : type is ObjectType ? new object()
                    : 1,
            sizeOf: type => type.Nullable is ListType ? new ListSize(10, ["first"], []) : null
        );
        var executor = TestExecutor.Of(schema);
        for (var i = 0; i < 300; i++)
        {
            var request = new GraphQLRequest { Query = "{" + Selection(random, 4) + "}" };
            var (operation, _) = executor.Prepare(request);
            var result = await executor.ExecuteAsync(request, TestExecutor.NoServices, CancellationToken.None);
            Assert.Empty(result.Errors);
            Assert.True(operation!.Cost.Types >= Objects(result.Data!) - 1, request.Query);
        }
    }

    static string Selection(Random random, int depth) =>
        string.Concat(
            Enumerable.Range(0, random.Next(1, 4)).Select(i => depth == 0 ? $"t{i}: __typename " : Field(random, i, depth))
        );

    static string Field(Random random, int i, int depth) =>
        random.Next(2) == 0
            ? $"a{depth}{i}: items(first: {random.Next(5)}) {{ {Selection(random, depth - 1)} }} "
            : $"b{depth}{i}: item {{ {Selection(random, depth - 1)} }} ";

    static int Objects(ResultNode node) => (node is ResultObject ? 1 : 0) + node.Values.OfType<ResultNode>().Sum(Objects);

    static async Task<(double Fields, double Types)> CostOf(string query, string variables)
    {
        var request = new GraphQLRequest
        {
            Query = query,
            Variables = JsonDocument.Parse(variables).RootElement,
            ReportCost = true,
        };
        var result = await TestExecutor
            .Of(Schema(() => { }))
            .ExecuteAsync(request, TestExecutor.NoServices, CancellationToken.None);
        Assert.Empty(result.Errors);
        var cost = JsonSerializer.SerializeToElement(result.Extensions["operationCost"]);
        return (cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble());
    }

    static Schema Schema(Action onResolve, int length = 0)
    {
        var sized = new ListSize(10, ["first"], []);
        return SdlSchema.Build(
            Sdl,
            (_, type) =>
                (_, _, _) =>
                {
                    onResolve();
                    return type.Nullable is ListType ? Enumerable.Repeat(new object(), length).ToArray() : null;
                },
            (_, _, schema) => schema.Type("Cat") as ObjectType,
            type => type.Nullable is ListType ? sized : null
        );
    }
}
