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

    /// <summary>4,096 choices of 48 to 60 fields each, far more than the fields that are kept of a document.</summary>
    [Fact]
    public void Choices_that_never_run_are_not_kept_either()
    {
        var executor = TestExecutor.Of(Nodes());
        var variables = Numbered(12, i => $"$v{i}: Boolean! ");
        var text =
            $"query ({variables}) {{{Numbered(48, i => $"f{i}: __typename ")}{Numbered(12, i => $"g{i}: __typename @skip(if: $v{i}) ")}}}";
        var plans = Enumerable.Range(0, 4_096).Select(choice => PlanFor(choice)).ToList();
        Assert.All(plans, plan => Assert.InRange(plan.Root.Fields.Length, 48, 60));
        Assert.NotSame(plans[0], PlanFor(0));
        Assert.Same(PlanFor(0), PlanFor(0));

        OperationPlan PlanFor(int choice)
        {
            var values = Enumerable.Range(0, 12).ToDictionary(i => $"v{i}", i => (choice & (1 << i)) != 0);
            var json = JsonSerializer.SerializeToElement(values);
            return executor.Prepare(Request(text) with { Variables = json }).Operation!.Plan;
        }
    }

    /// <summary>12,000 objects of 1,000 fields each would be looked at one by one, before any limit on the cost can be held.</summary>
    [Fact]
    public void A_cost_that_takes_too_long_to_count_is_refused_as_endless()
    {
        var objects = Numbered(20, i => $"type T{i} implements I {{ id: ID }} ");
        var executor = TestExecutor.Of(SdlSchema.Build($"type Query {{ i: I }} interface I {{ id: ID }} {objects}"));
        const string Refused = "COST_EXCEEDED";
        Assert.Equal(Refused, executor.Prepare(Request(Fields(600, 1_000))).Refusal!.Errors[0].Code);
        Assert.Null(executor.Prepare(Request(Fields(600, 4))).Refusal);

        static string Fields(int objects, int fields) =>
            $"{{{Numbered(objects, i => $"n{i}:i{{...F}}")}}} fragment F on I{{{Numbered(fields, i => $"f{i}:id ")}}}";
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

    [Theory]
    [InlineData("{ secretss }", "{}")]
    [InlineData("{ secret(color: GREE) }", "{}")]
    [InlineData("query ($c: Color) { secret(color: $c) }", """{"c":"GREE"}""")]
    public void Where_introspection_is_off_errors_suggest_no_names(string query, string json)
    {
        var schema = SdlSchema.Build("type Query { secret(color: Color): Int } enum Color { GREEN }");
        using var variables = JsonDocument.Parse(json);
        var request = Request(query) with { Variables = variables.RootElement };
        Assert.Contains("Did you mean", MessageOf(new GraphQLOptions()), StringComparison.Ordinal);
        Assert.DoesNotContain("Did you", MessageOf(new GraphQLOptions { AllowIntrospection = false }), StringComparison.Ordinal);

        string MessageOf(GraphQLOptions options) => TestExecutor.Of(schema, options).Prepare(request).Refusal!.Errors[0].Message;
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
