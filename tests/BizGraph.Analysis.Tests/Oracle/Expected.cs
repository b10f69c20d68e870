using System.Globalization;
using System.Text.Json;

namespace BizGraph.Analysis.Tests.Oracle;

/// <summary>The small graphs of <c>expected.json</c> and what igraph and networkx say of them (written by <c>scripts/oracle-analysis</c>).</summary>
static class Expected
{
    const double Tolerance = 1e-9;

    static readonly JsonElement File = Read();

    /// <summary>Every graph by its name; built from the ties as they are, so with self-ties and parallel ties.</summary>
    public static IReadOnlyDictionary<string, CsrGraph> Graphs { get; } =
        File.GetProperty("graphs").EnumerateArray().ToDictionary(graph => graph.GetProperty("name").GetString()!, Build);

    public static IEnumerable<string> GraphsWith(string metric) =>
        Values(metric).Select(row => row.GetProperty("graph").GetString()!);

    /// <summary>Compares a number for each node with the oracle's, within 1e-9 relatively; null where it has none.</summary>
    public static void AreEqual(string metric, string graph, IReadOnlyList<double?> actual)
    {
        var (expected, oracle) = Find(metric, graph);
        Assert.Equal(expected.GetArrayLength(), actual.Count);
        foreach (var (item, node) in expected.EnumerateArray().Select((item, node) => (item, node)))
        {
            AreEqual(item, actual[node], $"{metric} of node {node} of '{graph}' by {oracle}");
        }
    }

    public static void AreEqual(string metric, string graph, NodeScores actual) => AreEqual(metric, graph, actual.ToArray());

    public static void AreEqual(string metric, string graph, NodeCounts actual) =>
        AreEqual(metric, graph, [.. actual.Values.ToArray().Select(value => (double?)value)]);

    /// <summary>Compares one number for the whole graph.</summary>
    public static void IsEqual(string metric, string graph, double? actual)
    {
        var (expected, oracle) = Find(metric, graph);
        AreEqual(expected, actual, $"{metric} of '{graph}' by {oracle}");
    }

    /// <summary>Compares lists of nodes, such as the members of components.</summary>
    public static void AreEqual(string metric, string graph, IEnumerable<int[]> actual) =>
        Assert.Equal(Find(metric, graph).Value.EnumerateArray().Select(Integers), actual);

    public static void AreEqual(string metric, string graph, IEnumerable<int> actual) =>
        Assert.Equal(Integers(Find(metric, graph).Value), actual);

    public static void AreEqual(string metric, string graph, Partition actual) =>
        AreEqual(
            metric,
            graph,
            Enumerable.Range(0, actual.Count).Select(group => actual.MembersOf(group).ToArray()).OrderBy(members => members[0])
        );

    static void AreEqual(JsonElement expected, double? actual, string what)
    {
        var value = expected.ValueKind == JsonValueKind.Null ? (double?)null : expected.GetDouble();
        var equal =
            value is null || actual is null
                ? value == actual
                : Math.Abs(value.Value - actual.Value) <= Tolerance * Math.Max(1, Math.Abs(value.Value));
        Assert.True(
            equal,
            $"{what}: expected {value?.ToString(CultureInfo.InvariantCulture) ?? "null"}, found {actual?.ToString(CultureInfo.InvariantCulture) ?? "null"}."
        );
    }

    static (JsonElement Value, string Oracle) Find(string metric, string graph)
    {
        var row = Values(metric).Single(row => row.GetProperty("graph").GetString() == graph);
        return (row.GetProperty("value"), row.GetProperty("oracle").GetString()!);
    }

    static IEnumerable<JsonElement> Values(string metric) =>
        File.GetProperty("expected").EnumerateArray().Where(row => row.GetProperty("metric").GetString() == metric);

    static CsrGraph Build(JsonElement graph)
    {
        var nodes = graph.GetProperty("nodes").GetInt32();
        var directed = graph.GetProperty("directed").GetBoolean();
        var ties = graph.GetProperty("ties").EnumerateArray().ToArray();
        return graph.GetProperty("weighted").GetBoolean()
            ? CsrGraph.FromTriples(
                nodes,
                ties.Select(tie => (tie[0].GetInt32(), tie[1].GetInt32(), tie[2].GetDouble())),
                directed
            )
            : CsrGraph.FromPairs(nodes, ties.Select(tie => (tie[0].GetInt32(), tie[1].GetInt32())), directed);
    }

    static int[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];

    static JsonElement Read()
    {
        using var stream = typeof(Expected).Assembly.GetManifestResourceStream("expected.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }
}
