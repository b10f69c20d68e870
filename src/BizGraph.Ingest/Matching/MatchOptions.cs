using BizGraph.Model;

namespace BizGraph.Ingest.Matching;

/// <summary>What the matcher may do by itself, and what people decided before.</summary>
public sealed record MatchOptions
{
    /// <summary>The default options.</summary>
    public static MatchOptions Default { get; } = new();

    /// <summary>The least score of a pair that is merged without asking, above <see cref="AskAt"/> and at most 1.</summary>
    public double MergeAt { get; init; } = 0.97;

    /// <summary>The least score of a pair that is put to a person, above 0.</summary>
    public double AskAt { get; init; } = 0.1;

    /// <summary>The least score of a pair that is reported at all, 0 to <see cref="AskAt"/>.</summary>
    public double ReportAt { get; init; } = 0.02;

    /// <summary>The entries that are new: only pairs with one of them are looked for. Null: all pairs.</summary>
    public IReadOnlySet<BusinessId>? Arrived { get; init; }

    /// <summary>Pairs that a person said are two businesses: never merged, never asked again.</summary>
    public IReadOnlyCollection<(BusinessId, BusinessId)> KeptApart { get; init; } = [];

    /// <summary>Pairs that a person said are one business: always merged.</summary>
    public IReadOnlyCollection<(BusinessId, BusinessId)> Confirmed { get; init; } = [];

    internal void Validate()
    {
        if (!(ReportAt >= 0 && ReportAt <= AskAt && AskAt > 0 && AskAt < MergeAt && MergeAt <= 1))
        {
            throw new ArgumentException(
                $"Matching thresholds were report {ReportAt}, ask {AskAt}, merge {MergeAt}; expected 0 <= report <= ask < merge <= 1 and ask > 0."
            );
        }
    }
}
