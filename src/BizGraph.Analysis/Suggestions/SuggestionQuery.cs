using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Which suggestions are asked for.</summary>
public sealed record SuggestionQuery
{
    /// <summary>Suggestions for each business at most, 1 to 1,000.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Kinds to look for; null: all.</summary>
    public IReadOnlyCollection<SuggestionKind>? Kinds { get; init; }

    /// <summary>Whom to choose from; null: the whole network.</summary>
    public IReadOnlyCollection<BusinessId>? Among { get; init; }

    /// <summary>Whether those who have a tie of any type already are left out.</summary>
    public bool StrangersOnly { get; init; }

    internal void Validate() => Require.That(Count is >= 1 and <= 1000, nameof(Count), Count, "1 to 1,000");
}
