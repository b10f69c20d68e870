using static BizGraph.Api.Reasons.GermanFigures;

namespace BizGraph.Api.Languages;

/// <summary>The plain pages in German.</summary>
sealed class GermanPages : IPageWords
{
    public static GermanPages Instance { get; } = new();

    public string Skip => "Zum Inhalt springen";
    public string Pages => "Seiten";
    public string Overview => "Überblick";
    public string WhatIsMissing => "Was fehlt";
    public string Introductions => "Bekannt machen";
    public string AllBusinesses => "Alle Betriebe";
    public string Imports => "Importe";
    public string OneOrTwo => "Doppelt?";
    public string OtherLanguage => "English";
    public string NotFound => "Nicht gefunden";
    public string NoSuchBusiness => "Diesen Betrieb gibt es nicht";
    public string MayBeTakenBack => "Vielleicht wurde er mit einem Import zurückgenommen.";
    public string Refused => "Nicht ausgeführt";
    public string ForeignForm =>
        "Dieses Formular kam von einer fremden Seite. Bitte öffnen Sie die Seite von BizGraph und benutzen Sie das Formular dort.";
    public string BeingWorkedOut => "Wird gerade berechnet. Bitte laden Sie die Seite gleich noch einmal.";
    public string Back => "Zurück";
    public string More => "Weiter";
    public string NothingFound => "Nichts gefunden.";
    public string Next => "Nächster Schritt:";

    public string TheSampleTown => "Die Beispielstadt";
    public string YourNetwork => "Ihr Netzwerk";
    public string SampleIsInvented => "Dies ist die Beispielstadt; alle Namen darin sind erfunden.";
    public string TakeInYourOwn => "Hier können Sie Ihre eigenen Listen einlesen.";
    public string TakeInByCommand => "Oder mit einem Befehl; diese Seite zeigt sie nach zwei Sekunden:";
    public string IntroduceThisWeek => "Wen Sie diese Woche bekannt machen können";
    public string NobodyToIntroduce => "Zurzeit niemand.";
    public string WithoutTie => "Betriebe ohne Verbindung";
    public string BestConnected => "Am besten vernetzt";
    public string FindABusiness => "Einen Betrieb suchen";
    public string NameOrPlace => "Name oder Ort";
    public string Find => "Suchen";
    public string TakeInYourLists => "Ihre Listen einlesen";

    public string LeftOut => "Verworfenes und Erledigtes steht nicht dabei.";
    public string ShowLeftOut => "Auch das zeigen";
    public string AllKinds => "Alle Arten";
    public string NothingOfThisKind => "Von dieser Art gibt es nichts.";
    public string MoreGaps => "Weitere Lücken";
    public string MoreIntroductions => "Weitere Vorschläge";
    public string MoreBusinesses => "Weitere Betriebe";
    public string ThisWeek => "Diese Woche";
    public string Decided => "Entschieden";
    public string NothingDecided => "Noch wurde nichts entschieden.";
    public string WriteToBoth => "Beiden schreiben";

    public string Number(long number) => Reasons.GermanFigures.Number(number);

    public string Day(DateOnly day) => Reasons.GermanFigures.Day(day);

    public string Gaps(long count) => Count(count, "Lücke", "Lücken");

    public string IntroductionsOf(long count) => Count(count, "Vorschlag zum Bekanntmachen", "Vorschläge zum Bekanntmachen");

    public string Suggestions(long count) => Count(count, "Vorschlag", "Vorschläge");

    public string InAll(string counted) => $"Insgesamt {counted}";

    public string InFile(string counted, string file) => $"Geschrieben nach {file}: {counted}.";

    public string AllOf(long count) => $"Alle {Number(count)}";

    public string NetworkVersion(long version) => $"Stand {version} des Netzwerks.";

    public string TiedTo(long others) => $"mit {Count(others, "anderen", "anderen")} verbunden";

    public string GapsIntro(long count) =>
        $"{Gaps(count)}, die dringendsten zuerst. Bei jeder steht, worauf sie beruht und was Sie als Nächstes tun können.";

    public string IntroductionsIntro(long count) =>
        $"{IntroductionsOf(count)}: zuerst, was schon läuft, dann die Betriebe mit den wenigsten Verbindungen. Neben dem, was läuft, kommt jeder nur einmal vor.";

    public string DecidedIntro(long count) =>
        $"Über {Count(count, "Vorschlag", "Vorschläge")} wurde entschieden; der letzte steht zuerst.";

    public string BusinessesFound(long count) =>
        $"{Count(count, "Betrieb oder Organisation", "Betriebe und Organisationen")} gefunden.";
}
