using BizGraph.Analysis.Gaps;
using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Decisions;
using BizGraph.Model;
using EvidenceKind = BizGraph.Analysis.Gaps.EvidenceKind;

namespace BizGraph.Api.Suggestions;

/// <summary>Ties that would close a gap.</summary>
static class GapSuggestions
{
    const int MostAsked = 20; // businesses of a gap: each is looked around

    /// <summary>The best for any of the gap's businesses, of the kind that is missing; none where nobody in the network could close it.</summary>
    public static IReadOnlyList<Suggestion> Of(Gap gap, int count, MadeSuggestions made, NetworkDecisions decisions)
    {
        var businesses = WhoLacks(gap).Take(MostAsked).Select(business => business.Id).ToList();
        return businesses.Count == 0
            ? []
            : MadeSuggestions.Take(
                count,
                decisions,
                query =>
                    BusinessSuggestions.ForGap(
                        made.Model,
                        businesses,
                        query with
                        {
                            Kinds = KindsFor(gap.Kind),
                            Among = Among(gap),
                            StrangersOnly = IsAboutStrangers(gap.Kind),
                        }
                    )
            );
    }

    // Of a sole source or what is bought outside it is the buyers who lack something.
    static IEnumerable<Business> WhoLacks(Gap gap) =>
        gap.Kind switch
        {
            GapKind.SoleSource or GapKind.BoughtOutside => gap.Find(EvidenceKind.Buyers)?.Businesses ?? [],
            GapKind.Left => gap.Find(EvidenceKind.FormerPartners)?.Businesses ?? [],
            GapKind.StructuralHole => gap.Find(EvidenceKind.OneGroup)?.Businesses ?? gap.Businesses,
            GapKind.MissingTrade => [],
            _ => gap.Businesses,
        };

    static IReadOnlyCollection<SuggestionKind>? KindsFor(GapKind kind) =>
        kind switch
        {
            GapKind.SoleSource or GapKind.BoughtOutside => [SuggestionKind.Supplier],
            GapKind.NoMentor => [SuggestionKind.Mentor],
            GapKind.NoMentee => [SuggestionKind.Mentee],
            GapKind.NoFinance => [SuggestionKind.FinanceContact],
            GapKind.NoPublicBody => [SuggestionKind.OfficialContact],
            GapKind.NoPress => [SuggestionKind.PressContact],
            _ => null,
        };

    // Whom the gap itself says could help; the other of two groups.
    static IReadOnlyCollection<BusinessId>? Among(Gap gap) =>
        gap.Kind switch
        {
            GapKind.StructuralHole => gap.Find(EvidenceKind.OtherGroup)?.Businesses,
            GapKind.SoleSource or GapKind.BoughtOutside => gap.Find(EvidenceKind.Alternatives)?.Businesses,
            _ => null,
        }
            is { Count: > 0 } businesses
            ? [.. businesses.Select(business => business.Id)]
            : null;

    static bool IsAboutStrangers(GapKind kind) =>
        kind
            is GapKind.Isolated
                or GapKind.Island
                or GapKind.OneTie
                or GapKind.StructuralHole
                or GapKind.AmongThemselves
                or GapKind.FarFromCore;
}
