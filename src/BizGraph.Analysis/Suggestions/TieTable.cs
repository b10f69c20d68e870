using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>A tie between two nodes. Of a type without direction, From is the smaller node.</summary>
readonly record struct TypedTie(RelationshipType Type, int From, int To);

/// <summary>The ties of a network by type, each pair once: what evidence rests on, and what training hides parts of.</summary>
sealed class TieTable
{
    readonly TypedTie[][] _ofType; // by type, sorted
    readonly HashSet<TypedTie> _all;

    TieTable(
        NetworkSnapshot snapshot,
        IEnumerable<TypedTie> ties,
        bool[] isDirected,
        IReadOnlyDictionary<TypedTie, Industry> supplied
    )
    {
        Snapshot = snapshot;
        IsDirected = isDirected;
        Supplied = supplied;
        _all = [.. ties];
        _ofType = new TypedTie[RelationshipTypes.All.Count][];
        var byType = _all.ToLookup(tie => tie.Type);
        foreach (var type in RelationshipTypes.All)
        {
            _ofType[(int)type] = [.. byType[type].OrderBy(tie => ((long)tie.From << 32) | (uint)tie.To)];
        }
    }

    public NetworkSnapshot Snapshot { get; }

    public int NodeCount => Snapshot.NodeCount;

    /// <summary>By type: whether its ties run one way. Acquaintances do where most of them were said to.</summary>
    public bool[] IsDirected { get; }

    /// <summary>What is supplied, where a tie says so.</summary>
    public IReadOnlyDictionary<TypedTie, Industry> Supplied { get; }

    public ReadOnlySpan<TypedTie> Of(RelationshipType type) => _ofType[(int)type];

    public bool Has(RelationshipType type, int from, int to) => _all.Contains(Key(type, from, to));

    public TypedTie Key(RelationshipType type, int from, int to) =>
        IsDirected[(int)type] || from < to ? new TypedTie(type, from, to) : new TypedTie(type, to, from);

    public TieTable Without(IReadOnlySet<TypedTie> hidden) =>
        new(Snapshot, _all.Where(tie => !hidden.Contains(tie)), IsDirected, Supplied);

    public static TieTable Of(NetworkSnapshot snapshot)
    {
        var isDirected = new bool[RelationshipTypes.All.Count];
        foreach (var type in RelationshipTypes.All)
        {
            isDirected[(int)type] = type.IsDirected();
        }

        var acquaintances = snapshot.Relationships.Where(tie => tie.Type == RelationshipType.Knows).ToList();
        isDirected[(int)RelationshipType.Knows] = acquaintances.Count(tie => tie.Key.IsDirected) * 2 > acquaintances.Count;
        var ties = new List<TypedTie>();
        var supplied = new Dictionary<TypedTie, Industry>();
        foreach (var tie in snapshot.Relationships)
        {
            if (
                tie.Facts.Ended == true
                || snapshot.NodeOf(tie.From) is not { } from
                || snapshot.NodeOf(tie.To) is not { } to
                || from == to
            )
            {
                continue;
            }

            var key =
                isDirected[(int)tie.Type] || from < to ? new TypedTie(tie.Type, from, to) : new TypedTie(tie.Type, to, from);
            ties.Add(key);
            if (tie.Facts.Industry is { Code: not null } industry)
            {
                supplied.TryAdd(key, industry);
            }
        }

        return new TieTable(snapshot, ties, isDirected, supplied);
    }
}
