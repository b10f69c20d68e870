using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BizGraph.Analysis;
using BizGraph.Analysis.Communities;

namespace BizGraph.Benchmarks;

/// <summary>
/// Loads one edge list and then times what it is asked for, a line "algorithm threads" at a time, so that peers can be timed in between.
/// It answers each with a line of JSON.
/// </summary>
static class SideBySide
{
    public static void Serve(string file)
    {
        var graph = Load(file);
        Console.WriteLine(JsonSerializer.Serialize(new { nodes = graph.NodeCount, edges = graph.EdgeCount }));
        while (Console.ReadLine() is { Length: > 0 } line)
        {
            var words = line.Split(' ');
            var (algorithm, threads) = (words[0], int.Parse(words[1], CultureInfo.InvariantCulture));
            using var process = Process.GetCurrentProcess();
            var cpuBefore = process.TotalProcessorTime;
            var start = Stopwatch.GetTimestamp();
            var communities = Algorithms.ByName[algorithm](graph, threads);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            process.Refresh();
            var cpu = (process.TotalProcessorTime - cpuBefore).TotalSeconds;
            var quality = communities is null ? null : Modularity.Compute(graph, communities);
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        algorithm,
                        threads,
                        seconds,
                        cpu,
                        quality,
                    }
                )
            );
        }
    }

    /// <summary>Writes a graph's pairs, one "from to" a line.</summary>
    public static void Write(string file, IEnumerable<(int From, int To)> pairs)
    {
        using var writer = new StreamWriter(file);
        foreach (var (from, to) in pairs)
        {
            writer.WriteLine($"{from} {to}");
        }
    }

    static CsrGraph Load(string file)
    {
        var pairs = new List<(int From, int To)>();
        foreach (var line in File.ReadLines(file))
        {
            var space = line.AsSpan().IndexOf(' ');
            var from = int.Parse(line.AsSpan(0, space), CultureInfo.InvariantCulture);
            pairs.Add((from, int.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture)));
        }
        return CsrGraph.FromPairs(1 + pairs.Max(pair => Math.Max(pair.From, pair.To)), pairs);
    }
}
