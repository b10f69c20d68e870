using BizGraph.Analysis.Suggestions;
using BizGraph.Model;
using Kind = BizGraph.Analysis.Suggestions.SuggestionReasonKind;

namespace BizGraph.Api.Reasons;

/// <summary>Reasons of suggestions in German, each a part of a sentence.</summary>
static class GermanSuggestionReasons
{
    public static string Clause(Suggestion suggestion, SuggestionReason reason, SuggestionVoice voice)
    {
        var (you, whom) = (GermanSuggestions.You(suggestion, voice), suggestion.Whom.Name);
        return reason.Kind switch
        {
            Kind.SharedPartners => $"beide sind mit {Names(reason, "weiteren")} verbunden",
            Kind.SharedSuppliers => $"beide kaufen bei {Names(reason, "weiteren")}",
            Kind.SharedCustomers => $"beide liefern an {Names(reason, "weitere")}",
            Kind.LikePartners =>
                $"{whom} hat mit denselben zu tun wie {Names(reason, "weitere")}, mit denen {you} schon auf diese Art verbunden {Verb(voice, "ist", "sind")}",
            Kind.OffersWhatIsNeeded =>
                $"{whom} bietet „{reason.Words[0]}“, {you} {Verb(voice, "sucht", "suchen")} „{reason.Words[1]}“",
            Kind.NeedsWhatIsOffered =>
                $"{whom} sucht „{reason.Words[1]}“, {you} {Verb(voice, "bietet", "bieten")} „{reason.Words[0]}“",
            Kind.IsOfSoughtTrade =>
                $"{whom} ist in der Branche „{reason.Words[1]}“, {you} {Verb(voice, "sucht", "suchen")} „{reason.Words[0]}“",
            Kind.SeeksThisTrade =>
                $"{whom} sucht „{reason.Words[0]}“, {you} {Verb(voice, "ist", "sind")} in der Branche „{reason.Words[1]}“",
            Kind.TradesBuyFromEachOther =>
                $"„{reason.Words[1]}“ kauft bei „{reason.Words[0]}“ {Times(reason)} so viel wie Branchen im Durchschnitt",
            Kind.TradesTiedHere =>
                $"„{reason.Words[0]}“ und „{reason.Words[1]}“ sind hier {Times(reason)} so oft auf diese Art verbunden wie zwei beliebige Branchen",
            Kind.SameTrade => $"beide sind in der Branche „{reason.Words[0]}“",
            Kind.Near => $"{Distance(reason.Number ?? 0)} voneinander entfernt",
            Kind.SameLocality when reason.Number is { } kilometers =>
                $"beide sind in {reason.Words[0]}, {Distance(kilometers)} voneinander entfernt",
            Kind.SameLocality => $"beide sind in {reason.Words[0]}",
            Kind.SharedTags => $"beide stehen für {Quoted(reason.Words)}",
            Kind.SharedNetworks => $"beide gehören zu {List(reason.Words)}",
            Kind.TiedOtherwise => $"sie sind schon anders verbunden: {List([.. reason.Types.Select(Ties)])}",
            Kind.TiedTheOtherWay => "in die andere Richtung gibt es eine solche Verbindung schon",
            Kind.MoreExperience => MoreExperience(suggestion, reason, voice),
            Kind.Sought => $"{whom} hat schon {(reason.Number ?? 0).ToString("N0", GermanFigures.Numbers)} solche Verbindungen",
            Kind.OpenToIt => $"{whom} ist offen dafür",
            Kind.AskedForIt => $"{you} {Verb(voice, "ist", "sind")} offen dafür",
            Kind.Introduction => Introduction(reason, voice),
            Kind.SameAttributes => $"beide haben {List([.. reason.Words.Chunk(2).Select(pair => $"{pair[0]} „{pair[1]}“")])}",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, null),
        };
    }

    public static string Ties(RelationshipType type) =>
        type switch
        {
            RelationshipType.Supplies => "Lieferung",
            RelationshipType.Refers => "Empfehlung",
            RelationshipType.Mentors => "Beratung",
            RelationshipType.Partners => "Partnerschaft",
            RelationshipType.Exchanges => "Tausch",
            RelationshipType.Shares => "gemeinsame Nutzung",
            RelationshipType.Sponsors => "Förderung",
            RelationshipType.Finances => "Finanzierung",
            RelationshipType.Knows => "Bekanntschaft",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };

    static string MoreExperience(Suggestion suggestion, SuggestionReason reason, SuggestionVoice voice)
    {
        var years = reason.Number is 1 ? "1 Jahr" : $"{(reason.Number ?? 0).ToString("N0", GermanFigures.Numbers)} Jahre";
        return voice.IsAddressed && suggestion.From == suggestion.For
            ? $"Sie sind {years} länger am Markt"
            : $"{suggestion.From.Name} ist {years} länger am Markt";
    }

    static string Introduction(SuggestionReason reason, SuggestionVoice voice)
    {
        var them = voice.IsAddressed ? "Sie" : "beide";
        return reason.Businesses.Count > 1
            ? $"{reason.Businesses[0].Name} könnte {them} über {reason.Businesses[1].Name} bekannt machen"
            : $"{reason.Businesses[0].Name} könnte {them} bekannt machen";
    }

    // "Sie" takes the plural, a name the singular.
    static string Verb(SuggestionVoice voice, string one, string many) => voice.IsAddressed ? many : one;

    static string Names(SuggestionReason reason, string more)
    {
        var names = reason.Businesses.Take(EnglishCatalogue.MostNamed).Select(business => business.Name).ToList();
        var others = reason.Count - names.Count;
        return others > 0 ? $"{string.Join(", ", names)} und {others.ToString("N0", GermanFigures.Numbers)} {more}" : List(names);
    }

    static string Times(SuggestionReason reason) => $"{(reason.Number ?? 1).ToString("0.#", GermanFigures.Numbers)}-mal";

    static string Distance(double kilometers) =>
        kilometers < 0.1 ? "weniger als 100 m" : $"{kilometers.ToString("0.0", GermanFigures.Numbers)} km";

    static string Quoted(IReadOnlyList<string> words) => List([.. words.Select(word => $"„{word}“")]);

    static string List(IReadOnlyList<string> words) =>
        words.Count > 1 ? $"{string.Join(", ", words.SkipLast(1))} und {words[^1]}" : string.Concat(words);
}
