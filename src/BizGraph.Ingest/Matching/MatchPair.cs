using BizGraph.Model;

namespace BizGraph.Ingest.Matching;

/// <summary>Two businesses that may be one, how likely that is, and why.</summary>
/// <param name="First">The smaller of the two ids.</param>
/// <param name="Second">The larger of the two ids.</param>
/// <param name="Score">How likely they are one business, 0 to 1.</param>
/// <param name="Verdict">What to do with them.</param>
/// <param name="Evidence">What counted, the weightiest first. Weights are logits and sum to the score's.</param>
public sealed record MatchPair(
    BusinessId First,
    BusinessId Second,
    double Score,
    MatchVerdict Verdict,
    IReadOnlyList<Evidence> Evidence
)
{
    /// <summary>One plain English sentence: what to do, and what speaks for and against it.</summary>
    public string Explain() => EvidenceSentence.Of(this);
}
