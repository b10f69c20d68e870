using BizGraph.Analysis.Gaps;
using BizGraph.Model;

namespace BizGraph.Analysis.Tests.Gaps;

/// <summary>A small town drawn for a test: businesses by one-word ids, ties between them.</summary>
sealed class DrawnTown
{
    readonly Dictionary<string, BusinessFacts> _facts = [];
    readonly Dictionary<string, string[]> _otherIds = [];
    readonly List<(string From, string To, RelationshipFacts Facts)> _ties = [];

    /// <summary>Adds or changes a business.</summary>
    public DrawnTown With(string id, Func<BusinessFacts, BusinessFacts>? facts = null)
    {
        _facts[id] = (facts ?? (f => f))(_facts.GetValueOrDefault(id) ?? new BusinessFacts { Name = id });
        return this;
    }

    /// <summary>Adds businesses, separated by spaces, with the same facts.</summary>
    public DrawnTown WithAll(string ids, Func<BusinessFacts, BusinessFacts> facts)
    {
        ids.Split(' ').ToList().ForEach(id => With(id, facts));
        return this;
    }

    /// <summary>Says that older ids mean this business now.</summary>
    public DrawnTown Merged(string id, params string[] others)
    {
        _otherIds[id] = others;
        return With(id);
    }

    /// <summary>Adds ties such as "a-b b-c".</summary>
    public DrawnTown Ties(
        string pairs,
        RelationshipType type = RelationshipType.Knows,
        Func<RelationshipFacts, RelationshipFacts>? facts = null
    )
    {
        foreach (var ends in pairs.Split(' ').Select(pair => pair.Split('-')))
        {
            With(ends[0]).With(ends[1]);
            _ties.Add((ends[0], ends[1], (facts ?? (f => f))(new RelationshipFacts { Type = type })));
        }

        return this;
    }

    /// <summary>Ties everyone to everyone.</summary>
    public DrawnTown Clique(params string[] ids) =>
        Ties(string.Join(' ', ids.SelectMany((a, i) => ids.Skip(i + 1).Select(b => $"{a}-{b}"))));

    /// <summary>The town; a seed draws the rows in another order.</summary>
    public NetworkSnapshot Snapshot(int? seed = null)
    {
        var businesses = _facts
            .Select(b => new Business(new BusinessId(b.Key), b.Value)
            {
                OtherIds = [.. _otherIds.GetValueOrDefault(b.Key, []).Select(id => new BusinessId(id))],
            })
            .ToArray();
        var ties = _ties
            .Select(t => new Relationship(RelationshipKey.Of(new BusinessId(t.From), new BusinessId(t.To), t.Facts), t.Facts))
            .ToArray();
        if (seed is { } drawn)
        {
            new Random(drawn).Shuffle(businesses);
            new Random(drawn).Shuffle(ties);
        }

        return new NetworkSnapshot(1, businesses, ties);
    }

    /// <summary>The gaps of a kind.</summary>
    public List<Gap> Gaps(GapKind kind, GapOptions? options = null) =>
        [.. GapFinder.Find(Snapshot(), options).Where(gap => gap.Kind == kind)];

    /// <summary>Ids of businesses, joined by commas.</summary>
    public static string Ids(IEnumerable<Business> businesses) => string.Join(',', businesses.Select(b => b.Id.Value));

    /// <summary>The ids that an evidence names.</summary>
    public static string Ids(Gap gap, EvidenceKind kind) => Ids(gap.Find(kind)!.Businesses);

    /// <summary>The kind of the next action and whom it names.</summary>
    public static (GapActionKind Kind, string Ids) Next(Gap gap) => (gap.NextAction.Kind, Ids(gap.NextAction.Businesses));
}
