using BizGraph.Model;
using static BizGraph.Analysis.Suggestions.EvidenceKind;

namespace BizGraph.Analysis.Suggestions;

/// <summary>The weights of a type with too few ties to learn from: set by hand, for each standard deviation of the evidence.</summary>
static class Blend
{
    public static double[] Weights(PairEvidence evidence, RelationshipType type) =>
        [.. evidence.Kinds.Select(kind => Weight(kind.Kind, type))];

    static double Weight(EvidenceKind kind, RelationshipType type) =>
        kind switch
        {
            AdamicAdar or ResourceAllocation => 0.25,
            ThreeSteps or TypedThreeSteps => type == RelationshipType.Supplies ? 0.4 : 0.2,
            IsTwoStepsAway or IsThreeStepsAway => 0.2,
            Chain or SharedTargets or SharedSources => 0.15,
            OtherTie or OtherTieBack => 0.15,
            // Lenders and sponsors are few, and known by whom they serve already.
            FromOut when type is RelationshipType.Finances or RelationshipType.Sponsors => 1,
            FromOut or ToIn => 0.25,
            ToDegree or FromDegree => 0.15,
            SameCommunity => 0.3,
            CommunityAffinity => 0.2,
            OffersMeetNeeds => 0.6,
            NeedsMetByOffers => type is RelationshipType.Exchanges or RelationshipType.Partners ? 0.4 : 0.1,
            IndustryPurchases => type == RelationshipType.Supplies ? 0.3 : 0,
            IndustryAffinity => 0.4,
            SameIndustry => type == RelationshipType.Mentors ? 0.8
            : type == RelationshipType.Partners ? 0.3
            : 0,
            Nearness => type == RelationshipType.Shares ? 0.6 : 0.3,
            SameLocality => type == RelationshipType.Shares ? 0.4 : 0.2,
            SharedTags => 0.2,
            SharedNetworks => type is RelationshipType.Finances or RelationshipType.Sponsors ? 0.2 : 0.7,
            ColumnAffinity => 0.15,
            _ => 0,
        };
}
