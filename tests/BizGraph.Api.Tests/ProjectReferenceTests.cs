using System.Xml.Linq;

namespace BizGraph.Api.Tests;

/// <summary>A row goes forward only: a project may reference what stands before it, as drawn in <c>docs/architecture.md</c>.</summary>
public sealed class ProjectReferenceTests
{
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["BizGraph.Model"] = [],
        ["BizGraph.Ingest"] = ["BizGraph.Model"],
        ["BizGraph.Store"] = ["BizGraph.Model"],
        ["BizGraph.Analysis"] = ["BizGraph.Model"],
        ["BizGraph.GraphQL"] = [],
        ["BizGraph.Api"] = ["BizGraph.Model", "BizGraph.Ingest", "BizGraph.Store", "BizGraph.Analysis", "BizGraph.GraphQL"],
    };

    [Fact]
    public void Every_project_references_only_what_the_table_allows()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);

        Assert.Equal(Allowed.Keys.Order(), projects.Select(NameOf).Order());
        foreach (var project in projects)
        {
            Assert.Empty(ReferencesOf(project).Except(Allowed[NameOf(project)]).Select(r => $"{NameOf(project)} -> {r}"));
        }
    }

    static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    static IEnumerable<string> ReferencesOf(string project) =>
        XDocument
            .Load(project)
            .Descendants("ProjectReference")
            .Concat(XDocument.Load(project).Descendants("Reference"))
            .Select(reference => NameOf(reference.Attribute("Include")!.Value))
            .Where(name => name.StartsWith("BizGraph.", StringComparison.Ordinal));
}
