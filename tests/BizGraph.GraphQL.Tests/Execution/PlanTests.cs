using System.Diagnostics;
using System.Text.Json;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Tests.Sdl;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Tests.Execution;

/// <summary>What is kept of a document between requests, and what is counted before one.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task A_plan_that_fragments_made_large_is_not_kept()
    {
        var executor = TestExecutor.Of(Nodes());
        // 50 objects of 1,000 fields each, from a document of 3,300 tokens.
        var large = Request(
            $"{{{Numbered(50, i => $"n{i}:node{{...F}}")}}} fragment F on Node{{{Numbered(1_000, i => $"f{i}:id ")}}}"
        );
        var small = Request("{ node { id node { id } } }");
        Assert.Same(await PlanAfterARun(executor, small), await PlanAfterARun(executor, small));
        Assert.NotSame(await PlanAfterARun(executor, large), await PlanAfterARun(executor, large));
    }

    /// <summary>Counting all of it would take ten seconds. The limit leaves room for a busy machine.</summary>
    [Fact]
    public void Counting_the_cost_of_wide_fragments_on_many_types_stops_in_time()
    {
        var objects = Numbered(100, i => $"type T{i} implements I {{ id: ID }} ");
        var schema = SdlSchema.Build($"type Query {{ i: I }} interface I {{ id: ID }} {objects}");
        var executor = TestExecutor.Of(schema);
        var watch = Stopwatch.StartNew();
        var (operation, _) = executor.Prepare(
            Request($"{{{Numbered(600, i => $"n{i}:i{{...F}}")}}} fragment F on I{{{Numbered(1_000, i => $"f{i}:id ")}}}")
        );
        Assert.Null(operation);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task A_variable_may_be_null_where_only_another_operation_decides_by_it()
    {
        var executor = TestExecutor.Of(SdlSchema.Build("type Query { a(flag: Boolean): Int }"));
        const string Text = """
            query One($x: Boolean = true) { ...F }
            query Two($x: Boolean = true) { a(flag: $x) }
            fragment F on Query { a @skip(if: $x) }
            """;
        using var variables = JsonDocument.Parse("""{"x":null}""");
        var request = Request(Text) with { Variables = variables.RootElement };
        Assert.Empty((await Run(executor, request with { OperationName = "Two" })).Errors);
        Assert.Contains("must not be null", (await Run(executor, request with { OperationName = "One" })).Errors[0].Message);
    }

    static Schema Nodes() =>
        SdlSchema.Build(
            "type Query { node: Node } type Node { id: ID node: Node }",
            (_, type) => (_, _, _) => type.Named is ObjectType ? new object() : "x"
        );

    static GraphQLRequest Request(string text) => new() { Query = text };

    static async Task<OperationPlan> PlanAfterARun(GraphQLExecutor executor, GraphQLRequest request)
    {
        var plan = executor.Prepare(request).Operation!.Plan;
        Assert.Empty((await Run(executor, request)).Errors);
        return plan;
    }

    static async Task<ExecutionResult> Run(GraphQLExecutor executor, GraphQLRequest request) =>
        await executor.ExecuteAsync(request, TestExecutor.NoServices, TestContext.Current.CancellationToken);

    static string Numbered(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
