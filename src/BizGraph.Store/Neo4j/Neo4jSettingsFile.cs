using BizGraph.Model;

namespace BizGraph.Store.Neo4j;

/// <summary>A file of <c>NAME=value</c> lines, such as the one that Aura hands out with a new database.</summary>
static class Neo4jSettingsFile
{
    /// <summary>Reads the file; what it does not say is taken from <paramref name="environment"/>.</summary>
    public static Func<string, string?> Read(string path, Func<string, string?> environment)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The settings of the Neo4j database cannot be read: {exception.Message}", exception);
        }

        var settings = lines
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("NEO4J_", StringComparison.Ordinal) && line.Contains('='))
            .Select(line => line.Split('=', 2))
            .GroupBy(pair => pair[0].Trim(), pair => pair[1].Trim().Trim('"', '\''))
            .ToDictionary(setting => setting.Key, setting => setting.Last());
        return name => settings.GetValueOrDefault(name) is { Length: > 0 } value ? value : environment(name);
    }
}
