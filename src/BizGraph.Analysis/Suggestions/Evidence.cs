using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>A piece of evidence for a tie from one business to another.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Type">For <see cref="EvidenceKind.OtherTie"/> and <see cref="EvidenceKind.OtherTieBack"/>: of which type.</param>
/// <param name="Column">For evidence of one column: its name. Free columns are private.</param>
public readonly record struct Evidence(EvidenceKind Kind, RelationshipType? Type = null, string? Column = null);

/// <summary>What evidence measures. "Network" is all ties without direction, "type" the ties of the suggested type, along their direction.</summary>
public enum EvidenceKind
{
    /// <summary>Common neighbors in the network.</summary>
    CommonNeighbors,

    /// <summary>Jaccard in the network.</summary>
    Jaccard,

    /// <summary>Adamic–Adar in the network.</summary>
    AdamicAdar,

    /// <summary>Resource allocation in the network.</summary>
    ResourceAllocation,

    /// <summary>L3 in the network.</summary>
    ThreeSteps,

    /// <summary>Whether they have a common neighbor.</summary>
    IsTwoStepsAway,

    /// <summary>Whether three ties lead from one to the other.</summary>
    IsThreeStepsAway,

    /// <summary>Two ties of the type in a row: from → z → to.</summary>
    Chain,

    /// <summary>Two ties of the type back: to → z → from.</summary>
    ChainBack,

    /// <summary>Ties of the type to the same: from → z ← to.</summary>
    SharedTargets,

    /// <summary>Ties of the type from the same: from ← z → to.</summary>
    SharedSources,

    /// <summary>L3 along the type: from → u ← v → to; to is tied to those who are tied like from.</summary>
    TypedThreeSteps,

    /// <summary>Whether the type's tie runs the other way.</summary>
    TieBack,

    /// <summary>Whether a tie of another type runs the same way.</summary>
    OtherTie,

    /// <summary>Whether a tie of another type runs the other way.</summary>
    OtherTieBack,

    /// <summary>How many ties of the type start at from.</summary>
    FromOut,

    /// <summary>How many ties of the type end at to.</summary>
    ToIn,

    /// <summary>How many ties of the type end at from.</summary>
    FromIn,

    /// <summary>How many ties of the type start at to.</summary>
    ToOut,

    /// <summary>How many others from is tied to.</summary>
    FromDegree,

    /// <summary>How many others to is tied to.</summary>
    ToDegree,

    /// <summary>Whether any tie of the type starts at from.</summary>
    FromHasOut,

    /// <summary>Whether any tie of the type ends at to.</summary>
    ToHasIn,

    /// <summary>Whether they are of one community.</summary>
    SameCommunity,

    /// <summary>How often ties of the type run between their communities.</summary>
    CommunityAffinity,

    /// <summary>What from offers against what to needs.</summary>
    OffersMeetNeeds,

    /// <summary>What to offers against what from needs.</summary>
    NeedsMetByOffers,

    /// <summary>How much to's industry buys from from's, by the table.</summary>
    IndustryPurchases,

    /// <summary>How often ties of the type run between their industries in this network.</summary>
    IndustryAffinity,

    /// <summary>How much of what to buys is of from's industry.</summary>
    BoughtBefore,

    /// <summary>How alike their industries are.</summary>
    SameIndustry,

    /// <summary>Distance, as the negative logarithm of kilometers.</summary>
    Nearness,

    /// <summary>Whether they are in one town.</summary>
    SameLocality,

    /// <summary>Values and certifications in common, the rare ones more.</summary>
    SharedTags,

    /// <summary>Networks in common, the small ones more.</summary>
    SharedNetworks,

    /// <summary>How much of their postal codes is the same, from the start.</summary>
    PostalArea,

    /// <summary>How often ties of the type start at businesses with words of from's name.</summary>
    FromName,

    /// <summary>How often ties of the type end at businesses with words of to's name.</summary>
    ToName,

    /// <summary>How often ties of the type run between words of their names, beyond how often they start and end there.</summary>
    NamesTied,

    /// <summary>How often ties of the type run between their values of a column.</summary>
    ColumnAffinity,

    /// <summary>How close they are in a column of numbers.</summary>
    ColumnCloseness,

    /// <summary>How much larger from's number is than to's.</summary>
    ColumnDifference,
}
