using System.Diagnostics;
using System.Text.Json;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Tests.Sdl;
using BizGraph.GraphQL.Tests.Towns;
using BizGraph.GraphQL.Validation;
using BizGraph.GraphQL.Validation.Rules;

namespace BizGraph.GraphQL.Tests.Limits;

/// <summary>Documents made to hurt: each is answered with a clear error, and soon.</summary>
public sealed class HostileDocumentTests
{
    /// <summary>Ten times what issue 11 asks for, since the machine may be busy.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    static readonly GraphQLExecutor Executor = TownHost.Executor();

    public static TheoryData<string, string> Documents =>
        new()
        {
            { "braces", Repeat("{a", 100_000) },
            { "open braces", new string('{', 100_000) },
            { "brackets", "{ greet(name: " + new string('[', 100_000) },
            { "objects", "{ greet(name: " + Repeat("{a:", 100_000) },
            { "list types", "query ($a: " + new string('[', 100_000) },
            { "inline fragments", Repeat("{...", 100_000) },
            { "fragments in fragments", "{...f0}" + Numbered(1_200, i => $"fragment f{i} on Query{{...f{i + 1}}}") },
            {
                "fragments that double",
                "{...f0}"
                    + Numbered(100, i => $"fragment f{i} on Query{{...f{i + 1} ...f{i + 1}}}")
                    + "fragment f100 on Query{greet}"
            },
            { "a cycle", "{...f0}" + Numbered(100, i => $"fragment f{i} on Query{{...f{(i + 1) % 100}}}") },
            { "a dense cycle", "{...f0}" + Numbered(40, i => $"fragment f{i} on Query{{{Numbered(40, j => $"...f{j} ")}}}") },
            { "aliases", "{" + Numbered(100_000, i => $"a{i}:greet ") + "}" },
            { "the same field", "{" + Repeat("greet ", 100_000) + "}" },
            { "directives", "{ greet " + Repeat("@skip(if: false) ", 100_000) + "}" },
            { "unknown directives", "{ greet " + Repeat("@x", 4_000) + "}" },
            { "operations", Numbered(3_000, i => $"query q{i}{{greet}}") },
            { "unknown types", "query (" + Numbered(2_000, i => $"$v{i}: T{i} ") + ") { greet }" },
            { "unknown arguments", "{ greet(" + Numbered(3_000, i => $"a{i}: 1 ") + ") }" },
            { "a long string", "{ greet(name: \"" + new string('x', 1_000_000) + "\", times: 0) { x } }" },
            { "a long number", "{ greet(times: " + new string('9', 1_000_000) + ") }" },
            { "a long float", "{ greet(times: 1." + new string('9', 100_000) + "e" + new string('9', 100_000) + ") }" },
            { "a long name", "{ " + new string('x', 1_000_000) + " }" },
            { "comments", Repeat("#\n", 1_000_000) },
            { "an open string", "{ greet(name: \"" + new string('x', 1_000_000) },
            { "an open block string", "\"\"\"" + Repeat("x\n", 300_000) },
            { "type definitions", Numbered(2_000, i => $"type T{i}{{a:Int}}") + "{greet}" },
            { "introspection", "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}" },
            { "nothing", "" },
            { "lone surrogates", "{ greet(name: \"\ud800\") }" },
        };

    [Theory]
    // Cases that a test host passes on as UTF-8 would lose their lone surrogate.
    [MemberData(nameof(Documents), DisableDiscoveryEnumeration = true)]
    public async Task A_hostile_document_is_refused_at_once(string name, string text)
    {
        var watch = Stopwatch.StartNew();
        var answer = await Executor.ExecuteAsync(text, cancellation: TestContext.Current.CancellationToken);
        Assert.True(watch.Elapsed < Soon, $"{name} took {watch.Elapsed}.");
        using var json = JsonDocument.Parse(answer);
        Assert.False(json.RootElement.TryGetProperty("data", out _), name);
        var errors = json.RootElement.GetProperty("errors");
        Assert.InRange(errors.GetArrayLength(), 1, Executor.Options.MaxValidationErrors);
        Assert.True(answer.Length < 2_100_000, $"{name}: {answer.Length} characters.");
    }

    [Fact]
    public void Merging_takes_steps_in_proportion_to_the_document()
    {
        var schema = SdlSchema.Build("type Query { a: Query b: Query x: Int }");
        foreach (var bomb in new Func<int, string>[] { Twins, SharedFragments, Wide })
        {
            var (small, large) = (StepsFor(bomb(20)), StepsFor(bomb(80)));
            var exponent = Math.Log((double)large / small, 4);
            Assert.True(exponent < 1.2, $"{bomb.Method.Name} grows with exponent {exponent:0.00}.");
        }

        int StepsFor(string text)
        {
            var document = Parser.Parse(text);
            var check = new MergeCheck(new ValidationContext(schema, document, TestExecutor.Unlimited));
            Assert.Null(check.FindConflict());
            return check.Steps;
        }
    }

    /// <summary>Each level stands twice in its parent, so pairs double at each level.</summary>
    static string Twins(int depth) => "{" + Repeat("a{x} a{", depth) + "x" + new string('}', depth) + "}";

    static string SharedFragments(int count) =>
        "{...f0}"
        + Numbered(count, i => $"fragment f{i} on Query{{a{{...f{i + 1} ...f{i + 1}}} a{{...f{i + 1}}}}}")
        + $"fragment f{count} on Query{{x}}";

    static string Wide(int count) => "{" + Repeat("a{x b{x}} ", count) + "}";

    static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    static string Numbered(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
