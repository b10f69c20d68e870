using System.Text.Json;
using System.Text.RegularExpressions;

namespace BizGraph.GraphQL.Tests.Oracle;

/// <summary>
/// Errors, null propagation and coercion, section by section of the specification (5, 6.1 to 6.4, 3.5 to 3.12). Oracle: graphql-js
/// 17.1.0, by scripts/graphql-oracle. Places and paths have to agree, and data with its key order; words may differ.
/// </summary>
public sealed partial class OracleTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Oracle");

    [Fact]
    public async Task Every_case_answers_as_the_reference_does()
    {
        var executor = TestExecutor.Of(
            OracleSchema.Build(await File.ReadAllTextAsync(Path.Combine(Folder, "schema.graphql"), Cancellation))
        );
        using var cases = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "expected.json"), Cancellation));
        var wrong = new List<string>();
        foreach (var test in cases.RootElement.EnumerateArray())
        {
            var variables = test.TryGetProperty("variables", out var given) ? given : default;
            var query = test.GetProperty("query").GetString()!;
            var answer = await executor.ExecuteAsync(
                query,
                variables.ValueKind == JsonValueKind.Undefined ? null : variables,
                Cancellation
            );
            using var json = JsonDocument.Parse(answer);
            var (found, expected) = (Canonical(json.RootElement), Canonical(test.GetProperty("expected")));
            if (found != expected)
                wrong.Add($"{query} {variables}\n  {found}\n  {expected}\n  {answer}");
        }
        Assert.True(
            wrong.Count == 0,
            $"{wrong.Count} of {cases.RootElement.GetArrayLength()} differ.\n{string.Join('\n', wrong)}"
        );
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Errors sorted by their text, since resolvers that answer late may fail in any order, and any of a list's items first.</summary>
    static string Canonical(JsonElement response)
    {
        string[] errors = response.TryGetProperty("errors", out var list)
            ? [.. list.EnumerateArray().Select(Place).Order(StringComparer.Ordinal)]
            : [];
        var data = response.TryGetProperty("data", out var value) ? Text(value) : "none";
        return $"{string.Join(' ', errors)} data {data}";
    }

    static string Place(JsonElement error)
    {
        var path = error.TryGetProperty("path", out var steps) ? steps.GetRawText() : "";
        var places = error.TryGetProperty("locations", out var locations) ? locations.GetRawText() : "";
        return (
                path.Contains("late", StringComparison.Ordinal) || path.Contains("\"x\"", StringComparison.Ordinal)
                    ? Index().Replace(path, "*")
                    : path
            ) + places;
    }

    /// <summary>JSON text with echoes parsed, and numbers as they compare.</summary>
    static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(',', value.EnumerateObject().Select(property => property.Name + ":" + Text(property.Value)))
                + "}",
            JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(Text)) + "]",
            JsonValueKind.String when value.GetString()!.StartsWith('{') => "echo "
                + Text(JsonDocument.Parse(value.GetString()!).RootElement),
            JsonValueKind.Number => value.GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            JsonValueKind.String => "'" + value.GetString() + "'",
            _ => value.GetRawText(),
        };

    [GeneratedRegex("(?<=[\\[,])[0-9]+(?=[,\\]])")]
    private static partial Regex Index();
}
