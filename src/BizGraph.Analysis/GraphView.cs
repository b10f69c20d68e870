using BizGraph.Model;

namespace BizGraph.Analysis;

/// <summary>Which ties a graph is made of, and how they are read.</summary>
/// <param name="Types">The types taken, as a set of bits by type; null takes all.</param>
/// <param name="IsDirected">Whether ties keep their direction; a tie without one becomes an arc each way.</param>
/// <param name="IsWeighted">Whether a tie's strength counts; otherwise every pair counts 1.</param>
public readonly record struct GraphView(RelationshipTypeSet? Types = null, bool IsDirected = false, bool IsWeighted = false)
{
    /// <summary>All types, undirected and unweighted: what a measure runs on unless it says otherwise.</summary>
    public static GraphView Default { get; }

    /// <summary>Who supplies whom.</summary>
    public static GraphView Supply { get; } = new(RelationshipTypeSet.Of(RelationshipType.Supplies), IsDirected: true);
}

/// <summary>A set of relationship types; equal sets are equal values.</summary>
public readonly record struct RelationshipTypeSet
{
    readonly uint _bits;

    RelationshipTypeSet(uint bits) => _bits = bits;

    /// <summary>The set of these types.</summary>
    public static RelationshipTypeSet Of(params IEnumerable<RelationshipType> types) =>
        new(types.Aggregate(0u, (bits, type) => bits | (1u << (int)type)));

    /// <summary>Whether the type is in the set.</summary>
    public bool Contains(RelationshipType type) => (_bits & (1u << (int)type)) != 0;
}
