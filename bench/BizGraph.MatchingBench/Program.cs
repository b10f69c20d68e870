using System.Diagnostics;
using System.Globalization;
using BizGraph.Ingest.Matching;
using BizGraph.Ingest.Tests.Matching.Labelled;
using BizGraph.MatchingBench;

// FOLDER [--seed N] [--only NAME] [--features FOLDER]: what scripts/bench-matching runs.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = args.Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
var seed = ulong.Parse(options.GetValueOrDefault("--seed", "2"), CultureInfo.InvariantCulture);
var only = options.GetValueOrDefault("--only");
var features = options.GetValueOrDefault("--features");
(string Name, Func<LabelledSets, LabelledSet> Make)[] sets =
[
    ("real", sets => sets.RealNames()),
    ("guides", sets => sets.TwoGuides()),
    ("lists", sets => sets.ManyLists()),
    ("ledger", sets => sets.Ledger()),
    ("maps", sets => sets.TwoMaps()),
    ("members", sets => sets.Members()),
    ("names", sets => sets.NamesAlone(20_000)),
    ("names-100k", sets => sets.NamesAlone(100_000)),
];

Console.WriteLine(
    $"{"set, seed " + seed, -24}{"entries", 9}{"pairs", 8}{"precision", 11}{"recall", 8}{"+queue", 8}{"asked", 8}{"best F1", 9}{"R@P.99", 8}{"CPU s", 7}"
);
foreach (var (name, make) in sets.Where(set => only is null || set.Name == only))
{
    var set = make(new LabelledSets(args[0], seed));
    if (features is not null)
    {
        FeatureTable.Write(set, Path.Combine(features, $"{name}-{seed}.tsv"));
        continue;
    }

    var before = Process.GetCurrentProcess().TotalProcessorTime;
    BusinessMatcher.Find(set.Entries);
    var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    var found = MatchFigures.Of(set);
    Console.WriteLine(
        $"{set.Name, -24}{set.Entries.Count, 9}{set.TruePairs, 8}{found.Precision, 11:F4}{found.Recall, 8:F3}{found.RecallWithQueue, 8:F3}"
            + $"{found.Questions, 8}{found.BestF1, 9:F3}{found.RecallAt99, 8:F3}{seconds, 7:F1}"
    );
}
