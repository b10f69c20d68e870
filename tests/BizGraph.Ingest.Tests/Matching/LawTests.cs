using BizGraph.Ingest.Matching;
using BizGraph.Ingest.Matching.Comparing;
using BizGraph.Ingest.Tests.Matching.Labelled;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Matching;

/// <summary>Laws that hold whatever the data, on seeded made-up lists.</summary>
public sealed class LawTests
{
    static int Seeds => Environment.GetEnvironmentVariable("BIZGRAPH_LONG") is null ? 8 : 400;

    [Fact]
    public void The_order_of_the_entries_changes_nothing()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var entries = InventedTown.Entries((ulong)seed, 120);
            var shuffled = entries.ToList();
            new Dice((ulong)seed + 1000).Shuffle(shuffled);

            Assert.Equal(Written(BusinessMatcher.Find(entries)), Written(BusinessMatcher.Find(shuffled)));
        }
    }

    [Fact]
    public void Asked_about_the_arrived_alone_it_compares_only_them_and_misses_nothing_sure()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var entries = InventedTown.Entries((ulong)seed, 120);
            var arrived = entries.Where((_, at) => at % 5 == 0).Select(entry => entry.Id).ToHashSet();

            var asked = BusinessMatcher.Find(entries, new MatchOptions { Arrived = arrived }).Pairs;
            var sure = Compared(BusinessMatcher.Find(entries))
                .Where(pair => HasArrived(pair) && pair.Verdict == MatchVerdict.Same);

            // Two that are one business with a third that arrived are told, too.
            Assert.All(asked, pair => Assert.True(HasArrived(pair) || pair.Verdict == MatchVerdict.Same));
            Assert.Empty(sure.Select(pair => (pair.First, pair.Second)).Except(asked.Select(pair => (pair.First, pair.Second))));

            bool HasArrived(MatchPair pair) => arrived.Contains(pair.First) || arrived.Contains(pair.Second);
        }

        static IEnumerable<MatchPair> Compared(MatchResult result) =>
            result.Pairs.Where(pair => pair.Evidence.All(evidence => evidence.Kind != EvidenceKind.SameGroup));
    }

    [Fact]
    public void The_same_entries_give_the_same_bits()
    {
        var entries = InventedTown.Entries(7, 300);

        Assert.Equal(Written(BusinessMatcher.Find(entries)), Written(BusinessMatcher.Find(entries)));
    }

    [Fact]
    public void A_pair_scores_the_same_from_both_ends()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var data = new Preparation(InventedTown.Entries((ulong)seed, 60), TestContext.Current.CancellationToken);
            var scorer = new PairScorer(data);
            for (var a = 0; a < data.Entries.Length; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    var difference = scorer
                        .Measure(a, b)
                        .ToArray()
                        .Zip(scorer.Measure(b, a).ToArray(), (x, y) => Math.Abs(x - y))
                        .ToArray();
                    Assert.True(
                        difference.Max() < 1e-4,
                        $"{data.Entries[a].Entry.Business.Facts.Name}, {data.Entries[b].Entry.Business.Facts.Name}: {(Feature)difference.IndexOf(difference.Max())}"
                    );
                }
            }
        }
    }

    // The newcomer shares no word, number or place with anyone: only the rarity of all words changes, by the same small factor. A verdict changes only
    // where a pair stands at a threshold.
    [Fact]
    public void A_stranger_changes_no_evidence_but_the_rarity_of_words()
    {
        var (verdicts, changed) = (0, 0);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var entries = InventedTown.Entries((ulong)seed, 120);
            var stranger = Listing.Entry("zzz", "Qwxyzzj Vbbqu; phone=99887 766554");
            var before = BusinessMatcher.Find(entries, new MatchOptions { ReportAt = 0 }).Pairs;
            var after = BusinessMatcher.Find([.. entries, stranger], new MatchOptions { ReportAt = 0 }).Pairs;

            Assert.DoesNotContain(after, pair => pair.Second == stranger.Id || pair.First == stranger.Id);
            var known = after.ToDictionary(pair => (pair.First, pair.Second));
            foreach (var pair in before)
            {
                var now = known[(pair.First, pair.Second)];
                Assert.Equal(WeightOf(pair, EvidenceKind.Name), WeightOf(now, EvidenceKind.Name), 0.02);
                Assert.All(Fixed, kind => Assert.Equal(WeightOf(pair, kind), WeightOf(now, kind)));
                verdicts++;
                changed += pair.Verdict == now.Verdict ? 0 : 1;
            }
        }

        Assert.True(changed * 200 <= verdicts, $"{changed} of {verdicts} verdicts changed.");
    }

    static readonly EvidenceKind[] Fixed =
    [
        .. Enum.GetValues<EvidenceKind>().Except([EvidenceKind.Name, EvidenceKind.SameGroup, EvidenceKind.GroupDisagrees]),
    ];

    static double WeightOf(MatchPair pair, EvidenceKind kind) =>
        pair.Evidence.Where(item => item.Kind == kind).Sum(item => item.Weight);

    [Fact]
    public void No_group_holds_two_ids_of_one_source_or_a_pair_kept_apart()
    {
        var merges = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var dice = new Dice((ulong)seed);
            var entries = InventedTown
                .Entries((ulong)seed, 150)
                .Select(entry => entry with { Source = $"source {dice.Below(3)}", HasOwnId = dice.Happens(0.5) })
                .ToArray();
            var apart = Enumerable
                .Range(0, 60)
                .Select(_ => (dice.Pick(entries).Id, dice.Pick(entries).Id))
                .Where(pair => pair.Item1 != pair.Item2)
                .ToArray();
            var found = BusinessMatcher.Find(entries, new MatchOptions { KeptApart = apart });
            var known = entries.ToDictionary(entry => entry.Id);
            foreach (var group in found.Groups)
            {
                merges += group.Count - 1;
                var own = group.Select(id => known[id]).Where(entry => entry.HasOwnId).Select(entry => entry.Source).ToArray();
                Assert.Equal(own.Distinct().Count(), own.Length);
                Assert.DoesNotContain(apart, pair => group.Contains(pair.Item1) && group.Contains(pair.Item2));
            }
        }

        Assert.True(merges > 10 * Seeds, $"Only {merges} merges: the law was hardly tried.");
    }

    [Fact]
    public void Groups_and_Merge_pairs_say_the_same()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var found = BusinessMatcher.Find(InventedTown.Entries((ulong)seed, 150));
            var groupOf = found
                .Groups.SelectMany((group, at) => group.Select(id => (id, at)))
                .ToDictionary(pair => pair.id, pair => pair.at);

            Assert.All(
                found.Pairs,
                pair =>
                {
                    var areOne =
                        groupOf.TryGetValue(pair.First, out var first)
                        && groupOf.TryGetValue(pair.Second, out var second)
                        && first == second;
                    Assert.Equal(areOne, pair.Verdict == MatchVerdict.Same);
                    Assert.InRange(pair.Score, 0, 1);
                    Assert.True(pair.First < pair.Second);
                }
            );
            Assert.All(found.Groups, group => Assert.Equal(group.Order(), group));
        }
    }

    static string[] Groups(MatchResult found) => [.. found.Groups.Select(group => string.Join(' ', group))];

    static string[] Written(MatchResult found) =>
        [
            .. found.Pairs.Select(pair =>
                $"{pair.First} {pair.Second} {pair.Score:R} {pair.Verdict} {string.Join(' ', pair.Evidence)}"
            ),
            .. Groups(found),
        ];
}
