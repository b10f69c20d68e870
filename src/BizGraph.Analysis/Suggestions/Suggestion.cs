using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>A tie that is missing and would fit, as one of its two ends is told of it.</summary>
public sealed record Suggestion
{
    /// <summary>Whom it is suggested to.</summary>
    public required Business For { get; init; }

    /// <summary>The business suggested.</summary>
    public required Business Whom { get; init; }

    /// <summary>What <see cref="Whom"/> would be to <see cref="For"/>.</summary>
    public required SuggestionKind Kind { get; init; }

    /// <summary>Where the tie would start: one of the two.</summary>
    public required Business From { get; init; }

    /// <summary>Where the tie would end: the other one.</summary>
    public Business To => From == For ? Whom : For;

    /// <summary>The type of the tie.</summary>
    public RelationshipType Type => Kind.TypeOfTie();

    /// <summary>What it is ranked by: how far the evidence is above that of a pair drawn at random, in standard deviations of such pairs; raised where one of the two is open to it. Comparable between kinds.</summary>
    public required double Score { get; init; }

    /// <summary>How probable a tie of this type is between two such businesses, 0 to 1; null where the type has too few ties to learn from.</summary>
    public double? Probability { get; init; }

    /// <summary>Why, the strongest first.</summary>
    public IReadOnlyList<SuggestionReason> Reasons { get; init; } = [];

    /// <summary>What each piece of evidence adds to the log-odds, beside a pair that is average in it; the strongest first.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>What would be different with the tie.</summary>
    public required TieEffect Effect { get; init; }

    /// <summary>The same suggestion in the next import, too: kind, for whom, whom.</summary>
    public SuggestionKey Key => new(For.Id, Whom.Id, Kind);
}

/// <summary>The identity of a suggestion, by which it is accepted or dismissed.</summary>
/// <param name="For">Whom it is suggested to.</param>
/// <param name="Whom">The business suggested.</param>
/// <param name="Kind">What it would be.</param>
public readonly record struct SuggestionKey(BusinessId For, BusinessId Whom, SuggestionKind Kind);

/// <summary>What people made of a suggestion: it teaches the next training.</summary>
/// <param name="Key">Which suggestion.</param>
/// <param name="IsAccepted">Whether they took it up; otherwise they dismissed it, and it is not made again.</param>
public readonly record struct SuggestionFeedback(SuggestionKey Key, bool IsAccepted);

/// <summary>How much one piece of evidence speaks for a tie (or, below 0, against it).</summary>
/// <param name="Evidence">Which evidence.</param>
/// <param name="LogOdds">Weight times the distance from the average pair, in standard deviations.</param>
public readonly record struct Contribution(Evidence Evidence, double LogOdds);

/// <summary>What a network with the tie would have that this one has not.</summary>
/// <param name="ReachBefore">How many others <see cref="Suggestion.For"/> comes to within two steps now.</param>
/// <param name="ReachAfter">How many with the tie.</param>
/// <param name="JoinsComponents">Whether the tie joins two parts that have no way to each other.</param>
/// <param name="EasedSoleSources">Suppliers that would be the customer's only ones of their trade no longer.</param>
public sealed record TieEffect(int ReachBefore, int ReachAfter, bool JoinsComponents, IReadOnlyList<BusinessId> EasedSoleSources);
