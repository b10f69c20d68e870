using System.Diagnostics;
using BizGraph.Analysis.Suggestions;

namespace BizGraph.SuggestionBench;

/// <summary>All gaps, training and three suggestions for each business of a drawn network, timed.</summary>
static class Timing
{
    public static void Print(int businesses, int ties)
    {
        var snapshot = GeneratedNetwork.Draw(businesses, ties, seed: 1);
        Console.WriteLine($"## time: {businesses} businesses, {ties} ties, {Environment.ProcessorCount} processors");
        var (all, watch) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        Say($"gaps: {snapshot.Gaps.Count}");
        var model = SuggestionModel.Train(snapshot);
        Say("training");
        var found = BusinessSuggestions.ForAll(model);
        Say($"suggestions: {found.Sum(list => list.Count)}");
        Say($"introductions: {WeeklyIntroductions.Choose(model, found, 1).Count}");
        Say($"round tables: {RoundTables.Find(model).Count}");
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{"all of it", -32}{all.Elapsed.TotalSeconds, 7:F2} s, {process.PeakWorkingSet64 >> 20} MB at most");

        void Say(string what)
        {
            var used = Process.GetCurrentProcess().TotalProcessorTime;
            Console.WriteLine($"{what, -32}{watch.Elapsed.TotalSeconds, 7:F2} s{(used - cpu).TotalSeconds, 9:F2} s of CPU");
            (watch, cpu) = (Stopwatch.StartNew(), used);
        }
    }
}
