using BizGraph.Analysis.Suggestions;

namespace BizGraph.Api.Reasons;

/// <summary>Suggestions in English. A sentence has neither its capital nor its full stop yet.</summary>
static class EnglishSuggestions
{
    public const string NoReason = "no single reason stands out; such businesses are often tied here";

    public static string Noun(SuggestionKind kind) =>
        kind switch
        {
            SuggestionKind.Supplier => "supplier",
            SuggestionKind.Customer => "customer",
            SuggestionKind.ReferralPartner => "referral partner",
            SuggestionKind.Mentor => "mentor",
            SuggestionKind.Mentee => "mentee",
            SuggestionKind.JointOffer => "partner for a joint offer",
            SuggestionKind.ComplementaryOffer => "partner of another trade",
            SuggestionKind.Barter => "partner to exchange with",
            SuggestionKind.SharedPremises => "partner to share with",
            SuggestionKind.FinanceContact => "finance contact",
            SuggestionKind.OfficialContact => "official contact",
            SuggestionKind.PressContact => "press contact",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Headline(Suggestion suggestion, SuggestionVoice voice)
    {
        var (whom, of) = (suggestion.Whom.Name, You(suggestion, voice));
        return suggestion.Kind switch
        {
            SuggestionKind.Supplier => $"{whom} could supply {of}",
            SuggestionKind.Customer => $"{whom} could buy from {of}",
            SuggestionKind.ReferralPartner => $"{whom} could send clients to {of}",
            SuggestionKind.Mentor => $"{whom} could advise {of}",
            SuggestionKind.Mentee => $"{of} could advise {whom}",
            SuggestionKind.JointOffer => $"{of} and {whom} could serve larger clients together",
            SuggestionKind.ComplementaryOffer => $"{of} and {whom} could make an offer that neither has alone",
            SuggestionKind.Barter => $"{of} and {whom} could exchange goods, services or skills",
            SuggestionKind.SharedPremises => $"{of} and {whom} could share premises, equipment or staff",
            SuggestionKind.FinanceContact => $"{whom} could finance {of}",
            SuggestionKind.OfficialContact => $"{whom} could be the public body that {of} should know",
            SuggestionKind.PressContact => $"{whom} could be the press contact that {of} should know",
            _ => throw new ArgumentOutOfRangeException(nameof(suggestion), suggestion.Kind, null),
        };
    }

    public static string WhatItChanges(Suggestion suggestion, IReadOnlyList<string> easedSoleSources, SuggestionVoice voice)
    {
        var effect = suggestion.Effect;
        var parts = new List<string>();
        if (effect.ReachAfter > effect.ReachBefore)
        {
            parts.Add(
                $"{You(suggestion, voice)} would come to {EnglishCatalogue.Count(effect.ReachAfter, "other", "others")} within two steps instead of {effect.ReachBefore:N0}"
            );
        }

        if (effect.JoinsComponents)
        {
            parts.Add("two parts of the network that have no way to each other would be joined");
        }

        if (easedSoleSources.Count > 0)
        {
            parts.Add($"{string.Join(" and ", easedSoleSources)} would no longer be the only source");
        }

        return parts.Count > 0 ? string.Join("; ", parts) : "who comes to whom would stay as it is";
    }

    public static IntroductionText Introduction(Suggestion suggestion, string why) =>
        new(
            $"Introduction: {suggestion.For.Name} and {suggestion.Whom.Name}",
            $"Dear {suggestion.For.Name}, dear {suggestion.Whom.Name},\n\nI would like to introduce you to each other. {why}\n\n"
                + "Would you like to meet, or talk on the phone? I gladly bring you together.\n"
        );

    public static string You(Suggestion suggestion, SuggestionVoice voice) => voice.IsAddressed ? "you" : suggestion.For.Name;
}
