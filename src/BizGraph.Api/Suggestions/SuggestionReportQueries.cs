using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Suggestions;

/// <summary>How suggestions are ranked, and how well that finds ties that were hidden.</summary>
/// <param name="Trained">When the ranking was trained.</param>
/// <param name="Version">The network version that it was trained on.</param>
/// <param name="Ties">How many ties of that network it could learn from.</param>
/// <param name="Accepted">Suggestions that people took up, and that it learned from.</param>
/// <param name="PutAside">Suggestions that people put aside, and that it learned from.</param>
/// <param name="Types">Each type with five ties or more.</param>
[ObjectType]
sealed record SuggestionReport(
    DateTimeOffset Trained,
    long Version,
    int Ties,
    int Accepted,
    int PutAside,
    [property: ListSize(AssumedSize = 9)] IReadOnlyList<TypeQuality> Types
);

/// <summary>The report of the ranking.</summary>
[QueryType]
static class SuggestionReportQueries
{
    /// <summary>How suggestions are ranked: what was learned from, and how well it finds ties that were hidden, beside each single measure alone.</summary>
    public static async Task<SuggestionReport> GetSuggestionReportAsync(Shown shown, CancellationToken cancellation)
    {
        var made = await shown.SuggestionsAsync(cancellation);
        var feedback = made.Model.Options.Feedback;
        return new SuggestionReport(
            made.Trained,
            shown.Snapshot.Version,
            made.Model.Types.Sum(type => type.Ties),
            feedback.Count(said => said.IsAccepted),
            feedback.Count(said => !said.IsAccepted),
            await shown.SuggestionQualityAsync(cancellation)
        );
    }
}

/// <summary>What hiding a fifth of a type's ties, and looking for them, showed.</summary>
[ObjectType<TypeQuality>]
[GraphQLName("TypeQuality")]
static class TypeQualityNode
{
    /// <summary>The type.</summary>
    public static RelationshipType Type([Parent] TypeQuality quality) => quality.Type;

    /// <summary>How many ties there are.</summary>
    public static int Ties([Parent] TypeQuality quality) => quality.Ties;

    /// <summary>How many were hidden and looked for.</summary>
    public static int Hidden([Parent] TypeQuality quality) => quality.Hidden;

    /// <summary>Whether the ranking is learned; otherwise there are too few ties, and it is a blend set by hand.</summary>
    public static bool IsTrained([Parent] TypeQuality quality) => quality.IsTrained;

    /// <summary>The ranking that suggestions use.</summary>
    public static RankingFigure Ours([Parent] TypeQuality quality) => quality.Ours;

    /// <summary>Each single measure alone, the best first.</summary>
    [ListSize(AssumedSize = 25)]
    public static IReadOnlyList<RankingFigure> Baselines([Parent] TypeQuality quality) => quality.Baselines;

    /// <summary>Mean difference between probability and share of ties over tenths of the pairs, 0 to 1; null where the ranking is not learned.</summary>
    public static double? CalibrationError([Parent] TypeQuality quality) => quality.CalibrationError;
}

/// <summary>How well one way of ranking finds ties that were hidden.</summary>
[ObjectType<RankingFigure>]
[GraphQLName("RankingFigure")]
static class RankingFigureNode
{
    /// <summary>What it ranks by.</summary>
    public static string Name([Parent] RankingFigure figure) => figure.Name;

    /// <summary>Area under the precision–recall curve, 0 to 1.</summary>
    public static double AucPr([Parent] RankingFigure figure) => figure.AucPr;

    /// <summary>Share of hidden ties found among the first ten, 0 to 1.</summary>
    public static double HitsAt10([Parent] RankingFigure figure) => figure.HitsAt10;

    /// <summary>Mean reciprocal rank, 0 to 1.</summary>
    public static double Mrr([Parent] RankingFigure figure) => figure.Mrr;
}
