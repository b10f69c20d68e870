using BizGraph.Analysis.Gaps;

namespace BizGraph.Api.Reasons;

/// <summary>Gaps in words: one catalogue for each language, the same for page, command line and API.</summary>
static class GapWords
{
    /// <summary>One sentence that says what is missing, with the numbers it rests on. Money is private and in none.</summary>
    public static string Sentence(Gap gap, Language language) =>
        language == Language.De ? GermanGaps.Sentence(gap) : EnglishGaps.Sentence(gap);

    /// <summary>One sentence that says what to do next.</summary>
    public static string NextAction(Gap gap, Language language) =>
        language == Language.De ? GermanGapActions.Sentence(gap) : EnglishGapActions.Sentence(gap);

    /// <summary>The heading above gaps of a kind.</summary>
    public static string Heading(GapKind kind, Language language) =>
        language == Language.De ? GermanGaps.Heading(kind) : EnglishGaps.Heading(kind);
}
