using BizGraph.Ingest.Matching.Candidates;
using BizGraph.Ingest.Matching.Comparing;
using BizGraph.Ingest.Matching.Grouping;

namespace BizGraph.Ingest.Matching;

/// <summary>Finds the entries that are one business, written differently.</summary>
/// <remarks>
/// The sum of weighted evidence of Fellegi and Sunter (1969): names by the rarity of their words, numbers, telephone, address, web. Its weights were fitted to
/// labelled sets (docs/matching.md). Time and memory grow with the number of entries, not of pairs.
/// </remarks>
public static class BusinessMatcher
{
    /// <summary>Compares all entries that come near each other.</summary>
    /// <param name="entries">Each id once, in any order: it changes nothing.</param>
    /// <param name="options">Thresholds, and what people decided.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">An id stands twice, or the thresholds are out of order.</exception>
    public static MatchResult Find(
        IEnumerable<MatchEntry> entries,
        MatchOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        options ??= MatchOptions.Default;
        options.Validate();
        var data = new Preparation(entries, cancellation);
        var scores = PairScores.Of(data, CandidateIndex.Find(data, options.Arrived, cancellation), cancellation);
        var partners = new Partners(scores);
        var groups = Groups.Build(scores, partners, new Decisions(data, options), options, cancellation);
        return new MatchReport(scores, partners, groups, options).Write(cancellation);
    }
}
