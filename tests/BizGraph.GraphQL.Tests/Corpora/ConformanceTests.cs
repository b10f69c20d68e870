using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BizGraph.GraphQL.Execution;

namespace BizGraph.GraphQL.Tests.Corpora;

/// <summary>Oracle: the expected results of jbellenger/graphql-conformance, over random schemas.</summary>
public sealed class ConformanceTests
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Every_execution_gives_the_expected_result_in_the_same_key_order()
    {
        var schemas = CaseFolder.Schemas("conformance-schemas.json");
        var executors = new Dictionary<string, GraphQLExecutor>();
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(CaseFolder.Path("conformance.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var schema = json.RootElement.GetProperty("schemaId").GetString()!;
            if (!executors.TryGetValue(schema, out var executor))
                executors[schema] = executor = TestExecutor.Of(WiredSchema.Build(schemas[schema]));
            var answer = await Answer(executor, json.RootElement);
            var expected = Rewrite(json.RootElement.GetProperty("expected"));
            if (answer != expected)
                wrong.Add($"{json.RootElement.GetProperty("id")}: {answer} instead of {expected}");
            count++;
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {count} differ. {string.Join('\n', wrong.Take(5))}");
        Assert.True(count > 0, "The corpus is empty.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} executions agree.");
    }

    static async Task<string> Answer(GraphQLExecutor executor, JsonElement testCase)
    {
        var request = new GraphQLRequest
        {
            Query = testCase.GetProperty("query").GetString()!,
            Variables = testCase.GetProperty("variables"),
        };
        var result = await executor.ExecuteAsync(request, TestExecutor.NoServices, CancellationToken.None);
        return Write(writer => ResultWriter.Write(writer, result));
    }

    static string Rewrite(JsonElement element) => Write(element.WriteTo);

    static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
