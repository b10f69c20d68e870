using System.Diagnostics;
using BizGraph.Benchmarks.Generators;

namespace BizGraph.Benchmarks;

/// <summary>Times all gaps of a drawn network, each time on a new snapshot: wall-clock and processor time, communities and graphs among it.</summary>
static class GapTimes
{
    const int Runs = 3;

    public static void Run(int businesses, int ties, int seed)
    {
        for (var run = 0; run < Runs; run++)
        {
            var town = LargeTown.Draw(businesses, ties, seed);
            var (clock, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            var gaps = town.Gaps;
            clock.Stop();
            var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
            Console.WriteLine(
                $"{gaps.Count} gaps in {clock.Elapsed.TotalSeconds:0.00} s, {used.TotalSeconds:0.00} s of processor time"
            );
            if (run == 0)
            {
                Console.WriteLine(string.Join(", ", gaps.CountBy(gap => gap.Kind).Select(kind => $"{kind.Key} {kind.Value}")));
            }
        }
    }
}
