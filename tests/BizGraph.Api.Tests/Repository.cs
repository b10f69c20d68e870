namespace BizGraph.Api.Tests;

/// <summary>Where the checkout is that these tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "BizGraph.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Find(parent)
        : throw new DirectoryNotFoundException($"No BizGraph.sln above {AppContext.BaseDirectory}.");
}
