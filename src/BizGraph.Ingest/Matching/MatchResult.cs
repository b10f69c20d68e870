using BizGraph.Model;

namespace BizGraph.Ingest.Matching;

/// <summary>Which entries are one business, and which may be.</summary>
/// <param name="Pairs">The pairs that came near, the likeliest first, then by id.</param>
/// <param name="Groups">Entries that are one business, two or more each, ids in order: what the Merge pairs come to.</param>
public sealed record MatchResult(IReadOnlyList<MatchPair> Pairs, IReadOnlyList<IReadOnlyList<BusinessId>> Groups);
