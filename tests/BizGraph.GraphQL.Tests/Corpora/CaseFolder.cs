using System.Text.Json;

namespace BizGraph.GraphQL.Tests.Corpora;

/// <summary>The folder with the conformance corpora, named by BIZGRAPH_CASES.</summary>
static class CaseFolder
{
    /// <summary>The file's path; skips the test where there is no such folder.</summary>
    public static string Path(string file)
    {
        var folder = Environment.GetEnvironmentVariable("BIZGRAPH_CASES");
        if (string.IsNullOrEmpty(folder))
            Assert.Skip("BIZGRAPH_CASES names no folder with the conformance corpora.");
        return System.IO.Path.Combine(folder, file);
    }

    public static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Path(file))).RootElement;

    public static Dictionary<string, string> Schemas(string file) =>
        Json(file).EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!);
}
