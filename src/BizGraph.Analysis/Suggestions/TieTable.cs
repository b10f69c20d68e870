using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>A tie between two nodes. Of a type without direction, From is the smaller node.</summary>
readonly record struct TypedTie(RelationshipType Type, int From, int To);

/// <summary>The ties of a network by type, each pair once: what evidence rests on, and what training hides parts of.</summary>
sealed class TieTable
{
    static readonly Comparer<TypedTie> ByEnds = Comparer<TypedTie>.Create(
        (a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To)
    );

    readonly TypedTie[][] _ofType; // by type, sorted and distinct

    TieTable(
        NetworkSnapshot snapshot,
        TypedTie[][] ofType,
        bool[] isDirected,
        IReadOnlyDictionary<TypedTie, Industry> supplied
    ) => (Snapshot, _ofType, IsDirected, Supplied) = (snapshot, ofType, isDirected, supplied);

    public NetworkSnapshot Snapshot { get; }

    public int NodeCount => Snapshot.NodeCount;

    /// <summary>By type: whether its ties run one way. Acquaintances do where most of them were said to.</summary>
    public bool[] IsDirected { get; }

    /// <summary>What is supplied, where a tie says so.</summary>
    public IReadOnlyDictionary<TypedTie, Industry> Supplied { get; }

    public ReadOnlySpan<TypedTie> Of(RelationshipType type) => _ofType[(int)type];

    public bool Has(RelationshipType type, int from, int to) =>
        Array.BinarySearch(_ofType[(int)type], Key(type, from, to), ByEnds) >= 0;

    public TypedTie Key(RelationshipType type, int from, int to) =>
        IsDirected[(int)type] || from < to ? new TypedTie(type, from, to) : new TypedTie(type, to, from);

    public TieTable Without(IReadOnlySet<TypedTie> hidden) =>
        new(Snapshot, [.. _ofType.Select(of => of.Where(tie => !hidden.Contains(tie)).ToArray())], IsDirected, Supplied);

    public static TieTable Of(NetworkSnapshot snapshot)
    {
        var isDirected = new bool[RelationshipTypes.All.Count];
        foreach (var type in RelationshipTypes.All)
        {
            isDirected[(int)type] = type.IsDirected();
        }

        var acquaintances = snapshot.Relationships.Where(tie => tie.Type == RelationshipType.Knows).ToList();
        isDirected[(int)RelationshipType.Knows] = acquaintances.Count(tie => tie.Key.IsDirected) * 2 > acquaintances.Count;
        var ties = RelationshipTypes.All.Select(_ => new List<TypedTie>()).ToArray();
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
            ties[(int)tie.Type].Add(key);
            if (tie.Facts.Industry is { Code: not null } industry)
            {
                supplied.TryAdd(key, industry);
            }
        }

        return new TieTable(snapshot, [.. ties.Select(of => of.Distinct().Order(ByEnds).ToArray())], isDirected, supplied);
    }
}
