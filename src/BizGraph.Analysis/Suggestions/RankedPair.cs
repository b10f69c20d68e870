namespace BizGraph.Analysis.Suggestions;

/// <summary>A pair that may be suggested, and how strong its evidence is.</summary>
readonly record struct RankedPair(SuggestionKind Kind, int Of, int Whom, double Score);
