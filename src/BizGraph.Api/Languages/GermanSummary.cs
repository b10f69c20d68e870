using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Api.Reasons;
using static BizGraph.Api.Reasons.GermanFigures;

namespace BizGraph.Api.Languages;

/// <summary>The network in six lines, in German.</summary>
sealed class GermanSummary : ISummaryWords
{
    public static GermanSummary Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<(string Heading, string Sentence)> Lines(NetworkOverview overview, IReadOnlyList<Gap>? gaps) =>
        [
            (
                "Betriebe",
                $"{Count(overview.Businesses, "Betrieb", "Betriebe")} und "
                    + $"{Count(overview.OtherOrganizations, "andere Organisation", "andere Organisationen")} (Ämter, Banken, Vereine und dergleichen)."
            ),
            ("Verbindungen", TiesByType(overview)),
            (
                "Ohne Verbindung",
                overview.Businesses == 0
                    ? "Noch gibt es keine Betriebe; „bizgraph import betriebe.csv verbindungen.csv“ liest die ersten ein."
                : overview.Isolated == 0 ? "Jeder Betrieb hat eine Verbindung."
                : $"{Count(overview.Isolated, "Betrieb hat", "Betriebe haben")} noch keine Verbindung."
            ),
            (
                "Gruppen",
                $"{Count(overview.Communities, "Gruppe", "Gruppen")} von zwei oder mehr, die untereinander eng verbunden sind."
            ),
            ("Am besten vernetzt", BestConnected(overview)),
            (
                "Erste Lücke",
                gaps is null ? "Wird gerade berechnet; bitte sehen Sie gleich noch einmal nach."
                : gaps.Count == 0 ? "Keine gefunden."
                : GapWords.Sentence(gaps[0], Language.De)
            ),
        ];

    static string TiesByType(NetworkOverview overview)
    {
        var all = Count(overview.RelationshipsByType.Sum(t => t.Count), "Verbindung", "Verbindungen");
        var types = overview.RelationshipsByType.Select(t => $"{GermanSuggestionReasons.Ties(t.Type)} ({Number(t.Count)})");
        return overview.RelationshipsByType.Count == 0 ? $"{all}." : $"{all}: {string.Join(", ", types)}.";
    }

    static string BestConnected(NetworkOverview overview) =>
        overview.BestConnected.Count == 0
            ? "Noch niemand."
            : string.Join(", ", overview.BestConnected.Select(b => $"{b.Business.Name} (mit {Number(b.Connections)} verbunden)"))
                + ".";
}
