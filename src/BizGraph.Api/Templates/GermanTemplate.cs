namespace BizGraph.Api.Templates;

/// <summary>The template in German.</summary>
static class GermanTemplate
{
    // csharpier-ignore - a column is one line
    public static TemplateText Text { get; } = new(
        "Unternehmen",
        [
            new("id", "Ein Kürzel oder eine Nummer, die Sie wählen und behalten; sonst leer lassen.", "1", "2", "3"),
            new("Firma", "Der Name des Unternehmens. Nur diese Spalte muss ausgefüllt sein.", "Bäckerei Altmühle", "Tischlerei Marlow", "Hafenbuch"),
            new("Branche", "Was es macht, in Ihren Worten.", "Bäckerei", "Tischlerei", "Buchhandlung"),
            new("Straße", "Straße und Hausnummer.", "Mühlweg 3", "Werftstr. 1", "Am Kai 5"),
            new("PLZ", "Die Postleitzahl.", "01234", "01235", "01234"),
            new("Ort", "Stadt oder Dorf.", "Hamm", "Eltow", "Hamm"),
            new("Webseite", "Die Adresse im Internet.", "https://altmuehle.example", "", "https://hafenbuch.example"),
            new("E-Mail-Adresse", "Eine E-Mail-Adresse. Sie ist vertraulich: nur Organisatoren sehen sie.", "laden@altmuehle.example", "", ""),
            new("Telefon", "Eine Telefonnummer, auch vertraulich.", "030 23125 001", "030 23125 002", ""),
            new("Mitarbeiter", "Wie viele Menschen dort arbeiten.", "6", "3", "2"),
            new("Eigentum", "Wer entscheidet: inhabergeführt, regional, national oder international.", "inhabergeführt", "inhabergeführt", "inhabergeführt"),
            new("Angebote", "Was es für andere tun kann; mehreres mit | getrennt.", "Brot|Kuchen", "Ladenbau", "Heimatkunde"),
            new("Bedarf", "Was es sucht; mehreres mit | getrennt.", "Mehl", "Holz|Lehrling", "Regale"),
            new("Schlagworte", "Werte und Siegel, mit | getrennt.", "Ausbildungsbetrieb", "", "plastikfrei"),
            new("Netzwerke", "Die Netzwerke, zu denen es gehört, mit | getrennt.", "Händlerkreis Hamm", "Händlerkreis Hamm", ""),
        ],
        "Beziehungen",
        [
            new("Von", "Wer liefert, empfiehlt, berät oder gibt: id oder Name.", "1", "2", "Hafenbuch"),
            new("Nach", "Wer beliefert, empfohlen, beraten oder beschenkt wird: id oder Name.", "3", "3", "Bäckerei Altmühle"),
            new("Beziehung", "Was es ist: liefert, empfiehlt, berät, Kooperation, tauscht, teilt, sponsert, finanziert oder kennt.", "liefert", "berät", "empfiehlt"),
            new("Betrag", "Geld im Jahr, wenn es um Geld geht. Vertraulich.", "1200", "", ""),
            new("Währung", "Die Währung des Betrags, etwa EUR.", "EUR", "", ""),
            new("Seit", "Seit wann, als 2024-05-01 oder nur das Jahr.", "2024", "2025-05-01", "2023"),
            new("Notiz", "Was sonst wichtig ist. Vertraulich.", "Brot für die Leseecke", "", ""),
        ],
        "Lies mich (ignore)",
        [
            "Füllen Sie die beiden Blätter aus; die drei Zeilen sind Beispiele: überschreiben Sie sie.",
            "Nur der Name ist nötig. Lassen Sie eine Zelle leer, wenn Sie etwas nicht wissen. Eigene Spalten bleiben erhalten.",
            "Speichern Sie die Datei und lesen Sie sie ein, auch wieder nach jeder Änderung: nichts wird doppelt gezählt.",
        ]
    );
}
