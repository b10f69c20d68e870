using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>What a suggested business would be to the one that it is suggested to.</summary>
public enum SuggestionKind
{
    /// <summary>It would sell to them.</summary>
    Supplier,

    /// <summary>It would buy from them.</summary>
    Customer,

    /// <summary>It would send them clients.</summary>
    ReferralPartner,

    /// <summary>It would advise them.</summary>
    Mentor,

    /// <summary>They would advise it.</summary>
    Mentee,

    /// <summary>A similar business, to serve larger clients together.</summary>
    JointOffer,

    /// <summary>A business of another trade whose offer completes theirs.</summary>
    ComplementaryOffer,

    /// <summary>Goods, services or skills against each other.</summary>
    Barter,

    /// <summary>Premises, equipment or staff in common.</summary>
    SharedPremises,

    /// <summary>A bank, fund or insurer to know.</summary>
    FinanceContact,

    /// <summary>A public body to know.</summary>
    OfficialContact,

    /// <summary>A newspaper or broadcaster to know.</summary>
    PressContact,
}

/// <summary>What follows from a suggestion's kind.</summary>
public static class SuggestionKinds
{
    /// <summary>Every kind, in the order in which people are shown them.</summary>
    public static IReadOnlyList<SuggestionKind> All { get; } = Enum.GetValues<SuggestionKind>();

    /// <summary>The type of the tie that would come of it.</summary>
    public static RelationshipType TypeOfTie(this SuggestionKind kind) =>
        kind switch
        {
            SuggestionKind.Supplier or SuggestionKind.Customer => RelationshipType.Supplies,
            SuggestionKind.ReferralPartner => RelationshipType.Refers,
            SuggestionKind.Mentor or SuggestionKind.Mentee => RelationshipType.Mentors,
            SuggestionKind.JointOffer or SuggestionKind.ComplementaryOffer => RelationshipType.Partners,
            SuggestionKind.Barter => RelationshipType.Exchanges,
            SuggestionKind.SharedPremises => RelationshipType.Shares,
            SuggestionKind.FinanceContact => RelationshipType.Finances,
            _ => RelationshipType.Knows,
        };

    /// <summary>The same tie as the suggested business sees it: who is your supplier has you as a customer.</summary>
    public static SuggestionKind? SeenFromWhom(this SuggestionKind kind) =>
        kind switch
        {
            SuggestionKind.Supplier => SuggestionKind.Customer,
            SuggestionKind.Customer => SuggestionKind.Supplier,
            SuggestionKind.Mentor => SuggestionKind.Mentee,
            SuggestionKind.Mentee => SuggestionKind.Mentor,
            SuggestionKind.FinanceContact or SuggestionKind.OfficialContact or SuggestionKind.PressContact => null,
            _ => kind,
        };

    /// <summary>Whether the tie starts at the suggested business. Without direction it makes no difference.</summary>
    public static bool StartsAtWhom(this SuggestionKind kind) =>
        kind
            is SuggestionKind.Supplier
                or SuggestionKind.Mentor
                or SuggestionKind.FinanceContact
                or SuggestionKind.ReferralPartner;
}
