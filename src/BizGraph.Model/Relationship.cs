namespace BizGraph.Model;

/// <summary>What makes two rows speak of the same tie. Where the tie has no direction, <c>From</c> is the lesser id.</summary>
/// <param name="From">The business it starts at.</param>
/// <param name="To">The business it ends at.</param>
/// <param name="Type">What the tie is.</param>
/// <param name="Kind">People's own word for it, if any.</param>
/// <param name="Currency">The currency of its amount, if any: currencies are never added together.</param>
/// <param name="IsDirected">Whether it runs one way.</param>
public sealed record RelationshipKey(
    BusinessId From,
    BusinessId To,
    RelationshipType Type,
    string? Kind,
    string? Currency,
    bool IsDirected
)
{
    /// <summary>The key of a tie, its ends in order where it has no direction.</summary>
    public static RelationshipKey Of(BusinessId from, BusinessId to, RelationshipFacts facts)
    {
        var directed = facts.IsDirected;
        return directed || from <= to
            ? new RelationshipKey(from, to, facts.Type, facts.Kind, facts.Currency, directed)
            : new RelationshipKey(to, from, facts.Type, facts.Kind, facts.Currency, directed);
    }
}

/// <summary>A tie as it is shown: between whom, and what all that counts says of it.</summary>
/// <param name="Key">Between whom, and what.</param>
/// <param name="Facts">What is known of it: weights and amounts of its rows added up, dates first and last.</param>
public sealed record Relationship(RelationshipKey Key, RelationshipFacts Facts)
{
    /// <summary>The business it starts at.</summary>
    public BusinessId From => Key.From;

    /// <summary>The business it ends at.</summary>
    public BusinessId To => Key.To;

    /// <summary>What the tie is.</summary>
    public RelationshipType Type => Key.Type;

    /// <summary>Its strength, above 0; 1 for each row that does not say.</summary>
    public double Weight => Facts.Weight ?? 1;
}
