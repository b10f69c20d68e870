using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Decisions;
using BizGraph.Api.Reasons;
using BizGraph.Model;

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

    /// <summary>What people decided, as far as the viewer is told: their words about a pair are not for its ends.</summary>
    public Decision? ToldDecision => Viewer == Viewer.Member ? null : Decision;

    /// <summary>What it is ranked by; to a member in whole tenths, since it rests on other people's ties and on private columns.</summary>
    public double Score => Viewer == Viewer.Member ? Math.Round(Suggestion.Score, 1) : Suggestion.Score;

    /// <summary>How probable such a tie is; to a member in whole hundredths.</summary>
    public double? Probability =>
        Viewer == Viewer.Member && Suggestion.Probability is { } exact ? Math.Round(exact, 2) : Suggestion.Probability;

    /// <summary>A business as the viewer reads it.</summary>
    public Business Told(Business business) => Disclosure.Told(business, Viewer);

    /// <summary>One reason in words.</summary>
    public string Clause(SuggestionReason reason) => SuggestionWords.Reason(Suggestion, reason, Voice);
}
