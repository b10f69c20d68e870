using System.Text.Json;

namespace BizGraph.GraphQL.Tests.Oracle;

/// <summary>Oracle: spec 6.4.4, one error for each position that null replaces.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Of_siblings_that_fail_together_one_is_told()
    {
        var sdl = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Oracle", "schema.graphql"), Cancellation);
        var executor = TestExecutor.Of(OracleSchema.Build(sdl));
        for (var run = 0; run < 50; run++)
        {
            var answer = await executor.ExecuteAsync(
                "{ int obj { lateErrBang a: lateErrBang lateNullBang list { lateErrBang } } }",
                cancellation: Cancellation
            );
            using var json = JsonDocument.Parse(answer);
            Assert.Equal("""{"int":2,"obj":null}""", json.RootElement.GetProperty("data").GetRawText());
            var outer = json
                .RootElement.GetProperty("errors")
                .EnumerateArray()
                .Count(error => error.GetProperty("path").GetArrayLength() == 2);
            Assert.Equal(1, outer);
        }
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
