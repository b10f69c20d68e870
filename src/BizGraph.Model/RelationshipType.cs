namespace BizGraph.Model;

/// <summary>What a tie between two businesses is.</summary>
public enum RelationshipType
{
    /// <summary>Supplier to customer: goods or services for money; the amount is the customer's spend.</summary>
    Supplies,

    /// <summary>Referrer to referred: sends clients; the weight counts referrals.</summary>
    Refers,

    /// <summary>Mentor to mentee: advice, formal or informal.</summary>
    Mentors,

    /// <summary>Joint delivery, complementary offers, development or marketing, without direction.</summary>
    Partners,

    /// <summary>Barter of goods, services or skills, without direction.</summary>
    Exchanges,

    /// <summary>Premises, equipment or staff in common, without direction.</summary>
    Shares,

    /// <summary>Sponsor to recipient: gifts and sponsorship in the community.</summary>
    Sponsors,

    /// <summary>Lender or investor to business.</summary>
    Finances,

    /// <summary>A tie of another kind, its word kept; without direction unless its source said otherwise.</summary>
    Knows,
}

/// <summary>What follows from a relationship's type.</summary>
public static class RelationshipTypes
{
    /// <summary>Every type, in the order in which people are shown them.</summary>
    public static IReadOnlyList<RelationshipType> All { get; } = Enum.GetValues<RelationshipType>();

    /// <summary>Whether a tie of this type runs from one business to the other by itself.</summary>
    public static bool IsDirected(this RelationshipType type) =>
        type
            is RelationshipType.Supplies
                or RelationshipType.Refers
                or RelationshipType.Mentors
                or RelationshipType.Sponsors
                or RelationshipType.Finances;
}
