using System.Globalization;
using BizGraph.Analysis.Suggestions;
using Kind = BizGraph.Analysis.Suggestions.SuggestionReasonKind;

namespace BizGraph.Api.Reasons;

/// <summary>Reasons of suggestions in English, each a part of a sentence.</summary>
static class EnglishSuggestionReasons
{
    public static string Clause(Suggestion suggestion, SuggestionReason reason, SuggestionVoice voice)
    {
        var you = EnglishSuggestions.You(suggestion, voice);
        var they = voice.IsAddressed ? "they" : suggestion.Whom.Name;
        return reason.Kind switch
        {
            Kind.SharedPartners => $"both are tied to {Names(reason)}",
            Kind.SharedSuppliers => $"both buy from {Names(reason)}",
            Kind.SharedCustomers => $"both sell to {Names(reason)}",
            Kind.LikePartners => LikePartners(suggestion, reason, voice, they),
            Kind.OffersWhatIsNeeded =>
                $"{they} {Verb(voice, "offer")} “{reason.Words[0]}”, {you} {(voice.IsAddressed ? "asked for" : "asks for")} “{reason.Words[1]}”",
            Kind.NeedsWhatIsOffered =>
                $"{they} {Verb(voice, "look")} for “{reason.Words[1]}”, {you} {Verb(voice, "offer")} “{reason.Words[0]}”",
            Kind.IsOfSoughtTrade =>
                $"{they} {(voice.IsAddressed ? "are" : "is")} of the trade “{reason.Words[1]}”, {you} {(voice.IsAddressed ? "asked for" : "asks for")} “{reason.Words[0]}”",
            Kind.SeeksThisTrade =>
                $"{they} {Verb(voice, "look")} for “{reason.Words[0]}”, {you} {(voice.IsAddressed ? "are" : "is")} of the trade “{reason.Words[1]}”",
            Kind.TradesBuyFromEachOther =>
                $"“{reason.Words[1]}” buys from “{reason.Words[0]}” {Times(reason)} as much as trades do on average",
            Kind.TradesTiedHere =>
                $"“{reason.Words[0]}” and “{reason.Words[1]}” have such ties {Times(reason)} as often here as any two trades",
            Kind.SameTrade => $"both are of the trade “{reason.Words[0]}”",
            Kind.Near => $"{Distance(reason.Number ?? 0)} apart",
            Kind.SameLocality when reason.Number is { } kilometers =>
                $"both are in {reason.Words[0]}, {Distance(kilometers)} apart",
            Kind.SameLocality => $"both are in {reason.Words[0]}",
            Kind.SharedTags => $"both stand for {Quoted(reason.Words)}",
            Kind.SharedNetworks => $"both belong to {List(reason.Words)}",
            Kind.TiedOtherwise =>
                $"there is a tie of {List([.. reason.Types.Select(EnglishCatalogue.Ties)])} between {(voice.IsAddressed ? "you" : "them")} already",
            Kind.TiedTheOtherWay => "such a tie runs the other way already",
            Kind.MoreExperience => MoreExperience(suggestion, reason, voice),
            Kind.Sought => $"{they} {(voice.IsAddressed ? "have" : "has")} {reason.Number:N0} such ties already",
            Kind.OpenToIt => $"{they} {(voice.IsAddressed ? "are" : "is")} open to it",
            Kind.AskedForIt => $"{you} {(voice.IsAddressed ? "said that you are" : "is")} open to it",
            Kind.Introduction => Introduction(reason, voice),
            Kind.SameAttributes => $"both have {List([.. reason.Words.Chunk(2).Select(pair => $"{pair[0]} “{pair[1]}”")])}",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, null),
        };
    }

    static string LikePartners(Suggestion suggestion, SuggestionReason reason, SuggestionVoice voice, string they)
    {
        var whose = voice.IsAddressed ? "your" : Whose(suggestion.For.Name);
        var noun = EnglishSuggestions.Noun(suggestion.Kind);
        var nouns = suggestion.Kind switch
        {
            SuggestionKind.FinanceContact or SuggestionKind.OfficialContact or SuggestionKind.PressContact => "contacts",
            SuggestionKind.Supplier or SuggestionKind.Customer or SuggestionKind.Mentor or SuggestionKind.Mentee => $"{noun}s",
            _ => "partners",
        };
        return $"{they} {Verb(voice, "deal")} with the same as {Names(reason)}, {whose} {(reason.Count == 1 ? nouns[..^1] : nouns)} already";
    }

    static string MoreExperience(Suggestion suggestion, SuggestionReason reason, SuggestionVoice voice)
    {
        var years = EnglishCatalogue.Count((long)(reason.Number ?? 0), "year", "years");
        return voice.IsAddressed && suggestion.From == suggestion.For
            ? $"you are {years} longer in business"
            : $"{suggestion.From.Name} is {years} longer in business";
    }

    static string Introduction(SuggestionReason reason, SuggestionVoice voice)
    {
        var them = voice.IsAddressed ? "you" : "them";
        return reason.Businesses.Count > 1
            ? $"{reason.Businesses[0].Name} could introduce {them}, by way of {reason.Businesses[1].Name}"
            : $"{reason.Businesses[0].Name} could introduce {them}";
    }

    static string Whose(string name) => name.EndsWith('s') ? $"{name}’" : $"{name}’s";

    // After a name the verb stands in the third person; "you" and "they" take the bare one.
    static string Verb(SuggestionVoice voice, string verb) => voice.IsAddressed ? verb : $"{verb}s";

    static string Names(SuggestionReason reason) => EnglishCatalogue.NamesOf(reason.Businesses, reason.Count);

    static string Times(SuggestionReason reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{reason.Number ?? 1:0.#} times");

    static string Distance(double kilometers) =>
        kilometers < 0.1 ? "less than 100 m" : string.Create(CultureInfo.InvariantCulture, $"{kilometers:0.0} km");

    static string Quoted(IReadOnlyList<string> words) => List([.. words.Select(word => $"“{word}”")]);

    static string List(IReadOnlyList<string> words) =>
        words.Count > 1 ? $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}" : string.Concat(words);
}
