using BizGraph.Model;
using static BizGraph.Analysis.Suggestions.EvidenceKind;

namespace BizGraph.Analysis.Suggestions;

/// <summary>The weights of a type with too few ties to learn from: set by hand.</summary>
/// <remarks>
/// What is a logarithm of how often ties run already (trades, columns, names, and how many ties there are) counts by its own unit, as in naive Bayes, less what
/// such numbers have in common: with few ties they are near 0, and so they count little. Everything else counts for each standard deviation.
/// </remarks>
static class Blend
{
    public static double[] Weights(PairEvidence evidence, EvidenceScale scale, RelationshipType type) =>
        [
            .. evidence.Kinds.Select(
                (kind, column) => (OfUnit(kind.Kind) * scale.Deviation(column)) + OfDeviation(kind.Kind, type)
            ),
        ];

    static double OfUnit(EvidenceKind kind) =>
        kind switch
        {
            IndustryAffinity => 1,
            ColumnAffinity => 0.7,
            CommunityAffinity or ToIn => 0.5,
            FromOut or FromName or ToName or NamesTied => 0.3,
            _ => 0,
        };

    static double OfDeviation(EvidenceKind kind, RelationshipType type) =>
        kind switch
        {
            AdamicAdar or ResourceAllocation => 0.12,
            ThreeSteps or TypedThreeSteps => type == RelationshipType.Supplies ? 0.2 : 0.1,
            IsTwoStepsAway or IsThreeStepsAway => 0.1,
            Chain or SharedTargets or SharedSources => 0.08,
            OtherTie or OtherTieBack => 0.08,
            ToDegree or FromDegree => 0.08,
            SameCommunity => 0.15,
            OffersMeetNeeds => 0.6,
            NeedsMetByOffers => type is RelationshipType.Exchanges or RelationshipType.Partners ? 0.4 : 0.1,
            IndustryPurchases => type == RelationshipType.Supplies ? 0.3 : 0,
            SameIndustry => type == RelationshipType.Mentors ? 0.8
            : type == RelationshipType.Partners ? 0.3
            : 0,
            Nearness => type == RelationshipType.Shares ? 0.6 : 0.5,
            SameLocality => type == RelationshipType.Shares ? 0.4 : 0.2,
            SharedTags => 0.2,
            SharedNetworks => type is RelationshipType.Finances or RelationshipType.Sponsors ? 0.2 : 0.7,
            _ => 0,
        };
}
