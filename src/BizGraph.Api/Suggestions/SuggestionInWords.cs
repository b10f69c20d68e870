using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Decisions;
using BizGraph.Api.Reasons;

namespace BizGraph.Api.Suggestions;

/// <summary>A suggestion as one viewer is told of it, in a language, and what people decided about it.</summary>
/// <param name="Suggestion">The suggestion.</param>
/// <param name="Disclosure">What may be told.</param>
/// <param name="Decision">The decision; null where there is none.</param>
/// <param name="Language">The language.</param>
/// <param name="Viewer">Who is told.</param>
public sealed record SuggestionInWords(
    Suggestion Suggestion,
    Disclosure Disclosure,
    Decision? Decision,
    Language Language,
    Viewer Viewer = Viewer.Organizer
)
{
    /// <summary>A member is addressed; an organizer reads of two others.</summary>
    SuggestionVoice Voice => new(Language, IsAddressed: Viewer == Viewer.Member);

    /// <summary>By what it is known again.</summary>
    public string Id => SuggestionIdentity.Of(Suggestion.Key);

    /// <summary>The reasons that the viewer may read.</summary>
    public IReadOnlyList<SuggestionReason> Reasons => Disclosure.ReasonsFor(Suggestion, Viewer);

    /// <summary>Who could be what to whom.</summary>
    public string Headline => SuggestionWords.Headline(Suggestion, Voice);

    /// <summary>Why.</summary>
    public string Because => SuggestionWords.Because(Suggestion, Reasons, Voice);

    /// <summary>What the tie would change.</summary>
    public string WhatItChanges =>
        SuggestionWords.WhatItChanges(
            Suggestion,
            [.. Disclosure.EasedSoleSourcesFor(Suggestion, Viewer).Select(business => business.Name)],
            Voice
        );

    /// <summary>A letter to both.</summary>
    public IntroductionText Introduction =>
        SuggestionWords.Introduction(Suggestion, Disclosure.ReasonsForBoth(Suggestion), Language);

    /// <summary>One reason in words.</summary>
    public string Clause(SuggestionReason reason) => SuggestionWords.Reason(Suggestion, reason, Voice);
}
