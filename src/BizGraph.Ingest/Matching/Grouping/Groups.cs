using BizGraph.Ingest.Matching.Comparing;

namespace BizGraph.Ingest.Matching.Grouping;

/// <summary>Entries that are one business. The surest pairs join first; two groups join only where their members agree.</summary>
/// <remarks>
/// A chain of weak links joins nothing: each member looked at of one group must be worth asking about with each of the other. Two ids of one source and pairs that people
/// keep apart never come into one group. Time O(p log p) for p pairs: of large groups only the first <see cref="MostLookedAt"/> members are compared.
/// </remarks>
sealed class Groups
{
    const int MostLookedAt = 5;

    readonly PairScores _scores;
    readonly Decisions _decisions;
    readonly double _leastLogit;
    readonly int[] _groupOf; // the group of each entry: the index of one of its members
    readonly Dictionary<int, List<int>> _members = [];
    readonly Dictionary<int, HashSet<string>> _sources = []; // the sources whose own ids a group has

    Groups(PairScores scores, Decisions decisions, double leastLogit)
    {
        (_scores, _decisions, _leastLogit) = (scores, decisions, leastLogit);
        _groupOf = [.. Enumerable.Range(0, scores.Data.Entries.Length)];
    }

    /// <summary>What kept pairs apart that were sure by themselves: pairs by their place in <see cref="PairScores.Pairs"/>.</summary>
    public Dictionary<int, EvidenceKind> Refused { get; } = [];

    /// <summary>Decisions of people.</summary>
    public Decisions Decisions => _decisions;

    /// <summary>The groups of two members or more, members and groups in order.</summary>
    public IEnumerable<List<int>> All => _members.Values.Where(members => members.Count > 1).OrderBy(members => members[0]);

    /// <summary>Whether two entries are in one group.</summary>
    public bool AreOne(int a, int b) => _groupOf[a] == _groupOf[b];

    /// <summary>Joins what people confirmed, then the pairs that are sure, the surest first and then in order.</summary>
    public static Groups Build(
        PairScores scores,
        Partners partners,
        Decisions decisions,
        MatchOptions options,
        CancellationToken cancellation
    )
    {
        var groups = new Groups(scores, decisions, Probability.LogitOf(options.AskAt));
        foreach (var pair in decisions.Confirmed)
        {
            groups.Join((int)(pair >> 32), (int)pair);
        }

        var least = Probability.LogitOf(options.MergeAt);
        var sure = Enumerable
            .Range(0, scores.Pairs.Length)
            .Where(pair => partners.LogitOf(pair) >= least)
            .OrderByDescending(partners.LogitOf)
            .ThenBy(pair => pair);
        foreach (var pair in sure)
        {
            cancellation.ThrowIfCancellationRequested();
            var (a, b) = ((int)(scores.Pairs[pair] >> 32), (int)scores.Pairs[pair]);
            if (groups.AreOne(a, b))
            {
                continue;
            }

            if (groups.Objection(a, b) is { } objection)
            {
                groups.Refused.Add(pair, objection);
            }
            else
            {
                groups.Join(a, b);
            }
        }

        foreach (var members in groups._members.Values)
        {
            members.Sort();
        }

        return groups;
    }

    EvidenceKind? Objection(int a, int b)
    {
        var (left, right) = (_groupOf[a], _groupOf[b]);
        if (SourcesOf(left).Overlaps(SourcesOf(right)))
        {
            return EvidenceKind.TwoIdsInOneSource;
        }

        var (few, many) = MembersOf(left).Count <= MembersOf(right).Count ? (left, right) : (right, left);
        if (MembersOf(few).Any(member => _decisions.ApartFrom(member).Any(other => _groupOf[other] == many)))
        {
            return EvidenceKind.Decision;
        }

        var agree = MembersOf(few)
            .Take(MostLookedAt)
            .All(member => MembersOf(many).Take(MostLookedAt).All(other => _scores.Between(member, other) >= _leastLogit));
        return agree ? null : EvidenceKind.GroupDisagrees;
    }

    void Join(int a, int b)
    {
        var (left, right) = (_groupOf[a], _groupOf[b]);
        if (left == right)
        {
            return;
        }

        var (few, many) = MembersOf(left).Count <= MembersOf(right).Count ? (left, right) : (right, left);
        foreach (var member in MembersOf(few))
        {
            _groupOf[member] = many;
        }

        MembersOf(many).AddRange(MembersOf(few));
        SourcesOf(many).UnionWith(SourcesOf(few));
        _members.Remove(few);
        _sources.Remove(few);
    }

    List<int> MembersOf(int group)
    {
        if (!_members.TryGetValue(group, out var members))
        {
            _members.Add(group, members = [group]);
        }

        return members;
    }

    HashSet<string> SourcesOf(int group)
    {
        if (!_sources.TryGetValue(group, out var sources))
        {
            var entry = _scores.Data.Entries[group].Entry;
            _sources.Add(group, sources = entry.HasOwnId ? [entry.Source] : []);
        }

        return sources;
    }
}
