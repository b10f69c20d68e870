using BizGraph.Ingest.Matching.Comparing;
using BizGraph.Ingest.Matching.Grouping;
using BizGraph.Model;

namespace BizGraph.Ingest.Matching;

/// <summary>Writes down what was found: the pairs that came near, with their evidence, and the groups.</summary>
sealed class MatchReport(PairScores scores, Partners partners, Groups groups, MatchOptions options)
{
    const int LargestListedGroup = 12;

    readonly double _sure = Probability.LogitOf(options.MergeAt);

    /// <summary>The result. Time O(p log p) for p pairs reported.</summary>
    public MatchResult Write(CancellationToken cancellation)
    {
        var pairs = new List<MatchPair>();
        var least = options.ReportAt <= 0 ? double.NegativeInfinity : Probability.LogitOf(options.ReportAt);
        for (var pair = 0; pair < scores.Pairs.Length; pair++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (a, b) = ((int)(scores.Pairs[pair] >> 32), (int)scores.Pairs[pair]);
            if (partners.LogitOf(pair) >= least || groups.AreOne(a, b))
            {
                pairs.Add(Report(a, b, partners.PenaltyOf(pair), groups.Refused.GetValueOrDefault(pair, EvidenceKind.Prior)));
            }
        }

        var members = groups.All.ToArray();
        foreach (var pair in Implied(members).Where(pair => Array.BinarySearch(scores.Pairs, pair) < 0))
        {
            pairs.Add(Report((int)(pair >> 32), (int)pair, 0, EvidenceKind.Prior));
        }

        pairs.Sort(
            static (x, y) => y.Score != x.Score ? y.Score.CompareTo(x.Score) : (x.First, x.Second).CompareTo((y.First, y.Second))
        );
        return new MatchResult(pairs, [.. members.Select(group => group.Select(IdOf).ToArray())]);
    }

    // Members that were no candidates for each other; the larger groups speak for themselves.
    static IEnumerable<ulong> Implied(IEnumerable<List<int>> members) =>
        from @group in members
        where @group.Count <= LargestListedGroup
        from a in @group
        from b in @group
        where a < b
        select ((ulong)a << 32) | (uint)b;

    MatchPair Report(int a, int b, double penalty, EvidenceKind refusal)
    {
        var evidence = EvidenceList.Of(scores, a, b);
        AddIf(evidence, penalty < -0.05, EvidenceKind.BetterPartner, penalty, a, b);
        var logit = evidence.Sum(item => item.Weight);
        var isOne = groups.AreOne(a, b);
        var isDecided = groups.Decisions.AreApart(((ulong)a << 32) | (uint)b);
        var reason = groups.Decisions.AreConfirmed(((ulong)a << 32) | (uint)b) ? EvidenceKind.Decision : EvidenceKind.SameGroup;
        AddIf(evidence, isOne && logit < _sure, reason, _sure - logit, a, b);
        AddIf(evidence, refusal != EvidenceKind.Prior, refusal, 0, a, b);
        AddIf(evidence, isDecided, EvidenceKind.Decision, 0, a, b);
        logit = Math.Max(logit, isOne ? _sure : logit);
        var verdict =
            isOne ? MatchVerdict.Same
            : isDecided || logit < Probability.LogitOf(options.AskAt) ? MatchVerdict.Apart
            : MatchVerdict.Unsure;
        return new MatchPair(
            IdOf(a),
            IdOf(b),
            Probability.Of(logit),
            verdict,
            [.. evidence.OrderByDescending(item => Math.Abs(item.Weight))]
        );
    }

    void AddIf(List<Evidence> evidence, bool holds, EvidenceKind kind, double weight, int a, int b)
    {
        if (holds && !evidence.Exists(item => item.Kind == kind))
        {
            evidence.Add(
                new Evidence(kind, weight, scores.Data.Entries[a].Entry.Business.Name, scores.Data.Entries[b].Entry.Business.Name)
            );
        }
    }

    BusinessId IdOf(int entry) => scores.Data.Entries[entry].Entry.Id;
}
