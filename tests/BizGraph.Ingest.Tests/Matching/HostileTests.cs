using System.Diagnostics;
using BizGraph.Ingest.Matching;
using BizGraph.Ingest.Matching.Candidates;
using BizGraph.Ingest.Tests.Matching.Labelled;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Matching;

/// <summary>Input that nobody means, and much of it: an answer in bounded time, nothing thrown.</summary>
public sealed class HostileTests
{
    static readonly string[] Strange =
    [
        "",
        " ",
        "...",
        "&",
        "# # #",
        "---",
        "the",
        "Ltd",
        "The & Co. Ltd",
        "\ud800",
        "\0\0",
        "\u0301\u0301",
        "漢字株式会社",
        "🍕🍕",
        "((()))",
        " t/a ",
        "a t/a ",
        "1",
        "０１",
    ];

    [Fact]
    public void Names_of_signs_alone_are_compared_with_nothing_and_break_nothing()
    {
        var entries = Strange.Select((name, at) => Listing.Entry($"e{at}", name)).ToArray();
        var found = BusinessMatcher.Find([
            .. entries,
            new MatchEntry(new Business(new BusinessId("unnamed"), new BusinessFacts())),
        ]);

        Assert.DoesNotContain(found.Pairs, pair => pair.First.Value == "unnamed" || pair.Second.Value == "unnamed");
        Assert.All(found.Pairs, pair => Assert.NotEmpty(pair.Explain()));
    }

    [Fact]
    public void No_entries_are_no_pairs()
    {
        var found = BusinessMatcher.Find([]);

        Assert.Empty(found.Pairs);
        Assert.Empty(found.Groups);
    }

    [Fact]
    public void A_name_of_a_megabyte_costs_no_more_than_a_name()
    {
        var huge = string.Concat(Enumerable.Repeat("Zephyr Kites of Nelson and Colne ", 32_000));
        string[] values =
        [
            huge,
            huge + "x",
            new string('a', 1_000_000),
            new string('(', 1_000_000),
            string.Concat(Enumerable.Repeat(" t/a x", 170_000)),
        ];
        var entries = values.Select((value, at) => Huge($"e{at}", value)).ToArray();

        var clock = Stopwatch.StartNew();
        var found = BusinessMatcher.Find(entries);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
        Assert.Contains(found.Pairs, pair => pair is { First.Value: "e0", Second.Value: "e1" });
        Assert.All(found.Pairs, pair => Assert.InRange(pair.Explain().Length, 1, 2000));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_hundred_thousand_entries_of_one_name_are_near_linear(bool haveOwnIds)
    {
        var entries = Enumerable
            .Range(0, 100_000)
            .Select(at => Listing.Entry($"e{at:D6}", "Zephyr Kites Ltd", "list", haveOwnIds))
            .ToArray();

        var clock = Stopwatch.StartNew();
        var found = BusinessMatcher.Find(entries, cancellation: TestContext.Current.CancellationToken);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
        Assert.InRange(found.Pairs.Count, 99_000, 400_000);
        if (haveOwnIds)
        {
            Assert.Empty(found.Groups);
        }
    }

    // Ten times the entries: at most fifteen times the pairs looked at, so no key grows with the data.
    [Fact]
    public void Candidates_grow_with_the_entries_not_with_their_pairs()
    {
        var small = Candidates(1_000);
        var large = Candidates(10_000);

        Assert.InRange(large, 2 * small, 15 * small);
        Assert.InRange(large, 0, 10_000 * 31);
    }

    [Fact]
    public void A_cancelled_search_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            BusinessMatcher.Find(InventedTown.Entries(1, 50), cancellation: cancelled.Token)
        );
    }

    // Every field filled with pieces of names, numbers and signs, cut and joined at random.
    [Fact]
    public void Random_fields_break_nothing()
    {
        var runs = Environment.GetEnvironmentVariable("BIZGRAPH_LONG") is null ? 300 : 100_000;
        string[] pieces =
        [
            .. Strange,
            "Ltd",
            "(",
            ")",
            "/",
            "12",
            "st",
            "Suite",
            "ext 4",
            "www.",
            ".com",
            "@",
            "://",
            "+44",
            "\t",
            "\n",
            "GmbH & Co. KG",
            "Straße",
            "ﬀ",
            "İ",
            "ß",
            "ǆ",
        ];
        for (var run = 1; run <= runs; run++)
        {
            var dice = new Dice((ulong)run);
            string? Text() =>
                dice.Happens(0.2) ? null : string.Concat(Enumerable.Range(0, dice.Below(7)).Select(_ => dice.Pick(pieces)));
            var entries = Enumerable.Range(0, 12).Select(at => Entry($"e{at}", Text, dice)).ToArray();
            var found = BusinessMatcher.Find(entries, new MatchOptions { ReportAt = 0 });

            Assert.All(
                found.Pairs,
                pair => Assert.True(double.IsFinite(pair.Score) && pair.Explain().EndsWith('.'), $"run {run}")
            );
        }
    }

    static int Candidates(int count)
    {
        var data = new Preparation(InventedTown.Entries(3, count), default);
        return CandidateIndex.Find(data, arrived: null, default).Length;
    }

    static MatchEntry Huge(string id, string value) => Entry(id, () => value, new Dice(1));

    static MatchEntry Entry(string id, Func<string?> text, Dice dice)
    {
        var facts = new BusinessFacts
        {
            Name = text(),
            Phone = text(),
            Email = text(),
            Website = text(),
            Industry = new Industry(text(), null, text()),
            Place = new Place
            {
                Address = text(),
                Locality = text(),
                Region = text(),
                PostalCode = text(),
                Latitude = dice.Below(181) - 90,
                Longitude = dice.Below(361) - 180,
            },
        };
        return new MatchEntry(new Business(new BusinessId(id), facts)) { Aliases = text() is { } alias ? [alias] : [] };
    }
}
