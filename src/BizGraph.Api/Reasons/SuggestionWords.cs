using BizGraph.Analysis.Suggestions;

namespace BizGraph.Api.Reasons;

/// <summary>Suggestions in words: one catalogue for each language, the same for page, command line and API.</summary>
static class SuggestionWords
{
    const int MostReasons = 4; // in one sentence, beside who could introduce them

    /// <summary>What is suggested: who could be what to whom.</summary>
    public static string Headline(Suggestion suggestion, SuggestionVoice voice) =>
        Sentence(
            voice.Language == Language.De
                ? GermanSuggestions.Headline(suggestion, voice)
                : EnglishSuggestions.Headline(suggestion, voice)
        );

    /// <summary>Why, in one sentence: the strongest of the reasons that are given, and who could introduce them.</summary>
    public static string Because(Suggestion suggestion, IReadOnlyList<SuggestionReason> reasons, SuggestionVoice voice)
    {
        var who = reasons.Where(reason => reason.Kind == SuggestionReasonKind.Introduction);
        var clauses = reasons
            .Where(reason => reason.Kind != SuggestionReasonKind.Introduction)
            .Take(MostReasons)
            .Concat(who)
            .Select(reason => Reason(suggestion, reason, voice))
            .ToList();
        return Sentence(
            clauses.Count > 0 ? string.Join("; ", clauses)
            : voice.Language == Language.De ? GermanSuggestions.NoReason
            : EnglishSuggestions.NoReason
        );
    }

    /// <summary>One reason, as a part of a sentence.</summary>
    public static string Reason(Suggestion suggestion, SuggestionReason reason, SuggestionVoice voice) =>
        voice.Language == Language.De
            ? GermanSuggestionReasons.Clause(suggestion, reason, voice)
            : EnglishSuggestionReasons.Clause(suggestion, reason, voice);

    /// <summary>What the tie would change, in one sentence.</summary>
    /// <param name="suggestion">The suggestion.</param>
    /// <param name="easedSoleSources">The names of suppliers that would be the only ones no longer, as far as they may be named.</param>
    /// <param name="voice">Language, and whether someone is addressed.</param>
    public static string WhatItChanges(Suggestion suggestion, IReadOnlyList<string> easedSoleSources, SuggestionVoice voice) =>
        Sentence(
            voice.Language == Language.De
                ? GermanSuggestions.WhatItChanges(suggestion, easedSoleSources, voice)
                : EnglishSuggestions.WhatItChanges(suggestion, easedSoleSources, voice)
        );

    /// <summary>A short letter to both, ready to copy or mail.</summary>
    /// <param name="suggestion">The suggestion.</param>
    /// <param name="reasons">Reasons that both may read.</param>
    /// <param name="language">The language.</param>
    public static IntroductionText Introduction(Suggestion suggestion, IReadOnlyList<SuggestionReason> reasons, Language language)
    {
        var voice = new SuggestionVoice(language, IsAddressed: false);
        var what = Headline(suggestion, voice);
        var why = reasons.Count > 0 ? $"{what} {Because(suggestion, reasons, voice)}" : what;
        return language == Language.De
            ? GermanSuggestions.Introduction(suggestion, why)
            : EnglishSuggestions.Introduction(suggestion, why);
    }

    /// <summary>The word for what a suggested business would be, such as "supplier".</summary>
    public static string Noun(SuggestionKind kind, Language language) =>
        language == Language.De ? GermanSuggestions.Noun(kind) : EnglishSuggestions.Noun(kind);

    static string Sentence(string clauses) => $"{char.ToUpperInvariant(clauses[0])}{clauses[1..]}.";
}

/// <summary>How a suggestion is told.</summary>
/// <param name="Language">The language.</param>
/// <param name="IsAddressed">Whether the one it is for is called "you"; otherwise both are named.</param>
readonly record struct SuggestionVoice(Language Language, bool IsAddressed);

/// <summary>A letter.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text, lines parted by line feeds.</param>
public sealed record IntroductionText(string Subject, string Body)
{
    /// <summary>The address that opens the letter in a mail program, without addressees: e-mail addresses are private.</summary>
    public string MailTo =>
        $"mailto:?subject={Uri.EscapeDataString(Subject)}&body={Uri.EscapeDataString(Body.ReplaceLineEndings("\r\n"))}";
}
