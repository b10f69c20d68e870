using System.Diagnostics;
using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;

namespace BizGraph.SuggestionBench;

/// <summary>A fifth of the ties hidden, once for each seed: the ranking beside each baseline alone, means over the seeds.</summary>
static class HeldOutTables
{
    public static void Print(string name, NetworkSnapshot snapshot, ulong seeds)
    {
        Console.WriteLine($"## {name}: {snapshot.NodeCount} businesses, {snapshot.Relationships.Count} ties");
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var runs = Enumerable
            .Range(1, (int)seeds)
            .SelectMany(seed => SuggestionQuality.Measure(snapshot, new SuggestionOptions { Seed = (ulong)seed }))
            .ToLookup(quality => quality.Type);
        foreach (var type in runs)
        {
            PrintType([.. type]);
        }

        Console.WriteLine($"CPU {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds / seeds:F1} s a seed");
        Console.WriteLine();
    }

    static void PrintType(TypeQuality[] runs)
    {
        Console.WriteLine(
            $"{runs[0].Type} {runs[0].Ties} ties, {runs.Average(run => run.Hidden):F0} hidden; calibration error {runs.Average(run => run.CalibrationError):F3}"
        );
        Console.WriteLine($"    {"", -34}{"AUC-PR", 8}{"hits@10", 9}{"MRR", 8}");
        var ours = runs.Select(run => run.Ours).ToArray();
        PrintLine($"{ours[0].Name}", ours);
        PrintLine("learned from attributes alone", [.. runs.Select(run => run.Attributes)]);
        var baselines = runs.SelectMany(run => run.Baselines)
            .GroupBy(figure => figure.Name)
            .OrderByDescending(figures => figures.Average(figure => figure.AucPr))
            .ToArray();
        foreach (var figures in baselines.Take(6).Concat(baselines.Skip(6).Where(f => f.Key is "random" or "popularity")))
        {
            PrintLine(figures.Key, [.. figures]);
        }
    }

    static void PrintLine(string name, RankingFigure[] figures) =>
        Console.WriteLine(
            $"    {name, -34}{figures.Average(f => f.AucPr), 8:F3}{figures.Average(f => f.HitsAt10), 9:F3}{figures.Average(f => f.Mrr), 8:F3}"
        );
}
