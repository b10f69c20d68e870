using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>How well one way of ranking finds ties that were hidden.</summary>
/// <param name="Name">"learned", "blend", "random", or what alone it ranks by.</param>
/// <param name="AucPr">Area under the precision–recall curve of the hidden ties among ten times as many pairs without one, 0 to 1.</param>
/// <param name="HitsAt10">Share of hidden ties whose end comes among the first ten that their start could be tied to, 0 to 1.</param>
/// <param name="Mrr">Mean of 1/place of that end, 0 to 1.</param>
public sealed record RankingFigure(string Name, double AucPr, double HitsAt10, double Mrr);

/// <summary>What hiding a fifth of a type's ties showed.</summary>
/// <param name="Type">The type.</param>
/// <param name="Ties">How many ties there are.</param>
/// <param name="Hidden">How many were hidden and looked for.</param>
/// <param name="IsTrained">Whether the ranking was learned; otherwise it is the blend set by hand.</param>
/// <param name="Ours">The ranking that suggestions use.</param>
/// <param name="Attributes">The same ranking, learned from attributes alone: what is known of the two but no ties around them. For a type that is not learned the blend.</param>
/// <param name="Baselines">Each other one alone, the best by AUC-PR first.</param>
/// <param name="CalibrationError">Mean difference between probability and share of ties over tenths of the pairs, 0 to 1; null where the ranking was not learned.</param>
public sealed record TypeQuality(
    RelationshipType Type,
    int Ties,
    int Hidden,
    bool IsTrained,
    RankingFigure Ours,
    RankingFigure Attributes,
    IReadOnlyList<RankingFigure> Baselines,
    double? CalibrationError
);

/// <summary>Measures suggestions on the network itself: hides a fifth of the ties of each type, learns from the rest, and looks for the hidden ones.</summary>
/// <remarks>A pair without a tie is drawn uniformly. At most 1,000 hidden ties are looked for, 200 of them for places, among 1,000 others.</remarks>
public static class SuggestionQuality
{
    /// <summary>The figures of each type that has five ties or more.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="options">What suggestions are made with; its seed draws what is hidden.</param>
    /// <param name="cancellation">Stops the measurement.</param>
    public static IReadOnlyList<TypeQuality> Measure(
        NetworkSnapshot snapshot,
        SuggestionOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= new SuggestionOptions();
        options.Validate();
        return new HeldOutTest(new Traits(snapshot), TieTable.Of(snapshot), options, cancellation).Run();
    }
}
