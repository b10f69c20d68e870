using System.Globalization;
using BizGraph.Analysis.Gaps;
using BizGraph.Model;
using static BizGraph.Api.Reasons.GermanFigures;

namespace BizGraph.Api.Reasons;

/// <summary>What is missing, in German.</summary>
static class GermanGaps
{
    public static string Heading(GapKind kind) =>
        kind switch
        {
            GapKind.Isolated => "Betriebe ohne Verbindung",
            GapKind.Island => "Kleine Gruppen, abgeschnitten vom Rest",
            GapKind.OneTie => "Betriebe mit einer einzigen Verbindung",
            GapKind.OneWay => "Betriebe, deren Verbindungen alle in eine Richtung laufen",
            GapKind.FarFromCore => "Betriebe weit vom Kern",
            GapKind.SinglePoint => "Organisationen, an denen andere hängen",
            GapKind.OnlyTie => "Verbindungen, an denen andere hängen",
            GapKind.SoleSource => "Nur von einem Lieferanten bezogen",
            GapKind.Left => "Ausgeschieden",
            GapKind.Quiet => "Still geworden",
            GapKind.StructuralHole => "Gruppen, die sich nützen könnten und kaum kennen",
            GapKind.BoughtOutside => "Auswärts gekauft, obwohl hier angeboten",
            GapKind.MissingTrade => "Gesucht, und hier von niemandem angeboten",
            GapKind.NoMentor => "Junge Betriebe ohne Mentor",
            GapKind.NoMentee => "Erfahrene Betriebe ohne Schützling",
            GapKind.OneSided => "Einseitige Beziehungen",
            GapKind.AmongThemselves => "Gruppen, die unter sich bleiben",
            GapKind.NoFinance => "Keine Bank in Reichweite",
            GapKind.NoPublicBody => "Keine öffentliche Stelle in Reichweite",
            GapKind.NoPress => "Keine Presse in Reichweite",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Sentence(Gap gap) =>
        gap.Kind switch
        {
            GapKind.Isolated =>
                $"{First(gap)} hat zu keiner der {Number(gap, EvidenceKind.Unreached)} anderen Organisationen im Netzwerk eine Verbindung{Fitting(gap)}.",
            GapKind.Island =>
                $"{Names(gap.Businesses)} sind nur untereinander verbunden und von {Organizations(gap, EvidenceKind.Unreached)} im Netzwerk abgeschnitten.",
            GapKind.OneTie =>
                $"{First(gap)} hängt an einer einzigen Verbindung, zu {NamesAfterTo(gap, EvidenceKind.Contacts)}{Fitting(gap)}.",
            GapKind.OneWay when gap.Find(EvidenceKind.GivesTo) is not null =>
                $"Die Verbindungen von {First(gap)} laufen alle in eine Richtung: an {Names(gap, EvidenceKind.GivesTo)}; zurück kommt von niemandem etwas.",
            GapKind.OneWay =>
                $"Die Verbindungen von {First(gap)} laufen alle in eine Richtung: von {NamesAfterTo(gap, EvidenceKind.GetsFrom)}; an niemanden geht etwas zurück.",
            GapKind.FarFromCore =>
                $"{First(gap)} ist {Steps(gap.Number(EvidenceKind.StepsToCore))} vom Kern des Netzwerks entfernt; der Durchschnitt ist {gap.Number(EvidenceKind.MeanStepsToCore).ToString("0.0", Numbers)}.",
            GapKind.SinglePoint =>
                $"Würde {First(gap)} schließen, wären {Organizations(gap, EvidenceKind.CutOff)} vom Rest abgeschnitten: {Names(gap, EvidenceKind.CutOff)}.",
            GapKind.OnlyTie =>
                $"Nur die Verbindung zwischen {gap.Businesses[0].Name} und {gap.Businesses[1].Name} hält {Organizations(gap, EvidenceKind.CutOff)} am Rest: {Names(gap, EvidenceKind.CutOff)}.",
            GapKind.SoleSource => SoleSource(gap),
            GapKind.Left or GapKind.Quiet => Departure(gap),
            GapKind.StructuralHole => Hole(gap),
            GapKind.BoughtOutside =>
                $"{Buyers(gap)} {Trade(gap)} auswärts, obwohl {Names(gap, EvidenceKind.Alternatives)} es hier {(gap.Number(EvidenceKind.Alternatives) == 1 ? "anbietet" : "anbieten")}.",
            GapKind.MissingTrade when gap.Find(EvidenceKind.Buyers) is not null =>
                $"{Buyers(gap)} {Trade(gap)} auswärts, und hier verkauft es niemand.",
            GapKind.MissingTrade =>
                $"{Count(gap, EvidenceKind.Seekers, "Betrieb sucht", "Betriebe suchen")} {Trade(gap)}, und hier bietet es niemand an.",
            GapKind.NoMentor or GapKind.NoMentee => Mentoring(gap),
            GapKind.OneSided => OneSided(gap),
            GapKind.AmongThemselves => Group(gap),
            GapKind.NoFinance => Contact(gap, "keine Bank oder andere Geldgeber"),
            GapKind.NoPublicBody => Contact(gap, "keine öffentliche Stelle"),
            GapKind.NoPress => Contact(gap, "keine Presse oder andere Medien"),
            _ => throw new ArgumentOutOfRangeException(nameof(gap), gap.Kind, null),
        };

    static string Fitting(Gap gap) =>
        (long)gap.Number(EvidenceKind.Fitting) switch
        {
            0 => "",
            1 => ", obwohl eine sucht, was der Betrieb anbietet, oder anbietet, was er sucht",
            _ => $", obwohl {Number(gap, EvidenceKind.Fitting)} suchen, was der Betrieb anbietet, oder anbieten, was er sucht",
        };

    static string SoleSource(Gap gap)
    {
        var buyers = gap.Find(EvidenceKind.Buyers)!;
        var who =
            buyers.Businesses.Count == 1
                ? $"{buyers.Businesses[0].Name} kauft"
                : $"{Number(gap, EvidenceKind.Buyers)} Betriebe kaufen";
        var others =
            gap.Number(EvidenceKind.Alternatives) == 0
                ? "; sonst verkauft es niemand im Netzwerk"
                : $", obwohl {Count(gap, EvidenceKind.Alternatives, "anderer es auch verkauft", "andere es auch verkaufen")}";
        return $"{who} {Trade(gap)} nur bei {First(gap)}{others}.";
    }

    static string Departure(Gap gap)
    {
        var last = gap.Find(EvidenceKind.LastDay)?.Text;
        if (gap.Find(EvidenceKind.EarlierDay) is { } day)
        {
            var before = $"am {Day(day.Text!)} mit {Number(gap, EvidenceKind.EarlierContacts)} anderen verbunden";
            return gap.Kind == GapKind.Left
                ? $"{gap.Identity.Parts[0]} war {before} und steht nicht mehr in den Listen."
                : $"{First(gap)} war {before}, jetzt mit {Number(gap, EvidenceKind.Contacts)}.";
        }

        var partners = gap.Find(EvidenceKind.FormerPartners)!;
        return gap.Kind == GapKind.Left
                ? $"{First(gap)} hat geschlossen{(last is null ? "" : $", letzte Verbindung am {Day(last)}")}; {Count(gap, EvidenceKind.FormerPartners, "Organisation hatte", "Organisationen hatten")} damit zu tun: {Names(gap, EvidenceKind.FormerPartners)}."
            : last is null ? $"{First(gap)} ist still geworden: alle Verbindungen sind beendet."
            : $"{First(gap)} ist still geworden: nach dem {Day(last)} ist nichts mehr verzeichnet.";
    }

    static string Hole(Gap gap)
    {
        var (one, other) = (gap.Find(EvidenceKind.OneGroup)!, gap.Find(EvidenceKind.OtherGroup)!);
        var ties =
            gap.Number(EvidenceKind.TiesBetween) == 0
                ? "keine Verbindung"
                : Count(gap, EvidenceKind.TiesBetween, "Verbindung", "Verbindungen");
        return $"Die {Number(gap, EvidenceKind.OneGroup)} um {one.Businesses[0].Name} und die {Number(gap, EvidenceKind.OtherGroup)} um {other.Businesses[0].Name} haben "
            + $"untereinander {ties}, wo der Zufall etwa {gap.Number(EvidenceKind.ExpectedTies):0} gäbe; "
            + $"{Count(gap, EvidenceKind.Complements, "Mitglied könnte", "Mitglieder könnten")} bei der anderen Gruppe kaufen.";
    }

    static string Mentoring(Gap gap)
    {
        var age = Count(gap, EvidenceKind.Age, "Jahr", "Jahre");
        if (gap.Kind == GapKind.NoMentee)
        {
            var young = gap.Find(EvidenceKind.PossibleMentees)!;
            return $"{First(gap)}, {age} alt, berät niemanden, obwohl {Names(young.Businesses)} keinen Mentor {(young.Value == 1 ? "hat" : "haben")}.";
        }

        var mentors = gap.Find(EvidenceKind.PossibleMentors)!.Businesses;
        var could = mentors.Count == 0 ? "" : $", obwohl {Names(mentors)} es sein {(mentors.Count == 1 ? "könnte" : "könnten")}";
        return $"{First(gap)}, {age} alt, hat keinen Mentor{could}.";
    }

    static string OneSided(Gap gap)
    {
        var refers = gap.Find(EvidenceKind.TieType)!.Text == nameof(RelationshipType.Refers);
        return gap.Find(EvidenceKind.GivesTo) is not null
            ? $"{First(gap)} {(refers ? "schickt Kunden zu" : "verkauft an")} {Number(gap, EvidenceKind.GivesTo)} anderen und {(refers ? "bekommt von niemandem welche" : "kauft bei niemandem im Netzwerk")}."
            : $"{First(gap)} {(refers ? "bekommt Kunden von" : "kauft bei")} {Number(gap, EvidenceKind.GetsFrom)} anderen und {(refers ? "schickt niemandem welche" : "verkauft an niemanden im Netzwerk")}.";
    }

    static string Group(Gap gap)
    {
        var group = gap.Find(EvidenceKind.Group)!;
        var who = gap.Find(EvidenceKind.Grouping)!.Text switch
        {
            "network" => $"Mitglieder von {group.Text}",
            "locality" => $"Organisationen in {group.Text}",
            "ownership" => Owned(group.Text!),
            _ => $"Organisationen mit „{group.Text}“",
        };
        return $"Die {Number(gap, EvidenceKind.Group)} {who} bleiben unter sich: {Count(gap, EvidenceKind.TiesInside, "Verbindung", "Verbindungen")} innen, "
            + $"{Number(gap, EvidenceKind.TiesOutside)} zu anderen (E–I-Index {gap.Number(EvidenceKind.EiIndex).ToString("0.00", Numbers)}; die Größe allein gäbe {gap.Number(EvidenceKind.ExpectedEiIndex).ToString("0.00", Numbers)}).";
    }

    static string Owned(string ownership) =>
        Enum.Parse<Ownership>(ownership) switch
        {
            Ownership.LocalIndependent => "Organisationen in örtlicher Hand",
            Ownership.Regional => "Organisationen regionaler Gruppen",
            Ownership.National => "Organisationen landesweiter Gruppen",
            Ownership.International => "Organisationen internationaler Gruppen",
            var unknown => throw new ArgumentOutOfRangeException(nameof(ownership), unknown, null),
        };

    static string Contact(Gap gap, string what) =>
        gap.Businesses.Count == 0 ? $"Das Netzwerk hat {what}."
        : gap.Find(EvidenceKind.Nearest) is { Value: { } steps } nearest
            ? $"{First(gap)} hat {what} in Reichweite: am nächsten ist {nearest.Businesses[0].Name}, {Steps(steps)} entfernt."
        : $"{First(gap)} hat {what} in Reichweite: kein Weg führt hin.";

    static string First(Gap gap) => gap.Businesses[0].Name;

    static string Trade(Gap gap) => $"„{gap.Find(EvidenceKind.Trade)!.Text}“";

    static string Buyers(Gap gap) => Count(gap, EvidenceKind.Buyers, "Betrieb kauft", "Betriebe kaufen");

    static string Steps(double steps) => steps == 1 ? "1 Schritt" : $"{steps:0} Schritte";

    static string Organizations(Gap gap, EvidenceKind kind) => Count(gap, kind, "Organisation", "Organisationen");

    static string Number(Gap gap, EvidenceKind kind) => GermanFigures.Number(gap.Number(kind));

    static string Count(Gap gap, EvidenceKind kind, string one, string many) => GermanFigures.Count(gap.Number(kind), one, many);

    static string Names(Gap gap, EvidenceKind kind) =>
        NamesOf(gap.Find(kind)!.Businesses, (long)gap.Number(kind), isDative: false);

    // After "zu" and "von".
    static string NamesAfterTo(Gap gap, EvidenceKind kind) =>
        NamesOf(gap.Find(kind)!.Businesses, (long)gap.Number(kind), isDative: true);

    static string Names(IReadOnlyList<Business> businesses) => NamesOf(businesses, businesses.Count, isDative: false);

    static string NamesOf(IReadOnlyList<Business> businesses, long all, bool isDative)
    {
        var names = businesses.Take(EnglishCatalogue.MostNamed).Select(business => business.Name).ToList();
        var others = all - names.Count;
        return others > 0 ? $"{string.Join(", ", names)} und {More(others, isDative)}"
            : names.Count > 1 ? $"{string.Join(", ", names[..^1])} und {names[^1]}"
            : string.Concat(names);
    }

    static string Day(string day) => GermanFigures.Day(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
