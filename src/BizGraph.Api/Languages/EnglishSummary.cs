using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Api.Reasons;
using static BizGraph.Api.Reasons.EnglishCatalogue;

namespace BizGraph.Api.Languages;

/// <summary>The network in six lines, in English.</summary>
sealed class EnglishSummary : ISummaryWords
{
    public static EnglishSummary Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<(string Heading, string Sentence)> Lines(NetworkOverview overview, IReadOnlyList<Gap>? gaps) =>
        [
            (
                "Businesses",
                $"{Count(overview.Businesses, "business", "businesses")} and "
                    + $"{Count(overview.OtherOrganizations, "other organization", "other organizations")} (councils, banks, charities and the like)."
            ),
            ("Ties", TiesByType(overview)),
            (
                "Isolated",
                overview.Businesses == 0
                    ? "There are no businesses yet; 'bizgraph import businesses.csv ties.csv' takes in the first."
                : overview.Isolated == 0 ? "Every business has a tie."
                : $"{Count(overview.Isolated, "business has", "businesses have")} no tie to anyone."
            ),
            ("Communities", $"{Count(overview.Communities, "group", "groups")} of two or more, closely tied among themselves."),
            ("Best connected", BestConnected(overview)),
            (
                "First gap",
                gaps is null ? "Being worked out; look again in a moment."
                : gaps.Count == 0 ? "None found."
                : GapWords.Sentence(gaps[0], Language.En)
            ),
        ];

    static string TiesByType(NetworkOverview overview)
    {
        if (overview.RelationshipsByType.Count == 0)
        {
            return "0 ties.";
        }

        var types = overview.RelationshipsByType.Select(t => $"{t.Count:N0} {Ties(t.Type)}");
        return $"{Count(overview.RelationshipsByType.Sum(t => t.Count), "tie", "ties")}: {string.Join(", ", types)}.";
    }

    static string BestConnected(NetworkOverview overview) =>
        overview.BestConnected.Count == 0
            ? "Nobody yet."
            : string.Join(", ", overview.BestConnected.Select(b => $"{b.Business.Name} (tied to {b.Connections:N0})")) + ".";
}
