using BizGraph.Analysis.Suggestions;

namespace BizGraph.Api.Reasons;

/// <summary>Suggestions in German. A sentence has neither its capital nor its full stop yet.</summary>
static class GermanSuggestions
{
    public const string NoReason = "kein einzelner Grund sticht hervor; solche Betriebe sind hier oft verbunden";

    public static string Noun(SuggestionKind kind) =>
        kind switch
        {
            SuggestionKind.Supplier => "Lieferant",
            SuggestionKind.Customer => "Kunde",
            SuggestionKind.ReferralPartner => "Empfehlungspartner",
            SuggestionKind.Mentor => "Mentor",
            SuggestionKind.Mentee => "Schützling",
            SuggestionKind.JointOffer => "Partner für ein gemeinsames Angebot",
            SuggestionKind.ComplementaryOffer => "Partner einer anderen Branche",
            SuggestionKind.Barter => "Tauschpartner",
            SuggestionKind.SharedPremises => "Partner zum Teilen",
            SuggestionKind.FinanceContact => "Kontakt für Finanzierung",
            SuggestionKind.OfficialContact => "Kontakt in der Verwaltung",
            SuggestionKind.PressContact => "Kontakt in der Presse",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Headline(Suggestion suggestion, SuggestionVoice voice)
    {
        var (whom, of) = (suggestion.Whom.Name, You(suggestion, voice));
        return suggestion.Kind switch
        {
            SuggestionKind.Supplier => $"{whom} könnte {of} beliefern",
            SuggestionKind.Customer => $"{whom} könnte bei {Dative(suggestion, voice)} kaufen",
            SuggestionKind.ReferralPartner => $"{whom} könnte Kunden zu {Dative(suggestion, voice)} schicken",
            SuggestionKind.Mentor => $"{whom} könnte {of} beraten",
            SuggestionKind.Mentee => $"{of} {Can(voice)} {whom} beraten",
            SuggestionKind.JointOffer => $"{of} und {whom} könnten gemeinsam größere Kunden bedienen",
            SuggestionKind.ComplementaryOffer => $"{of} und {whom} könnten etwas anbieten, was keiner allein hat",
            SuggestionKind.Barter => $"{of} und {whom} könnten Waren, Leistungen oder Können tauschen",
            SuggestionKind.SharedPremises => $"{of} und {whom} könnten Räume, Geräte oder Personal teilen",
            SuggestionKind.FinanceContact => $"{whom} könnte {of} finanzieren",
            SuggestionKind.OfficialContact => $"{whom} könnte die Stelle sein, die {of} kennen {Should(voice)}",
            SuggestionKind.PressContact => $"{whom} könnte der Pressekontakt sein, den {of} kennen {Should(voice)}",
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
                $"{You(suggestion, voice)} {(voice.IsAddressed ? "kämen" : "käme")} in zwei Schritten zu {Number(effect.ReachAfter)} anderen statt zu {Number(effect.ReachBefore)}"
            );
        }

        if (effect.JoinsComponents)
        {
            parts.Add("zwei Teile des Netzwerks, zwischen denen es keinen Weg gibt, wären verbunden");
        }

        if (easedSoleSources.Count > 0)
        {
            parts.Add(
                $"{string.Join(" und ", easedSoleSources)} {(easedSoleSources.Count > 1 ? "wären" : "wäre")} nicht mehr die einzige Quelle"
            );
        }

        return parts.Count > 0 ? string.Join("; ", parts) : "an den Wegen zueinander änderte sich nichts";
    }

    public static IntroductionText Introduction(Suggestion suggestion, string why) =>
        new(
            $"Zum Kennenlernen: {suggestion.For.Name} und {suggestion.Whom.Name}",
            $"Guten Tag {suggestion.For.Name}, guten Tag {suggestion.Whom.Name},\n\ngern möchte ich Sie miteinander bekannt machen. {why}\n\n"
                + "Möchten Sie sich treffen oder einmal telefonieren? Ich bringe Sie gern zusammen.\n"
        );

    public static string You(Suggestion suggestion, SuggestionVoice voice) => voice.IsAddressed ? "Sie" : suggestion.For.Name;

    static string Dative(Suggestion suggestion, SuggestionVoice voice) => voice.IsAddressed ? "Ihnen" : suggestion.For.Name;

    static string Can(SuggestionVoice voice) => voice.IsAddressed ? "könnten" : "könnte";

    static string Should(SuggestionVoice voice) => voice.IsAddressed ? "sollten" : "sollte";

    static string Number(int number) => number.ToString("N0", GermanFigures.Numbers);
}
